import Foundation

/// The text of a header as RFC 2047 wants it.
enum EncodedWord {
    /// The text as it is when it is short, plain and unambiguous; otherwise as encoded words on folded lines.
    static func encode(_ text: String, fieldName: String) -> String {
        let bytes = Array(text.utf8)
        if isPlain(bytes), fieldName.utf8.count + 2 + bytes.count <= 76 { return text }
        return words(of: bytes).map(encodedWord).joined(separator: "\r\n ")
    }

    /// The most bytes that one encoded word holds (75 characters), or a quoted name that is not folded.
    static let longestPhrase = 45

    /// A name before an address (RFC 5322, `phrase`): in quotes where it is ASCII, and otherwise as one encoded word,
    /// because some readers put a blank between two of them.
    static func phrase(_ name: String) -> String {
        let bytes = Array(name.utf8)
        guard isPlain(bytes) else { return encodedWord(bytes[...]) }
        let escaped = bytes.flatMap { [UInt8(ascii: "\""), UInt8(ascii: "\\")].contains($0) ? [0x5C, $0] : [$0] }
        return "\"\(String(decoding: escaped, as: UTF8.self))\""
    }

    private static func encodedWord(_ bytes: ArraySlice<UInt8>) -> String {
        "=?UTF-8?B?\(Data(bytes).base64EncodedString())?="
    }

    private static func isPlain(_ bytes: [UInt8]) -> Bool {
        let space = UInt8(ascii: " ")
        return bytes.allSatisfy { (0x20...0x7E).contains($0) } && bytes.first != space && bytes.last != space
            && !zip(bytes, bytes.dropFirst()).contains { $0 == UInt8(ascii: "=") && $1 == UInt8(ascii: "?") }
    }

    /// Pieces of at most 39 bytes, which is 52 in Base64 and leaves room for the longest field name; a piece never
    /// ends inside of a character's bytes, because each must be UTF-8 by itself.
    private static func words(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var words: [ArraySlice<UInt8>] = []
        var start = 0
        while start < bytes.count {
            var end = min(start + 39, bytes.count)
            while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
            words.append(bytes[start..<end])
            start = end
        }
        return words
    }
}
