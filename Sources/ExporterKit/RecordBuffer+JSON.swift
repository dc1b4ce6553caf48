extension RecordBuffer {
    /// Appends a scanned value: a string as its text, a number as its literal, an array or object as JSON text.
    ///
    /// An array or object with a string that is not valid UTF-8 is no valid JSON text; it is kept as text, byte for
    /// byte, as any other text that is not UTF-8 (case 63). So is one with half a surrogate pair, for which many a
    /// reader refuses the whole file.
    public mutating func append(_ value: JSONScanner.Value, of bytes: Span<UInt8>) {
        switch value.kind {
        case .null:
            appendNull()
        case .boolean:
            append(bytes[value.range.lowerBound] == UInt8(ascii: "t"))
        case .number:
            append(.number, of: bytes, in: value.range)
        case .string where !value.hasEscapes:
            append(.text, of: bytes, in: value.range.lowerBound + 1..<value.range.upperBound - 1)
        case .string:
            append(.text) { JSONScanner.appendText(ofString: value.range, in: bytes, to: &$0) }
        case .array, .object:
            let isJSON = isUTF8(bytes, in: value.range) && !JSONScanner.holdsHalfSurrogate(value.range, in: bytes)
            append(isJSON ? .json : .text) {
                JSONScanner.appendCompact(value.range, in: bytes, to: &$0)
            }
        }
    }

    /// Appends a cell of a kind from a range of bytes that belong to somebody else.
    public mutating func append(_ kind: Kind, of bytes: Span<UInt8>, in range: Range<Int>) {
        bytes.extracting(range).withUnsafeBytes { append(kind, copying: $0) }
    }

    private func isUTF8(_ bytes: Span<UInt8>, in range: Range<Int>) -> Bool {
        bytes.extracting(range).withUnsafeBufferPointer { text in
            text.allSatisfy { $0 < 0x80 } || String(validating: text, as: UTF8.self) != nil
        }
    }
}
