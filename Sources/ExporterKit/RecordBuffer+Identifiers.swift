extension RecordBuffer {
    /// Whether a cell carries an identifier: its text, number or truth value is the identifier's, or it is a JSON
    /// array and one of its elements is.
    public func carries(_ identifier: Identifier, at index: Int) -> Bool {
        var found = false
        forEachIdentifierValue(at: index) { found = found || identifier.matches($0) }
        return found
    }

    /// The values by which a cell may be an identifier: its own, or the elements of a JSON array; none that is empty.
    public func identifierValues(at index: Int) -> [[UInt8]] {
        var values: [[UInt8]] = []
        forEachIdentifierValue(at: index) { values.append(Array($0)) }
        return values
    }

    /// Hands over each value by which a cell may be an identifier, without a copy where the cell holds one value.
    public func forEachIdentifierValue(at index: Int, _ body: (ArraySlice<UInt8>) -> Void) {
        switch kind(at: index) {
        case .null, .blob, .document:
            return
        case .boolean, .number, .text:
            let value = cell(at: index)
            if !value.isEmpty { body(value) }
        case .json:
            forEachElement(at: index, body)
        }
    }

    private func forEachElement(at index: Int, _ body: (ArraySlice<UInt8>) -> Void) {
        let json = cell(at: index)
        guard json.first == Byte.openBracket else { return }
        var scanner = JSONScanner()
        let array = JSONScanner.Value(kind: .array, range: range(at: index), hasEscapes: false)
        // A cell that a driver filled with something that is no JSON carries nothing.
        try? scanner.forEachElement(of: array, in: bytes.span) { element in
            switch element.kind {
            case .null, .array, .object:
                return
            case .boolean, .number:
                body(bytes[element.range])
            case .string where !element.hasEscapes:
                let text = bytes[element.range].dropFirst().dropLast()
                if !text.isEmpty { body(text) }
            case .string:
                var text: [UInt8] = []
                JSONScanner.appendText(ofString: element.range, in: bytes.span, to: &text)
                if !text.isEmpty { body(text[...]) }
            }
        }
    }
}
