/// Text as quoted-printable (RFC 2045, 6.7).
enum QuotedPrintable {
    /// The text with every line end made CR LF, 7-bit, in lines of at most 76 bytes.
    ///
    /// A short line of plain letters stays as it is, so a code that stands alone on its line can be read and copied
    /// from the raw mail. A dot or `From ` at the beginning of a line is encoded: then no mail server on the way, and
    /// no dot stuffing, ever touches the text, and the size that we announce is the size that travels.
    static func encode(_ text: String) -> [UInt8] {
        var encoded: [UInt8] = []
        for line in lines(of: Array(text.utf8)) { append(line, to: &encoded) }
        return encoded
    }

    /// The lines, wherever CR LF, a lone CR or a lone LF ends one; a last line without an end is a line.
    private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        var index = 0
        while index < bytes.count {
            defer { index += 1 }
            guard bytes[index] == 0x0D || bytes[index] == 0x0A else { continue }
            lines.append(bytes[start..<index])
            if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
            start = index + 1
        }
        if start < bytes.count { lines.append(bytes[start...]) }
        return lines
    }

    private static func append(_ line: ArraySlice<UInt8>, to encoded: inout [UInt8]) {
        var column = 0
        for index in line.indices {
            let rest = line[index...]
            if column + encode(rest, atStart: column == 0).count > (rest.count == 1 ? 76 : 75) {
                encoded += [UInt8(ascii: "="), 0x0D, 0x0A]
                column = 0
            }
            let bytes = encode(rest, atStart: column == 0)
            encoded += bytes
            column += bytes.count
        }
        encoded += [0x0D, 0x0A]
    }

    /// The first byte of what is left of a line.
    private static func encode(_ rest: ArraySlice<UInt8>, atStart: Bool) -> [UInt8] {
        let byte = rest[rest.startIndex]
        let isPlain =
            switch byte {
            case 0x20, 0x09: rest.count > 1
            case UInt8(ascii: "."): !atStart
            case UInt8(ascii: "F"): !(atStart && rest.starts(with: "From ".utf8))
            case UInt8(ascii: "="): false
            default: (0x21...0x7E).contains(byte)
            }
        guard !isPlain else { return [byte] }
        let digits = Array("0123456789ABCDEF".utf8)
        return [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}
