/// What stands at a place in bytes that ought to be UTF-8.
package enum UTF8Sequence {
    /// A character of so many bytes.
    case character(length: Int)
    /// So many bytes that are no character; together they are repaired to one U+FFFD, as the Unicode Standard advises.
    case broken(length: Int)

    /// Looks at the bytes from a place that lies before the end; ASCII is a character of one byte.
    package static func at(_ start: Int, of bytes: UnsafeBufferPointer<UInt8>) -> UTF8Sequence {
        let lead = bytes[start]
        if lead < 0x80 { return .character(length: 1) }
        guard let (length, second) = continuation(of: lead) else { return .broken(length: 1) }
        var taken = 1
        while taken < length, start + taken < bytes.count {
            let allowed = taken == 1 ? second : 0x80...0xBF
            guard allowed.contains(bytes[start + taken]) else { break }
            taken += 1
        }
        return taken == length ? .character(length: length) : .broken(length: taken)
    }

    /// The whole length that a lead byte announces, and which second bytes keep it from being overlong, a surrogate
    /// or past U+10FFFF.
    private static func continuation(of lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
        switch lead {
        case 0xC2...0xDF: (2, 0x80...0xBF)
        case 0xE0: (3, 0xA0...0xBF)
        case 0xED: (3, 0x80...0x9F)
        case 0xE1...0xEF: (3, 0x80...0xBF)
        case 0xF0: (4, 0x90...0xBF)
        case 0xF1...0xF3: (4, 0x80...0xBF)
        case 0xF4: (4, 0x80...0x8F)
        default: nil
        }
    }

    /// U+FFFD in UTF-8.
    package static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
}
