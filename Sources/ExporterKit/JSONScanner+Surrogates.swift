extension JSONScanner {
    /// Whether valid JSON text holds an escape that is half of a surrogate pair, which stands for no character.
    static func holdsHalfSurrogate(_ range: Range<Int>, in bytes: Span<UInt8>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            guard bytes[index] == Byte.backslash else {
                index += 1
                continue
            }
            switch surrogate(at: index, in: bytes, before: range.upperBound) {
            case .none: index += 2
            case .low: return true
            case .high:
                guard surrogate(at: index + 6, in: bytes, before: range.upperBound) == .low else { return true }
                index += 12
            }
        }
        return false
    }

    private enum Surrogate { case none, high, low }

    /// What the escape `\uXXXX` at a place is half of; none where none stands there.
    private static func surrogate(at start: Int, in bytes: Span<UInt8>, before end: Int) -> Surrogate {
        guard start + 6 <= end, bytes[start] == Byte.backslash, bytes[start + 1] == UInt8(ascii: "u") else {
            return .none
        }
        var unit: UInt16 = 0
        for place in start + 2..<start + 6 {
            guard let digit = Byte.hexValue(bytes[place]) else { return .none }
            unit = unit << 4 | digit
        }
        return switch unit {
        case 0xD800...0xDBFF: .high
        case 0xDC00...0xDFFF: .low
        default: .none
        }
    }
}
