import ExporterKit
package import Cases

/// Values of other people, to be found again inside free text.
///
/// A value is found as a whole word, whatever the case of its ASCII letters. The number of values is bounded, so that
/// memory is.
package struct KnownValues {
    /// Values beyond this are not searched for in free text; their own fields are redacted all the same.
    static let limit = 20_000
    /// A shorter value is found inside too many innocent words.
    private static let shortest = 3
    private static let fewestDigits = 6

    private typealias Match = (length: Int, ground: Redaction.Ground)

    private var grounds: [[UInt8]: Redaction.Ground] = [:]
    /// The lengths of the values that begin with two bytes, the longest first.
    private var lengths: [UInt16: [Int]] = [:]
    private var starts = [Bool](repeating: false, count: 1 << 16)
    /// How many values are remembered.
    package var count: Int { grounds.count }

    package init() {}

    /// Remembers a value and why it is replaced; the longest is found first.
    package mutating func insert(_ value: some Collection<UInt8>, as ground: Redaction.Ground) {
        let folded = value.map(asciiFolded)
        guard folded.count >= Self.shortest, Self.isTelling(folded), count < Self.limit,
            grounds[folded] == nil
        else { return }
        grounds[folded] = ground
        let start = Self.start(folded[0], folded[1])
        starts[Int(start)] = true
        guard lengths[start]?.contains(folded.count) != true else { return }
        lengths[start, default: []].append(folded.count)
        lengths[start]?.sort(by: >)
    }

    /// Hands over each known value's place in a text, from left to right, none overlapping.
    package func forEachMatch(in text: ArraySlice<UInt8>, _ body: (Range<Int>, Redaction.Ground) -> Void) {
        guard count > 0, text.count >= Self.shortest else { return }
        text.withUnsafeBufferPointer { bytes in
            var index = 0
            while index + 1 < bytes.count {
                let start = Self.start(asciiFolded(bytes[index]), asciiFolded(bytes[index + 1]))
                if starts[Int(start)], let found = match(start, at: index, of: bytes) {
                    let place = text.startIndex + index
                    body(place..<(place + found.length), found.ground)
                    index += found.length
                } else {
                    index += 1
                }
            }
        }
    }

    private func match(_ start: UInt16, at index: Int, of text: UnsafeBufferPointer<UInt8>) -> Match? {
        let isInsideWord = Word.begins(at: index, of: text) && Word.ends(at: index, of: text)
        guard !isInsideWord, let lengths = lengths[start] else { return nil }
        for length in lengths {
            let end = index + length
            guard end <= text.count, !(Word.ends(at: end, of: text) && Word.begins(at: end, of: text)) else { continue }
            if let ground = grounds[text[index..<end].map(asciiFolded)] { return (length, ground) }
        }
        return nil
    }

    private static func start(_ first: UInt8, _ second: UInt8) -> UInt16 { UInt16(first) << 8 | UInt16(second) }

    /// A letter, or so many digits that they are no count or year but a telephone number.
    private static func isTelling(_ value: [UInt8]) -> Bool {
        value.contains { (0x61...0x7A).contains($0) || $0 >= 0x80 }
            || value.count { (0x30...0x39).contains($0) } >= fewestDigits
    }
}

/// Where words begin and end: a name inside a word is none, but a curly quote or a dash is no part of a word.
private enum Word {
    /// Whether a character of a word stands at a place.
    static func begins(at place: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard place < text.count else { return false }
        guard text[place] >= 0x80 else { return isWord(ascii: text[place]) }
        let character = text[place..<min(place + 4, text.count)]
        return String(decoding: character, as: UTF8.self).unicodeScalars.first.map(isWord) ?? false
    }

    /// Whether a character of a word stands right before a place.
    static func ends(at place: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard place > 0 else { return false }
        guard text[place - 1] >= 0x80 else { return isWord(ascii: text[place - 1]) }
        var start = place - 1
        while start > 0, start > place - 4, text[start] & 0xC0 == 0x80 { start -= 1 }
        return String(decoding: text[start..<place], as: UTF8.self).unicodeScalars.last.map(isWord) ?? false
    }

    private static func isWord(ascii byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }
}
