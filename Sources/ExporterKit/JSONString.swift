/// A text as a string of JSON.
package enum JSONString {
    private static let digits = Array("0123456789abcdef".utf8)

    /// Appends a text with the quotes around it; it MUST be valid UTF-8.
    package static func append(_ text: some Sequence<UInt8>, to json: inout [UInt8]) {
        json.append(Byte.quote)
        appendContent(text, to: &json)
        json.append(Byte.quote)
    }

    /// Appends a text without quotes, as it stands between them.
    package static func appendContent(_ text: some Sequence<UInt8>, to json: inout [UInt8]) {
        for byte in text {
            switch byte {
            case Byte.quote, Byte.backslash: json += [Byte.backslash, byte]
            case ..<0x20: json += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: json.append(byte)
            }
        }
    }
}
