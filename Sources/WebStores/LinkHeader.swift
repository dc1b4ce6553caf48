import ExporterKit

/// The header that names other pages (RFC 8288): `<https://..>; rel="next", <..>; rel="last"`.
enum LinkHeader {
    /// The address of the next page, or nil where the header names none.
    static func next(in value: [UInt8]) -> [UInt8]? {
        var rest = value[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            guard let end = rest[start...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
            let parameters = parameters(rest[(end + 1)...])
            if saysNext(parameters) { return Array(rest[(start + 1)..<end]) }
            rest = rest[parameters.endIndex...]
        }
        return nil
    }

    /// What stands behind an address, up to the comma before the next one; a comma between quotes is none.
    private static func parameters(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var isQuoted = false
        let end = rest.firstIndex { byte in
            if byte == Byte.quote { isQuoted.toggle() }
            return byte == Byte.comma && !isQuoted
        }
        return rest[..<(end ?? rest.endIndex)]
    }

    private static func saysNext(_ parameters: ArraySlice<UInt8>) -> Bool {
        parameters.split(separator: UInt8(ascii: ";")).contains { parameter in
            let parts = parameter.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, words(parts[0]) == [Array("rel".utf8)] else { return false }
            // A relation may be one of several, with blanks between.
            return words(parts[1]).contains(Array("next".utf8))
        }
    }

    /// The words of a text in small letters, without quotes; single ones are no standard, and services write them.
    private static func words(_ text: ArraySlice<UInt8>) -> [[UInt8]] {
        text.split { $0 == 0x20 || $0 == 0x09 || $0 == Byte.quote || $0 == UInt8(ascii: "'") }
            .map { $0.map(asciiFolded) }
    }
}
