extension JSONScanner {
    /// Whether a text is a number literal of JSON and nothing else, such as `-0`, `12.50` or `1e400`.
    public static func isNumber(_ text: Span<UInt8>) -> Bool {
        guard let end = try? JSONScanner().scanNumber(text, at: 0) else { return false }
        return end == text.count
    }

    @inline(__always)
    func skipSpace(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var position = start
        while position < bytes.count, Byte.isSpace(bytes[position]) { position += 1 }
        return position
    }

    func scanWord(_ word: StaticString, _ bytes: Span<UInt8>, at start: Int) throws(JSONProblem) -> Int {
        let length = word.utf8CodeUnitCount
        guard bytes.count - start >= length else { throw JSONProblem(.malformed, at: start) }
        for index in 0..<length where bytes[start + index] != word.utf8Start[index] {
            throw JSONProblem(.malformed, at: start)
        }
        return start + length
    }

    func scanNumber(_ bytes: Span<UInt8>, at start: Int) throws(JSONProblem) -> Int {
        var position = start
        if position < bytes.count, bytes[position] == Byte.minus { position += 1 }
        if position < bytes.count, bytes[position] == Byte.zero {
            position += 1
        } else {
            position = try scanDigits(bytes, at: position)
        }
        if position < bytes.count, bytes[position] == Byte.point {
            position = try scanDigits(bytes, at: position + 1)
        }
        if position < bytes.count, asciiFolded(bytes[position]) == UInt8(ascii: "e") {
            position += 1
            if position < bytes.count, bytes[position] == Byte.plus || bytes[position] == Byte.minus { position += 1 }
            position = try scanDigits(bytes, at: position)
        }
        return position
    }

    private func scanDigits(_ bytes: Span<UInt8>, at start: Int) throws(JSONProblem) -> Int {
        var position = start
        while position < bytes.count, Byte.isDigit(bytes[position]) { position += 1 }
        guard position > start else { throw JSONProblem(.malformed, at: start) }
        return position
    }

    func scanString(_ bytes: Span<UInt8>, at start: Int, escapes: inout Bool) throws(JSONProblem) -> Int {
        var position = start + 1
        while position < bytes.count {
            position = ByteRun.endOfPlainText(in: bytes, from: position)
            guard position < bytes.count else { break }
            let byte = bytes[position]
            if byte == Byte.quote { return position + 1 }
            guard byte >= 0x20 else { throw JSONProblem(.malformed, at: position) }
            if byte == Byte.backslash {
                escapes = true
                position = try scanEscape(bytes, at: position)
            }
        }
        throw JSONProblem(.malformed, at: position)
    }

    private func scanEscape(_ bytes: Span<UInt8>, at start: Int) throws(JSONProblem) -> Int {
        guard start + 1 < bytes.count else { throw JSONProblem(.malformed, at: start) }
        switch bytes[start + 1] {
        case Byte.quote, Byte.backslash, UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return start + 2
        case UInt8(ascii: "u"):
            guard Self.codeUnit(bytes, at: start) != nil else { throw JSONProblem(.malformed, at: start) }
            return start + 6
        default:
            throw JSONProblem(.malformed, at: start)
        }
    }

    /// The UTF-16 code unit of `\uXXXX` at a place, or nil if something else stands there.
    static func codeUnit(_ bytes: Span<UInt8>, at start: Int) -> UInt16? {
        guard start + 6 <= bytes.count, bytes[start] == Byte.backslash, bytes[start + 1] == UInt8(ascii: "u") else {
            return nil
        }
        var unit: UInt16 = 0
        for index in (start + 2)..<(start + 6) {
            guard let digit = Byte.hexValue(bytes[index]) else { return nil }
            unit = unit << 4 | digit
        }
        return unit
    }
}
