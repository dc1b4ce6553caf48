import Foundation

/// What people call a kind of identifier.
package struct IdentifierLabel: Sendable, Hashable {
    package let kind: String
    /// Its spellings, in small letters and digits alone.
    private let spellings: Set<[UInt8]>

    /// Takes a kind with what it is called, in any language: `customer_id`, `Customer number`, `Klantnummer`.
    package init(kind: String, names: [String]) {
        self.kind = kind
        var spellings: Set<[UInt8]> = []
        for name in names + [kind] {
            let words = FoldedText(name.replacingOccurrences(of: "_", with: " ")).words
                .filter { !Self.small.contains($0) }
            let joined = words.flatMap(\.self)
            guard joined.count > 2 else { continue }
            spellings.insert(joined)
            guard
                let number = Self.numbers.first(where: { joined.suffix($0.count) == $0[...] || joined.starts(with: $0) }
                )
            else { continue }
            let thing = joined.starts(with: number) ? joined.dropFirst(number.count) : joined.dropLast(number.count)
            guard thing.count > 2 else { continue }
            for other in Self.numbers { spellings.formUnion([thing + other, other + thing]) }
        }
        self.spellings = spellings
    }

    private static let numbers = ["nummer", "number", "numero", "nr", "no", "id"].map { Array($0.utf8) }
    private static let small = RequestWords.words("de du des d of van der the le la l")
    private static let filling = RequestWords.words("is nr no nummer number numero id n my mijn mon lautet est")

    /// A word of a text, as it was written and folded.
    private struct Word {
        let written: String
        let folded: [UInt8]
    }

    /// The identifiers that are named in a text: a label, and behind it a word with a digit in it.
    static func identifiers(in text: String, _ labels: [IdentifierLabel]) -> [String] {
        guard !labels.isEmpty else { return [] }
        let words = words(of: text)
        var found: [String] = []
        for label in labels {
            for start in words.indices {
                guard let value = value(behind: label, at: start, in: words) else { continue }
                let identifier = "\(label.kind)=\(value)"
                if !found.contains(where: { $0.utf8.elementsEqual(identifier.utf8) }) { found.append(identifier) }
            }
        }
        return Array(found.prefix(10))
    }

    private static func value(behind label: IdentifierLabel, at start: Int, in words: [Word]) -> String? {
        var joined: [UInt8] = []
        for end in start..<min(start + 4, words.count) {
            if !small.contains(words[end].folded) { joined += words[end].folded }
            guard label.spellings.contains(joined) else { continue }
            let rest = words[(end + 1)...].drop { filling.contains($0.folded) || $0.folded.isEmpty }.first
            guard let value = rest?.written, value.utf8.contains(where: { (0x30...0x39).contains($0) }),
                (1...40).contains(value.utf8.count)
            else { return nil }
            return value
        }
        return nil
    }

    private static func words(of text: String) -> [Word] {
        let ends = Set(" \t\r\n:,;()<>\"'=!?#".utf8)
        return text.utf8.prefix(20_000).split(whereSeparator: ends.contains).map { piece in
            var bytes = Array(piece)
            while bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
            let written = String(decoding: bytes, as: UTF8.self)
            let folded = FoldedText.folded(written).utf8.filter {
                (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
            }
            return Word(written: written, folded: folded)
        }
    }
}
