/// One word of a value that names somebody.
struct NameWord {
    /// Folded: small, without accents.
    let folded: [UInt8]
    /// The same as who has no umlauts writes it, where that differs: `mueller`.
    let spelled: [UInt8]
    /// How many letters and digits it has.
    let length: Int
    let isUpper: Bool
    /// Whether its letters have no case, as in Chinese.
    let isCaseless: Bool
    let hasDigit: Bool
    /// Whether a hyphen or an apostrophe ties it to the word before.
    let isTied: Bool
    let isQuoted: Bool

    var isInitial: Bool { length == 1 && !hasDigit }
    var isParticle: Bool { WordLists.particles.contains(folded) }
}

/// The words of a value, where it is made of words and of what stands between names alone.
struct NameWords {
    private(set) var words: [NameWord] = []
    /// How many words stand before the first comma.
    private(set) var comma: Int?

    /// More words than this are a sentence.
    static let most = 10

    /// Reads the words; nil where something stands among them that no name has.
    init?(_ value: UnsafeBufferPointer<UInt8>) {
        var place = 0
        var (isTied, isQuoted) = (false, false)
        while place < value.count {
            guard let (scalar, length) = LetterFolding.scalar(at: place, of: value) else { return nil }
            if let word = Self.word(at: place, of: value, isTied: isTied, isQuoted: isQuoted) {
                words.append(word.word)
                place = word.end
                isTied = false
                guard words.count <= Self.most else { return nil }
                continue
            }
            switch scalar {
            case " ", "\t", "\n", "\r", "\u{A0}", ".", "_", "/": isTied = false
            case "-", "'", "\u{2019}", "\u{2018}", "\u{2010}", "\u{2011}", "\u{60}", "\u{B4}":
                isTied = place > 0 && LetterFolding.endsWord(at: place, of: value)
            case ",":
                isTied = false
                if comma == nil, !words.isEmpty { comma = words.count }
            case "\"", "(", ")", "\u{201C}", "\u{201D}", "\u{201E}": isQuoted.toggle()
            default: return nil
            }
            place += length
        }
        if words.isEmpty { return nil }
    }

    /// Whether so many letters or digits stand in it, or words without case, of which one letter is a name.
    func isLongEnough(_ letters: Int) -> Bool {
        words.contains(where: \.isCaseless) || words.reduce(0) { $0 + $1.length } >= letters
    }

    private static func word(
        at place: Int,
        of value: UnsafeBufferPointer<UInt8>,
        isTied: Bool,
        isQuoted: Bool
    ) -> (word: NameWord, end: Int)? {
        var (end, length) = (place, 0)
        var (folded, spelled): ([UInt8], [UInt8]) = ([], [])
        var (isUpper, isCaseless, hasDigit) = (false, true, false)
        while end < value.count, let (scalar, bytes) = LetterFolding.scalar(at: end, of: value) {
            let letter = scalar.isASCII ? Self.asciiLetter(value[end]) : LetterFolding.letter(scalar)
            guard letter.isInWord else { break }
            if end == place { isUpper = letter.isUpper }
            if scalar.isASCII {
                // A letter or a digit.
                if value[end] > 0x39 { isCaseless = false } else { hasDigit = true }
            } else {
                if scalar.properties.isCased { isCaseless = false }
                if scalar.properties.numericType != nil { hasDigit = true }
            }
            if !letter.folded.isEmpty { length += 1 }
            if scalar.value == 0x308, let last = spelled.last, [0x61, 0x6F, 0x75].contains(last) {
                spelled.append(0x65)
            }
            folded += letter.folded
            spelled += Self.spelledOut[scalar] ?? letter.folded
            end += bytes
        }
        guard end > place, !folded.isEmpty else { return nil }
        let word = NameWord(
            folded: folded,
            spelled: spelled,
            length: length,
            isUpper: isUpper,
            isCaseless: isCaseless && !hasDigit,
            hasDigit: hasDigit,
            isTied: isTied,
            isQuoted: isQuoted
        )
        return (word, end)
    }

    private static func asciiLetter(_ byte: UInt8) -> LetterFolding.Letter {
        let folded = LetterFolding.ascii[Int(byte)]
        guard folded != 0 else { return LetterFolding.Letter() }
        return LetterFolding.Letter(folded: [folded], isInWord: true, isUpper: folded != byte)
    }

    private static let spelledOut: [Unicode.Scalar: [UInt8]] = [
        "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "ae", "Ö": "oe", "Ü": "ue", "ø": "oe", "Ø": "oe", "å": "aa", "Å": "aa",
    ].mapValues { (text: String) in Array(text.utf8) }
}
