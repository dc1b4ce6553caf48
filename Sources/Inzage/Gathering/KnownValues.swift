import ExporterKit

/// Values of other people, to be found again inside free text.
///
/// A value is found as a whole word, whatever the case of its ASCII letters. The number of values is bounded, so that
/// memory is.
struct KnownValues {
    /// More people than this are not searched for in free text; their own fields are redacted all the same.
    static let limit = 20_000
    /// A shorter value is found inside too many innocent words.
    private static let shortest = 3

    private var byStart: [UInt16: [(value: [UInt8], ground: Redaction.Ground)]] = [:]
    private var starts = [Bool](repeating: false, count: 1 << 16)
    private(set) var count = 0
    private var seen: Set<[UInt8]> = []

    var isEmpty: Bool { count == 0 }

    /// Remembers a value and why it is replaced; the longest is found first.
    mutating func insert(_ value: some Collection<UInt8>, as ground: Redaction.Ground) {
        let folded = value.map(asciiFolded)
        guard folded.count >= Self.shortest, folded.contains(where: Self.isLetter), count < Self.limit,
            seen.insert(folded).inserted
        else { return }
        count += 1
        let start = Self.start(folded[0], folded[1])
        starts[Int(start)] = true
        byStart[start, default: []].append((folded, ground))
        byStart[start]?.sort { $0.value.count > $1.value.count }
    }

    /// Hands over each known value's place in a text, from left to right, none overlapping.
    func forEachMatch(in text: ArraySlice<UInt8>, _ body: (Range<Int>, Redaction.Ground) -> Void) {
        guard count > 0, text.count >= Self.shortest else { return }
        text.withUnsafeBufferPointer { bytes in
            var index = 0
            while index + 1 < bytes.count {
                let start = Self.start(asciiFolded(bytes[index]), asciiFolded(bytes[index + 1]))
                if starts[Int(start)], let found = match(start, at: index, of: bytes) {
                    let place = text.startIndex + index
                    body(place..<(place + found.value.count), found.ground)
                    index += found.value.count
                } else {
                    index += 1
                }
            }
        }
    }

    private func match(
        _ start: UInt16,
        at index: Int,
        of text: UnsafeBufferPointer<UInt8>
    ) -> (value: [UInt8], ground: Redaction.Ground)? {
        let followsWord = index > 0 && Self.isWord(text[index - 1])
        return byStart[start]?.first { value, _ in
            let end = index + value.count
            guard end <= text.count, !(followsWord && Self.isWord(value[0])) else { return false }
            guard value.indices.allSatisfy({ asciiFolded(text[index + $0]) == value[$0] }) else { return false }
            return end == text.count || !Self.isWord(value[value.count - 1]) || !Self.isWord(text[end])
        }
    }

    private static func start(_ first: UInt8, _ second: UInt8) -> UInt16 { UInt16(first) << 8 | UInt16(second) }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || byte >= 0x80 }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
    }
}
