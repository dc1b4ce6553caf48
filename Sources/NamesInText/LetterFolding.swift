import ExporterKit
import Foundation
import Synchronization

/// Makes letters alike that people take for one another: case, accents, composed and decomposed, `ß` and `ss`.
enum LetterFolding {
    /// Of each byte what an ASCII letter or digit folds to, ``foreign`` for what begins no ASCII, and 0 between words.
    static let ascii: [UInt8] = (0...255).map { byte -> UInt8 in
        switch UInt8(byte) {
        case 0x30...0x39, 0x61...0x7A: UInt8(byte)
        case 0x41...0x5A: UInt8(byte) + 0x20
        case 0x80...0xFF: foreign
        default: 0
        }
    }
    static let foreign: UInt8 = 0xFF

    /// A scalar that is not ASCII, as far as words are concerned.
    struct Letter: Sendable {
        /// What it folds to; empty for an accent or a soft hyphen, which stand in a word and change nothing.
        var folded: [UInt8] = []
        var isInWord = false
        var isUpper = false
    }

    /// The scalars up to here are kept once they were met: all of Latin, Greek and Cyrillic.
    private static let kept = 0x2100
    private static let letters = Mutex([Letter?](repeating: nil, count: kept))

    /// What a scalar is and folds to.
    static func letter(_ scalar: Unicode.Scalar) -> Letter {
        guard scalar.value < kept else { return made(scalar) }
        return letters.withLock { letters in
            if let letter = letters[Int(scalar.value)] { return letter }
            let letter = made(scalar)
            letters[Int(scalar.value)] = letter
            return letter
        }
    }

    private static func made(_ scalar: Unicode.Scalar) -> Letter {
        if isAccent(scalar) || ignored.contains(scalar.value) { return Letter(isInWord: true) }
        guard isWord(scalar) else { return Letter() }
        let properties = scalar.properties
        let isUpper = properties.isUppercase || properties.generalCategory == .titlecaseLetter
        return Letter(folded: Array(folded(scalar).utf8), isInWord: true, isUpper: isUpper)
    }

    private static func folded(_ scalar: Unicode.Scalar) -> String {
        var text = String.UnicodeScalarView()
        for base in String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars where !isAccent(base) {
            for lower in base.properties.lowercaseMapping.unicodeScalars where !isAccent(lower) { text.append(lower) }
        }
        let lower = String(text)
        return written[lower] ?? lower
    }

    /// Letters that no decomposition takes apart, as people write them without the key for them.
    private static let written = [
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ſ": "s",
        "ς": "σ",
    ]

    /// Soft hyphen, zero-width space and joiners, word joiner, byte order mark.
    private static let ignored: Set<UInt32> = [0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF]

    private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: true
        default: false
        }
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }

    /// The scalar that stands at a place, with its length in bytes; nil for a byte that is no text.
    static func scalar(at place: Int, of text: UnsafeBufferPointer<UInt8>) -> (scalar: Unicode.Scalar, length: Int)? {
        let byte = text[place]
        let length = byte < 0x80 ? 1 : byte < 0xC2 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 0
        guard length > 0, place + length <= text.count else { return nil }
        if length == 1 { return (Unicode.Scalar(byte), 1) }
        var value = UInt32(byte) & (0x7F >> UInt32(length))
        for offset in 1..<length {
            let next = text[place + offset]
            guard next & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(next & 0x3F)
        }
        let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
        guard value >= least, let scalar = Unicode.Scalar(value) else { return nil }
        return (scalar, length)
    }

    /// Whether a letter, a digit or an accent stands right before a place.
    static func endsWord(at place: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard place > 0 else { return false }
        let byte = text[place - 1]
        if byte < 0x80 { return ascii[Int(byte)] != 0 }
        var start = place - 1
        while start > 0, start > place - 4, text[start] & 0xC0 == 0x80 { start -= 1 }
        guard let (scalar, length) = scalar(at: start, of: text), start + length == place else { return false }
        return letter(scalar).isInWord
    }

    /// Whether a letter, a digit or an accent stands at a place.
    static func beginsWord(at place: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard place < text.count else { return false }
        if text[place] < 0x80 { return ascii[Int(text[place])] != 0 }
        return scalar(at: place, of: text).map { letter($0.scalar).isInWord } ?? false
    }
}

/// One word of a text, folded into a number by which it is looked up.
struct FoundWord {
    var end: Int
    var hash: UInt64 = Self.seed
    var isUpper = false

    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

    /// The hash of a word that is folded already.
    static func hash(_ folded: [UInt8]) -> UInt64 {
        var hash = seed
        for byte in folded { hash = mixed(hash, byte) }
        return hash
    }

    /// Reads the word that begins at a place; nil where none does.
    init?(at place: Int, of text: UnsafeBufferPointer<UInt8>, _ ascii: UnsafeBufferPointer<UInt8>) {
        end = place
        var isFirst = true
        while end < text.count {
            let byte = text[end]
            let folded = ascii[Int(byte)]
            if folded == 0 { break }
            if folded != LetterFolding.foreign {
                hash = Self.mixed(hash, folded)
                if isFirst { isUpper = folded != byte }
                end += 1
            } else {
                guard let (scalar, length) = LetterFolding.scalar(at: end, of: text) else { break }
                let letter = LetterFolding.letter(scalar)
                guard letter.isInWord else { break }
                for byte in letter.folded { hash = Self.mixed(hash, byte) }
                if isFirst { isUpper = letter.isUpper }
                end += length
            }
            isFirst = false
        }
        if end == place { return nil }
    }
}
