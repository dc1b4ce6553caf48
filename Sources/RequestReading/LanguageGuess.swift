package import Policy

/// In which language a text seems to be written.
package enum LanguageGuess: Sendable, Hashable {
    /// One that there are letters in.
    case known(Language)
    /// One that nobody here reads.
    case another
    /// Too little was written to tell.
    case unclear
}

extension LanguageGuess {
    /// Counts the words that each language is full of; a phrase that asks for a right counts for three.
    init(_ text: FoldedText, written: String, asked: [Language: Int]) {
        guard !Self.isForeignScript(written) else {
            self = .another
            return
        }
        let words = text.words
        let known = Language.allCases.map { language in
            let common = language.requestWords.common
            return (language, words.count(where: common.contains) + 3 * asked[language, default: 0])
        }
        let foreign = OtherLanguages.common.map { common in words.count(where: common.contains) }.max() ?? 0
        guard let best = known.max(by: { $0.1 < $1.1 }), best.1 > 0 else {
            self = foreign > 1 ? .another : .unclear
            return
        }
        if foreign > best.1 || foreign == best.1 && foreign > 2 {
            self = .another
        } else if known.count(where: { $0.1 == best.1 }) > 1 || foreign == best.1 {
            self = .unclear
        } else {
            self = .known(best.0)
        }
    }

    /// Whether a third of the letters are of another script than Latin.
    private static func isForeignScript(_ text: String) -> Bool {
        var (latin, other) = (0, 0)
        for scalar in text.unicodeScalars.prefix(10_000) where scalar.properties.isAlphabetic {
            if scalar.value < 0x250 || (0x1E00..<0x1F00).contains(scalar.value) { latin += 1 } else { other += 1 }
        }
        return other > 2 && other * 2 > latin
    }
}
