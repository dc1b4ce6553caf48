import Foundation

/// The words of a text without what spelling varies: case, accents, punctuation; digits stand apart from letters.
struct FoldedWords: Sendable {
    /// The words as they are compared.
    private(set) var words: [String] = []
    /// Where each word stands in the text.
    private(set) var places: [Range<String.Index>] = []

    init(_ text: String) {
        var word = ""
        var start = text.startIndex
        let scalars = text.unicodeScalars
        func close(before end: String.Index) {
            guard !word.isEmpty else { return }
            words.append(word)
            places.append(start..<end)
            word = ""
        }
        for index in scalars.indices {
            let scalar = scalars[index]
            if Self.isMark(scalar) { continue }
            let folded = Self.folded(scalar)
            guard let first = folded.utf8.first else {
                close(before: index)
                continue
            }
            if let last = word.utf8.last, Self.isDigit(last) != Self.isDigit(first) { close(before: index) }
            if word.isEmpty { start = index }
            word += folded
        }
        close(before: scalars.endIndex)
    }

    /// The words that carry the meaning, without their endings: what titles and headers are compared by.
    var keywords: [String] { Self.keywords(of: words) }

    static func keywords(of words: [String]) -> [String] { words.filter { !smallWords.contains($0) }.map(stem) }

    /// The words, one space between them.
    var joined: String { words.joined(separator: " ") }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value > 0x7F
            && [.nonspacingMark, .enclosingMark, .format].contains(scalar.properties.generalCategory)
    }

    /// The letters or digits that a character stands for; nothing where it is neither.
    private static func folded(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A: return String(Character(scalar))
        case 0x41...0x5A: return String(Character(Unicode.Scalar(UInt8(scalar.value) | 0x20)))
        case 0...0x7F: return ""
        default: break
        }
        if let letters = letters[scalar] { return letters }
        let decomposed = String(Character(scalar)).decomposedStringWithCompatibilityMapping.lowercased()
        let kept = decomposed.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        return String(String.UnicodeScalarView(kept.filter { !isMark($0) }))
    }

    /// Letters that no decomposition takes apart.
    private static let letters: [Unicode.Scalar: String] = [
        "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d",
    ]

    /// The endings of plural and case in four languages, cut so that both spellings lose the same.
    private static func stem(_ word: String) -> String {
        var letters = Array(word.utf8)
        while letters.count > 4, let last = letters.last, "ens".utf8.contains(last) { letters.removeLast() }
        if letters.count > 4, letters.last == UInt8(ascii: "y") { letters[letters.count - 1] = UInt8(ascii: "i") }
        return String(decoding: letters, as: UTF8.self)
    }

    private static let smallWords: Set<String> = [
        "de", "het", "een", "van", "voor", "naar", "aan", "der", "die", "das", "dem", "den", "des", "eine", "von",
        "fur",
        "the", "of", "for", "to", "an", "a", "and", "or", "en", "und", "oder", "et", "ou", "le", "la", "les", "du", "d",
        "l", "un", "une", "zur", "zum", "te", "bij", "in", "met", "with",
    ]
}

extension [String] {
    /// Where other words stand in these, one after the other.
    func place(of others: [String]) -> Int? {
        guard !others.isEmpty, others.count <= count else { return nil }
        return (0...count - others.count).first { self[$0..<$0 + others.count].elementsEqual(others) }
    }
}
