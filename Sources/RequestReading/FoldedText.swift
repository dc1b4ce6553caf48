import Foundation

/// A text as words in small ASCII letters without accents, sentence by sentence.
///
/// It is what people wrote, and never an address: here folding loses nothing that anybody is known by.
struct FoldedText {
    /// The words of each sentence.
    let sentences: [[[UInt8]]]

    /// How much of a text is looked at: what somebody asks stands at its beginning.
    private static let most = 20_000
    /// Words behind which a full stop ends no sentence.
    private static let shortened: Set<[UInt8]> = Set(
        ["art", "nr", "no", "abs", "lid", "par", "str"].map { Array($0.utf8) }
    )

    init(_ text: String) {
        let folded = Array(Self.folded(text).utf8.prefix(Self.most))
        var (sentences, words, word): ([[[UInt8]]], [[UInt8]], [UInt8]) = ([], [], [])
        for (place, byte) in folded.enumerated() {
            if (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) {
                word.append(byte)
                continue
            }
            if !word.isEmpty { words.append(word) }
            if Self.endsSentence(folded, place, after: words.last ?? []) {
                if !words.isEmpty { sentences.append(words) }
                words = []
            }
            word = []
        }
        if !word.isEmpty { words.append(word) }
        self.sentences = words.isEmpty ? sentences : sentences + [words]
    }

    /// All words in a row.
    var words: [[UInt8]] { sentences.flatMap(\.self) }

    /// A text in small letters without accents.
    static func folded(_ text: String) -> String {
        let plain = text.folding(options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil)
        return plain.lowercased().replacingOccurrences(of: "ß", with: "ss")
            .replacingOccurrences(of: "œ", with: "oe").replacingOccurrences(of: "æ", with: "ae")
            .replacingOccurrences(of: "ł", with: "l")
    }

    private static func endsSentence(_ text: [UInt8], _ place: Int, after word: [UInt8]) -> Bool {
        let rest = text[(place + 1)...]
        switch text[place] {
        case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"): return true
        case UInt8(ascii: "."): return rest.first.map { $0 <= 0x20 } ?? true && !shortened.contains(word)
        case 0x0A:
            // An empty line, and the next item of a list.
            let next = rest.first { $0 != 0x20 && $0 != 0x09 }
            return next == nil || next == 0x0A || [0x2D, 0x2A, 0xE2].contains(next)
        default: return false
        }
    }
}
