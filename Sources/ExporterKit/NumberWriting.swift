/// How a field's numbers are written: `1.234,50`, `€ 95`, `12 %`.
struct NumberWriting: Sendable {
    private let decimal: [UInt8]
    private let group: [UInt8]
    private let isBare: Bool
    /// Whether numbers are written as JSON writes them.
    let isPlain: Bool

    /// Whether the digits of a number's whole stand together, and those of its fraction.
    var keepsDigits: Bool { group.isEmpty && !decimal.contains(where: Byte.isDigit) && !decimal.isEmpty }

    init(_ values: ValueProperties) {
        decimal = Array(values.decimalChar.utf8)
        group = Array(values.groupChar.utf8)
        isBare = values.bareNumber
        isPlain = isBare && group.isEmpty && decimal == [Byte.point]
    }

    /// The literal of JSON that a text writes, nil where it is no number so written; the text itself where it is one.
    ///
    /// Nothing is lost on the way: zeros before the first digit, a plus and blanks say more than a number can.
    func literal(_ text: Span<UInt8>, whole: Bool) -> FieldReader.Reading? {
        if isPlain { return Self.isLiteral(text, whole: whole) ? .kind(.number) : nil }
        let all = text.withUnsafeBufferPointer { Array($0) }
        guard let number = isBare ? all[...] : withoutSurroundings(all), let literal = joined(number, whole: whole),
            Self.isLiteral(literal.span, whole: whole)
        else { return nil }
        return .value(.number, literal)
    }

    /// Whether a text is a number literal, and where it must be whole, one without point and exponent.
    static func isLiteral(_ text: Span<UInt8>, whole: Bool) -> Bool {
        if whole {
            for index in text.indices where text[index] == Byte.point || asciiFolded(text[index]) == UInt8(ascii: "e") {
                return false
            }
        }
        return JSONScanner.isNumber(text)
    }

    /// The number without what stands around it; nil where that may be a sign or a part of the number.
    private func withoutSurroundings(_ text: [UInt8]) -> ArraySlice<UInt8>? {
        guard let last = text.lastIndex(where: Byte.isDigit),
            let first = text.firstIndex(where: { Byte.isDigit($0) || $0 == Byte.minus })
        else { return nil }
        guard first <= last else { return nil }
        let (before, behind) = (text[..<first], text[(last + 1)...])
        let isNegativeInBrackets = behind.contains { $0 == Byte.minus || $0 == UInt8(ascii: ")") }
        let isFraction = before.suffix(decimal.count).elementsEqual(decimal)
        return isNegativeInBrackets || isFraction ? nil : text[first...last]
    }

    /// The number with a point and without what groups its digits; nil where the groups are none.
    private func joined(_ number: ArraySlice<UInt8>, whole: Bool) -> [UInt8]? {
        let parts = whole ? [number] : number.parted(by: decimal)
        guard let first = parts.first, parts.count <= 2, let digits = ungrouped(first),
            // What is no mark of the field's is none that a number may have.
            !digits.contains(Byte.point), parts.count == 1 || !parts[1].contains(Byte.point)
        else { return nil }
        return parts.count == 2 ? digits + [Byte.point] + parts[1] : digits
    }

    /// `1.234.567` and `12,34,567` have groups; `1.23` with a point as group character has none, and is no number.
    private func ungrouped(_ whole: ArraySlice<UInt8>) -> [UInt8]? {
        guard !group.isEmpty else { return Array(whole) }
        let groups = whole.parted(by: group)
        guard groups.count > 1 else { return Array(whole) }
        let sizes = groups.map { $0.count { Byte.isDigit($0) } }
        let areGroups =
            (1...3).contains(sizes[0]) && sizes.last == 3
            && sizes.dropFirst().allSatisfy { $0 == 2 || $0 == 3 }
        return areGroups ? groups.flatMap(\.self) : nil
    }
}
