/// The bytes that JSON gives a meaning.
package enum Byte {
    /// The byte `"`.
    package static let quote = UInt8(ascii: "\"")
    /// The byte `\`.
    package static let backslash = UInt8(ascii: "\\")
    /// The byte `{`.
    package static let openBrace = UInt8(ascii: "{")
    /// The byte `}`.
    package static let closeBrace = UInt8(ascii: "}")
    /// The byte `[`.
    package static let openBracket = UInt8(ascii: "[")
    /// The byte `]`.
    package static let closeBracket = UInt8(ascii: "]")
    /// The byte `,`.
    package static let comma = UInt8(ascii: ",")
    /// The byte `:`.
    package static let colon = UInt8(ascii: ":")
    /// The byte `-`.
    package static let minus = UInt8(ascii: "-")
    /// The byte `+`.
    package static let plus = UInt8(ascii: "+")
    /// The byte `.`.
    package static let point = UInt8(ascii: ".")
    /// The byte `0`.
    package static let zero = UInt8(ascii: "0")
    /// The byte `9`.
    package static let nine = UInt8(ascii: "9")

    /// Whether JSON allows the byte between values.
    package static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
    /// Whether the byte is a digit.
    package static func isDigit(_ byte: UInt8) -> Bool { byte >= zero && byte <= nine }

    /// The value of a hexadecimal digit, or nil.
    package static func hexValue(_ byte: UInt8) -> UInt16? {
        switch byte {
        case zero...nine: UInt16(byte - zero)
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
