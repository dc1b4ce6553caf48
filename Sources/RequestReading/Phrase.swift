/// A phrase that is looked for: words in their order, within one sentence.
///
/// `a/b` is one word or the other, `delet*` every word that begins so, and `~` up to seven words between.
struct Phrase: Sendable {
    private enum Part: Sendable {
        case word([(start: [UInt8], isWhole: Bool)])
        case gap
    }

    private let parts: [Part]
    private static let widest = 7
    /// Words that turn what follows into its contrary.
    private static let contrary: Set<[UInt8]> = Set(
        ["not", "never", "don", "niet", "nooit", "nicht", "kein", "keine", "pas", "jamais"].map { Array($0.utf8) }
    )

    init(_ text: String) {
        parts = text.utf8.split(separator: 0x20).map { word in
            guard !word.elementsEqual("~".utf8) else { return .gap }
            return .word(
                word.split(separator: UInt8(ascii: "/")).map { one in
                    let isWhole = one.last != UInt8(ascii: "*")
                    return (start: Array(isWhole ? one : one.dropLast()), isWhole: isWhole)
                }
            )
        }
    }

    /// Whether it stands in a sentence, and is not denied there.
    func stands(in sentence: ArraySlice<[UInt8]>) -> Bool { place(in: sentence) != nil }

    /// Where it begins in a sentence; nil where it does not stand there, or is denied.
    func place(in sentence: ArraySlice<[UInt8]>) -> Int? {
        sentence.indices.first { start in
            let before = sentence[max(sentence.startIndex, start - 2)..<start]
            guard !before.contains(where: Self.contrary.contains), let end = end(parts[...], sentence[start...]) else {
                return false
            }
            // Dutch and German deny at the end: `verwijder mijn gegevens niet`.
            return end >= sentence.endIndex || !Self.contrary.contains(sentence[end])
        }
    }

    /// Where the words end that a phrase begins with; nil where they are others.
    private func end(_ parts: ArraySlice<Part>, _ words: ArraySlice<[UInt8]>) -> Int? {
        guard let part = parts.first else { return words.startIndex }
        switch part {
        case .word(let choices):
            guard let word = words.first, choices.contains(where: { Self.is(word, $0) }) else { return nil }
            return end(parts.dropFirst(), words.dropFirst())
        case .gap:
            for width in 0...Self.widest where width < words.count {
                if width > 0, Self.contrary.contains(words[words.startIndex + width - 1]) { return nil }
                if let end = end(parts.dropFirst(), words.dropFirst(width)) { return end }
            }
            return nil
        }
    }

    private static func `is`(_ word: [UInt8], _ choice: (start: [UInt8], isWhole: Bool)) -> Bool {
        word.starts(with: choice.start) && (!choice.isWhole || word.count == choice.start.count)
    }
}
