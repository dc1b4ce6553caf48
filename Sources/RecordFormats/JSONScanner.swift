import ExporterKit

/// Finds where the values of a line of JSON begin and end, without looking into what is nested.
struct JSONScanner {
    /// A string, from quote to quote.
    struct Text {
        let quoted: UnsafeBufferPointer<UInt8>
        let hasEscapes: Bool

        /// What stands between the quotes.
        var content: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: quoted[1..<quoted.count - 1]) }
    }

    /// A value of a member.
    enum Value {
        case null
        case truth(Bool)
        case number(UnsafeBufferPointer<UInt8>)
        case string(Text)
        /// An array or an object, as it stands.
        case structure(UnsafeBufferPointer<UInt8>)
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Passes a byte, and space before it; false where another one stands.
    mutating func skip(_ byte: UInt8) -> Bool {
        skipSpace()
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    /// Passes a value; nil where none stands.
    mutating func value() -> Value? {
        skipSpace()
        guard index < bytes.count else { return nil }
        switch bytes[index] {
        case 0x22: return string().map(Value.string)
        case 0x5B, 0x7B: return structure().map(Value.structure)
        default: return word()
        }
    }

    /// Passes a string; nil where none stands.
    mutating func string() -> Text? {
        let start = index
        guard skip(0x22) else { return nil }
        var hasEscapes = false
        while true {
            index = ByteRun.endOfPlainText(in: bytes.span, from: index)
            guard index < bytes.count else { return nil }
            switch bytes[index] {
            case 0x22:
                index += 1
                return Text(quoted: slice(from: start), hasEscapes: hasEscapes)
            case 0x5C:
                hasEscapes = true
                index += 2
            default: index += 1
            }
            guard index <= bytes.count else { return nil }
        }
    }

    private mutating func structure() -> UnsafeBufferPointer<UInt8>? {
        let start = index
        var depth = 0
        while index < bytes.count {
            switch bytes[index] {
            case 0x22:
                guard string() != nil else { return nil }
                continue
            case 0x5B, 0x7B: depth += 1
            case 0x5D, 0x7D: depth -= 1
            default: break
            }
            index += 1
            if depth == 0 { return slice(from: start) }
        }
        return nil
    }

    private mutating func word() -> Value? {
        let start = index
        while index < bytes.count, bytes[index] != 0x2C, bytes[index] != 0x7D, bytes[index] != 0x20 { index += 1 }
        let word = slice(from: start)
        if JSONText.isNumber(word) { return .number(word) }
        if word.elementsEqual("null".utf8) { return .null }
        if word.elementsEqual("true".utf8) { return .truth(true) }
        return word.elementsEqual("false".utf8) ? .truth(false) : nil
    }

    private mutating func skipSpace() {
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    }

    private func slice(from start: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[start..<index])
    }
}

extension JSONScanner.Text {
    /// Appends the string's characters; half a surrogate pair becomes U+FFFD.
    func append(to output: inout [UInt8]) {
        let text = content
        var index = 0
        while index < text.count {
            guard text[index] == 0x5C, index + 1 < text.count else {
                output.append(text[index])
                index += 1
                continue
            }
            index += 2
            switch text[index - 1] {
            case 0x62: output.append(0x08)
            case 0x66: output.append(0x0C)
            case 0x6E: output.append(0x0A)
            case 0x72: output.append(0x0D)
            case 0x74: output.append(0x09)
            case 0x75: index = appendUnicode(at: index, of: text, to: &output)
            default: output.append(text[index - 1])
            }
        }
    }

    /// Appends the character whose four digits stand there, and says where the text goes on.
    private func appendUnicode(at index: Int, of text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) -> Int {
        guard let unit = Self.unit(at: index, of: text) else { return index }
        if UTF16.isLeadSurrogate(unit), index + 5 < text.count, text[index + 4] == 0x5C, text[index + 5] == 0x75,
            let trail = Self.unit(at: index + 6, of: text), UTF16.isTrailSurrogate(trail)
        {
            output += Array(String(decoding: [unit, trail], as: UTF16.self).utf8)
            return index + 10
        }
        output += Array(String(decoding: [unit], as: UTF16.self).utf8)
        return index + 4
    }

    private static func unit(at index: Int, of text: UnsafeBufferPointer<UInt8>) -> UInt16? {
        guard index + 4 <= text.count else { return nil }
        return UInt16(String(decoding: text[index..<index + 4], as: UTF8.self), radix: 16)
    }
}
