/// Finds where a run of bytes ends that need no look each, eight at a time.
package enum ByteRun {
    /// The first place at or after a start where a quote, a backslash or a control character stands; the count when
    /// none does.
    package static func endOfPlainText(in bytes: Span<UInt8>, from start: Int) -> Int {
        bytes.withUnsafeBytes { memory in
            end(in: memory, from: start, marks: { quotes($0) | backslashes($0) | below($0, 0x20) }) { byte in
                byte == Byte.quote || byte == Byte.backslash || byte < 0x20
            }
        }
    }

    /// The first place at or after a start where something stands that is no printable ASCII, a quote or a
    /// backslash; the count when nothing does.
    package static func endOfPlainASCII(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        end(
            in: UnsafeRawBufferPointer(bytes),
            from: start,
            marks: { quotes($0) | backslashes($0) | below($0, 0x20) | zeros($0 ^ every(0x7F)) | $0 & every(0x80) }
        ) { byte in
            byte == Byte.quote || byte == Byte.backslash || byte < 0x20 || byte >= 0x7F
        }
    }

    /// The first place at or after a start where something stands that is no plain text in XML: a control character,
    /// `&`, `<`, `>`, a line below or what is not ASCII; the count when nothing does.
    package static func endOfPlainMarkup(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        end(
            in: UnsafeRawBufferPointer(bytes),
            from: start,
            marks: { word in
                // The two angles differ in one bit, which is set in both here.
                zeros(word ^ every(0x26)) | zeros((word | every(0x02)) ^ every(0x3E)) | zeros(word ^ every(0x5F))
                    | below(word, 0x20) | word & every(0x80)
            }
        ) { byte in
            byte == 0x26 || byte | 0x02 == 0x3E || byte == 0x5F || byte < 0x20 || byte >= 0x80
        }
    }

    /// Whether a byte stands there that is not above the space.
    package static func holdsSpace(_ bytes: Span<UInt8>) -> Bool {
        bytes.withUnsafeBytes { memory in
            end(in: memory, from: 0, marks: { below($0, 0x21) }, isMark: { $0 < 0x21 }) < memory.count
        }
    }

    @inline(__always)
    private static func end(
        in bytes: UnsafeRawBufferPointer,
        from start: Int,
        marks: (UInt64) -> UInt64,
        isMark: (UInt8) -> Bool
    ) -> Int {
        var position = start
        while position + 8 <= bytes.count {
            let found = marks(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)))
            // A borrow runs upwards only, so the lowest mark is always a true one.
            if found != 0 { return position + found.trailingZeroBitCount / 8 }
            position += 8
        }
        while position < bytes.count, !isMark(bytes[position]) { position += 1 }
        return position
    }

    @inline(__always)
    private static func every(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

    @inline(__always)
    private static func zeros(_ word: UInt64) -> UInt64 { (word &- every(1)) & ~word & every(0x80) }

    @inline(__always)
    private static func below(_ word: UInt64, _ limit: UInt64) -> UInt64 {
        (word &- every(limit)) & ~word & every(0x80)
    }

    @inline(__always)
    private static func quotes(_ word: UInt64) -> UInt64 { zeros(word ^ every(0x22)) }

    @inline(__always)
    private static func backslashes(_ word: UInt64) -> UInt64 { zeros(word ^ every(0x5C)) }
}
