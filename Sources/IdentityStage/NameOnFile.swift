import Foundation

/// A person's name, to be compared with another way of writing it.
///
/// Case, accents, order, initials and titles do not matter; whether the same person is meant is for people to say.
package struct NameOnFile: Sendable {
    private let words: [String]

    /// Words that stand before a name and say nothing of whose it is.
    private static let titles: Set<String> = [
        "mr", "mrs", "ms", "miss", "dr", "prof", "dhr", "mevr", "mw", "heer", "mevrouw", "herr", "frau", "m", "mme",
        "mlle", "monsieur", "madame", "drs", "ir", "ing",
    ]
    /// Letters that are no letter with an accent.
    private static let plain = ["ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"]

    /// Reads a name.
    package init(_ name: String) {
        var folded = name.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
            .lowercased()
        for (letter, other) in Self.plain { folded = folded.replacingOccurrences(of: letter, with: other) }
        let all = folded.unicodeScalars.split { !$0.properties.isAlphabetic }.map {
            String(String.UnicodeScalarView($0))
        }
        let named = all.filter { !Self.titles.contains($0) || $0.unicodeScalars.count == 1 }
        words = named.isEmpty ? all : named
    }

    /// Whether no word is left to compare.
    package var isEmpty: Bool { words.isEmpty }

    /// Whether the two may be one person's: every word of the shorter name stands in the longer one, an initial for a
    /// word that begins with it, and at least one word stands in both in full.
    package func mayBe(_ other: NameOnFile) -> Bool {
        let (short, long) = words.count <= other.words.count ? (words, other.words) : (other.words, words)
        var left = long
        var whole = 0
        var initials: [String] = []
        for word in short {
            if let place = left.firstIndex(of: word) {
                left.remove(at: place)
                if word.unicodeScalars.count > 1 { whole += 1 }
            } else {
                initials.append(word)
            }
        }
        for word in initials {
            guard let place = left.firstIndex(where: { Self.isInitial(word, of: $0) || Self.isInitial($0, of: word) })
            else { return false }
            left.remove(at: place)
        }
        return whole > 0
    }

    private static func isInitial(_ letter: String, of word: String) -> Bool {
        letter.unicodeScalars.count == 1 && word.unicodeScalars.first == letter.unicodeScalars.first
    }
}
