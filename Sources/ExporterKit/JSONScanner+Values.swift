extension JSONScanner {
    /// Hands over every element of an array, in order.
    public mutating func forEachElement(
        of array: Value,
        in bytes: Span<UInt8>,
        _ body: (Value) -> Void
    ) throws(JSONProblem) {
        _ = try scanElements(bytes, at: array.range.lowerBound, depth: 1, body)
    }

    mutating func scanValue(_ bytes: Span<UInt8>, at start: Int, depth: Int) throws(JSONProblem) -> Value {
        guard start < bytes.count else { throw JSONProblem(.malformed, at: start) }
        var escapes = false
        let kind: Kind
        let end: Int
        switch bytes[start] {
        case Byte.quote:
            kind = .string
            end = try scanString(bytes, at: start, escapes: &escapes)
        case Byte.minus, Byte.zero...Byte.nine:
            kind = .number
            end = try scanNumber(bytes, at: start)
        case Byte.openBrace:
            kind = .object
            end = try skipMembers(bytes, at: start, depth: depth + 1)
        case Byte.openBracket:
            kind = .array
            end = try scanElements(bytes, at: start, depth: depth + 1) { _ in }
        case UInt8(ascii: "t"):
            kind = .boolean
            end = try scanWord("true", bytes, at: start)
        case UInt8(ascii: "f"):
            kind = .boolean
            end = try scanWord("false", bytes, at: start)
        default:
            kind = .null
            end = try scanWord("null", bytes, at: start)
        }
        return Value(kind: kind, range: start..<end, hasEscapes: escapes)
    }

    private mutating func scanElements(
        _ bytes: Span<UInt8>,
        at start: Int,
        depth: Int,
        _ body: (Value) -> Void
    ) throws(JSONProblem) -> Int {
        guard depth <= limits.depth else { throw JSONProblem(.tooDeep, at: start) }
        var position = skipSpace(bytes, from: start + 1)
        if position < bytes.count, bytes[position] == Byte.closeBracket { return position + 1 }
        while true {
            let element = try scanValue(bytes, at: position, depth: depth)
            body(element)
            position = skipSpace(bytes, from: element.range.upperBound)
            guard position < bytes.count else { throw JSONProblem(.malformed, at: position) }
            if bytes[position] == Byte.closeBracket { return position + 1 }
            guard bytes[position] == Byte.comma else { throw JSONProblem(.malformed, at: position) }
            position = skipSpace(bytes, from: position + 1)
        }
    }

    /// Scans the members of an object that nobody asks for, and forgets them.
    private mutating func skipMembers(_ bytes: Span<UInt8>, at start: Int, depth: Int) throws(JSONProblem) -> Int {
        let (keyCount, byteCount) = (keys.count, keyBytes.count)
        let end = try scanMembers(bytes, at: start, depth: depth)
        keys.removeLast(keys.count - keyCount)
        keyBytes.removeLast(keyBytes.count - byteCount)
        return end
    }

    mutating func scanMembers(_ bytes: Span<UInt8>, at start: Int, depth: Int) throws(JSONProblem) -> Int {
        guard depth <= limits.depth else { throw JSONProblem(.tooDeep, at: start) }
        let first = keys.count
        var position = skipSpace(bytes, from: start + 1)
        if position < bytes.count, bytes[position] == Byte.closeBrace { return position + 1 }
        while true {
            position = try scanMember(bytes, at: position, depth: depth)
            position = skipSpace(bytes, from: position)
            guard position < bytes.count else { throw JSONProblem(.malformed, at: position) }
            if bytes[position] == Byte.closeBrace { break }
            guard bytes[position] == Byte.comma else { throw JSONProblem(.malformed, at: position) }
            position = skipSpace(bytes, from: position + 1)
        }
        guard !hasDuplicate(from: first) else { throw JSONProblem(.duplicateKey, at: start) }
        return position + 1
    }

    private mutating func scanMember(_ bytes: Span<UInt8>, at start: Int, depth: Int) throws(JSONProblem) -> Int {
        guard start < bytes.count, bytes[start] == Byte.quote else { throw JSONProblem(.malformed, at: start) }
        guard keys.count < limits.keys else { throw JSONProblem(.tooManyKeys, at: start) }
        var escapes = false
        let keyEnd = try scanString(bytes, at: start, escapes: &escapes)
        let number = keys.count
        appendKey(bytes, in: start..<keyEnd, escapes: escapes)
        let colon = skipSpace(bytes, from: keyEnd)
        guard colon < bytes.count, bytes[colon] == Byte.colon else { throw JSONProblem(.malformed, at: colon) }
        let value = try scanValue(bytes, at: skipSpace(bytes, from: colon + 1), depth: depth)
        keys[number].value = value
        return value.range.upperBound
    }

    private mutating func appendKey(_ bytes: Span<UInt8>, in range: Range<Int>, escapes: Bool) {
        let start = keyBytes.count
        if escapes {
            Self.appendText(ofString: range, in: bytes, to: &keyBytes)
        } else {
            bytes.extracting(range.lowerBound + 1..<range.upperBound - 1).withUnsafeBufferPointer {
                keyBytes.append(contentsOf: $0)
            }
        }
        let hash = keyBytes.withUnsafeBufferPointer { Self.hash(of: $0[start...]) }
        keys.append(Key(hash: hash, range: start..<keyBytes.count, value: nil))
    }

    private func hasDuplicate(from first: Int) -> Bool {
        guard keys.count - first > 24 else {
            for later in keys.indices[first...].dropFirst() {
                for earlier in first..<later where keysEqual(keys[earlier], keys[later]) { return true }
            }
            return false
        }
        // Sorted, so that an object of a hundred thousand keys does not take their square.
        let sorted = keys[first...].sorted { one, other in
            one.hash != other.hash
                ? one.hash < other.hash
                : keyBytes[one.range].lexicographicallyPrecedes(keyBytes[other.range])
        }
        return zip(sorted, sorted.dropFirst()).contains { keysEqual($0, $1) }
    }

    private func keysEqual(_ one: Key, _ other: Key) -> Bool {
        one.hash == other.hash && keyBytes[one.range].elementsEqual(keyBytes[other.range])
    }
}
