extension JSONScanner {
    /// Appends the text of a scanned string, its quotes taken off and its escapes undone.
    ///
    /// Half of a surrogate pair becomes the three bytes that UTF-8 would have for it if it allowed it: no valid
    /// UTF-8, and nothing lost (case 63).
    public static func appendText(ofString range: Range<Int>, in bytes: Span<UInt8>, to text: inout [UInt8]) {
        var position = range.lowerBound + 1
        let end = range.upperBound - 1
        while position < end {
            let plain = min(ByteRun.endOfPlainText(in: bytes, from: position), end)
            if plain > position {
                bytes.extracting(position..<plain).withUnsafeBufferPointer { text.append(contentsOf: $0) }
                position = plain
            } else if bytes[position] != Byte.backslash {
                text.append(bytes[position])
                position += 1
            } else if let unit = codeUnit(bytes, at: position) {
                position = appendScalar(unit, bytes, at: position, to: &text)
            } else {
                text.append(unescaped(bytes[position + 1]))
                position += 2
            }
        }
    }

    private static func appendScalar(
        _ unit: UInt16,
        _ bytes: Span<UInt8>,
        at position: Int,
        to text: inout [UInt8]
    ) -> Int {
        if unit & 0xFC00 == 0xD800, let low = codeUnit(bytes, at: position + 6), low & 0xFC00 == 0xDC00 {
            appendUTF8(0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(low & 0x3FF)), to: &text)
            return position + 12
        }
        appendUTF8(UInt32(unit), to: &text)
        return position + 6
    }

    private static func appendUTF8(_ scalar: UInt32, to text: inout [UInt8]) {
        func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | (scalar >> shift & 0x3F)) }
        switch scalar {
        case 0..<0x80: text.append(UInt8(scalar))
        case 0x80..<0x800: text += [UInt8(0xC0 | scalar >> 6), tail(0)]
        case 0x800..<0x10000: text += [UInt8(0xE0 | scalar >> 12), tail(6), tail(0)]
        default: text += [UInt8(0xF0 | scalar >> 18), tail(12), tail(6), tail(0)]
        }
    }

    private static func unescaped(_ letter: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: letter
        }
    }

    /// Appends a scanned array or object without the white space between its parts, so that it stands on one line.
    public static func appendCompact(_ range: Range<Int>, in bytes: Span<UInt8>, to text: inout [UInt8]) {
        let part = bytes.extracting(range)
        guard ByteRun.holdsSpace(part) else { return part.withUnsafeBufferPointer { text.append(contentsOf: $0) } }
        var (inString, escaped) = (false, false)
        for position in range {
            let byte = bytes[position]
            if inString {
                text.append(byte)
                if escaped {
                    escaped = false
                } else if byte == Byte.backslash {
                    escaped = true
                } else if byte == Byte.quote {
                    inString = false
                }
            } else if !Byte.isSpace(byte) {
                text.append(byte)
                inString = byte == Byte.quote
            }
        }
    }
}
