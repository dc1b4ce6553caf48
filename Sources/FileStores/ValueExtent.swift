import ExporterKit

/// Follows a value byte by byte to find where it ends.
struct ValueExtent {
    enum Step {
        case within, last, behind
    }

    private var depth = 0
    private var inString = false
    private var escaped = false

    /// Whether the file may end here.
    var mayEnd: Bool { depth == 0 && !inString }

    mutating func take(_ byte: UInt8) -> Step {
        if inString { return takeInString(byte) }
        switch byte {
        case Byte.quote:
            inString = true
        case Byte.openBrace, Byte.openBracket:
            depth += 1
        case Byte.closeBrace, Byte.closeBracket:
            if depth == 0 { return .behind }
            depth -= 1
            return depth == 0 ? .last : .within
        default:
            return depth == 0 && (byte == Byte.comma || Byte.isSpace(byte)) ? .behind : .within
        }
        return .within
    }

    private mutating func takeInString(_ byte: UInt8) -> Step {
        if escaped {
            escaped = false
        } else if byte == Byte.backslash {
            escaped = true
        } else if byte == Byte.quote {
            inString = false
            return depth == 0 ? .last : .within
        }
        return .within
    }
}
