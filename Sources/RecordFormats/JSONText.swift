import ExporterKit
import Foundation
import Groundwork

/// Writes JSON's strings and numbers on bytes (case 68).
package enum JSONText {
    /// Appends a quoted string and says whether the bytes were valid UTF-8; what was not is repaired with U+FFFD.
    ///
    /// Control characters of both sets and U+2028/2029 are escaped, so that a line of the file is a line for
    /// every reader and nothing speaks to a terminal.
    @discardableResult
    package static func appendString(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) -> Bool {
        var isValid = true
        var copied = 0
        var index = 0
        output.append(0x22)
        while true {
            index = ByteRun.endOfPlainASCII(in: text, from: index)
            guard index < text.count else { break }
            let (length, substitute) = substitution(at: index, of: text, isValid: &isValid)
            if let substitute {
                output.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<index]))
                output.append(contentsOf: substitute)
                copied = index + length
            }
            index += length
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
        output.append(0x22)
        return isValid
    }

    /// A string as quoted JSON.
    static func string(_ text: String) -> [UInt8] {
        var output: [UInt8] = []
        Array(text.utf8).withUnsafeBufferPointer { _ = appendString($0, to: &output) }
        return output
    }

    /// Appends bytes as a quoted base64 string.
    static func appendBase64(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        output.append(0x22)
        output.append(contentsOf: Data(bytes).base64EncodedData())
        output.append(0x22)
    }

    /// Whether the bytes are a number as RFC 8259 writes it, which `NaN`, `007` and `.5` are not (case 64).
    package static func isNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        func digits() -> Int {
            let start = index
            while index < text.count, text[index] >= 0x30, text[index] <= 0x39 { index += 1 }
            return index - start
        }
        func skip(_ bytes: UInt8...) -> Bool {
            guard index < text.count, bytes.contains(text[index]) else { return false }
            index += 1
            return true
        }
        _ = skip(0x2D)
        let startsWithZero = index < text.count && text[index] == 0x30
        let whole = digits()
        guard whole == 1 || (whole > 1 && !startsWithZero) else { return false }
        if skip(0x2E), digits() == 0 { return false }
        if skip(0x65, 0x45) {
            _ = skip(0x2B, 0x2D)
            if digits() == 0 { return false }
        }
        return index == text.count
    }

    /// How many bytes stand at a place, and what takes their place if they cannot stay.
    private static func substitution(
        at index: Int,
        of text: UnsafeBufferPointer<UInt8>,
        isValid: inout Bool
    ) -> (length: Int, substitute: [UInt8]?) {
        switch text[index] {
        case 0x00...0x7F: return (1, asciiEscapes[Int(text[index])])
        default: break
        }
        switch UTF8Sequence.at(index, of: text) {
        case .broken(let length):
            isValid = false
            return (length, UTF8Sequence.replacement)
        case .character(2) where text[index] == 0xC2 && text[index + 1] <= 0x9F:
            return (2, unicodeEscape(UInt16(text[index + 1])))
        case .character(3) where text[index] == 0xE2 && text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8:
            return (3, unicodeEscape(text[index + 2] == 0xA8 ? 0x2028 : 0x2029))
        case .character(let length):
            return (length, nil)
        }
    }

    private static func unicodeEscape(_ unit: UInt16) -> [UInt8] {
        let digits = Array("0123456789abcdef".utf8)
        return Array("\\u".utf8) + [12, 8, 4, 0].map { digits[Int(unit >> $0 & 0xF)] }
    }

    private static let asciiEscapes: [[UInt8]?] = (UInt8(0)...0x7F).map { byte in
        switch byte {
        case 0x22: Array("\\\"".utf8)
        case 0x5C: Array("\\\\".utf8)
        case 0x08: Array("\\b".utf8)
        case 0x09: Array("\\t".utf8)
        case 0x0A: Array("\\n".utf8)
        case 0x0C: Array("\\f".utf8)
        case 0x0D: Array("\\r".utf8)
        case 0x00...0x1F, 0x7F: unicodeEscape(UInt16(byte))
        default: nil
        }
    }
}
