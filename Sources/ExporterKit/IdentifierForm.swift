/// How values become alike before they are compared (`shape` on a field): for asking and for the check of the answer.
public enum IdentifierShape: String, Sendable, CaseIterable, Codable {
    /// Blanks around the value are no part of it.
    case trim
    /// The value is a whole number, however it is written: `5`, `5.0` and `0005` are one.
    case integer
    /// ASCII small letters count as capitals.
    case upper
    /// ASCII capitals count as small letters.
    case lower
    /// Only the digits count: `NL-12.34` and `1234` are one.
    case digits

    /// The value in this shape.
    func applied(to value: ArraySlice<UInt8>) -> [UInt8] {
        switch self {
        case .trim: Array(Self.trimmed(value))
        case .integer: DecimalText.wholeNumber(Self.trimmed(value)) ?? Array(value)
        case .upper: value.map { (0x61...0x7A).contains($0) ? $0 & 0xDF : $0 }
        case .lower: value.map(asciiFolded)
        case .digits: value.filter(Byte.isDigit)
        }
    }

    private static func trimmed(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var value = value
        while true {
            if let first = value.first, first <= 0x20 {
                value.removeFirst()
            } else if let last = value.last, last <= 0x20 {
                value.removeLast()
            } else if value.starts(with: blank) {
                value.removeFirst(2)
            } else if value.suffix(2).elementsEqual(blank) {
                value.removeLast(2)
            } else {
                return value
            }
        }
    }

    /// The blank that does not break, U+00A0.
    private static let blank: [UInt8] = [0xC2, 0xA0]
}

/// How the values of one field are compared with identifiers of one kind: by the kind, the field's type and its shape.
///
/// Both sides are brought into this form, and then compared byte for byte.
public struct IdentifierForm: Sendable, Hashable {
    /// The kind of identifier.
    public let kind: String
    /// Whether values are e-mail addresses, compared by the addresses in the cell.
    let isAddress: Bool
    /// Whether values are numbers, so that 5.0 is 5.
    private let isNumber: Bool
    private let shapes: [IdentifierShape]

    /// The form of a kind in a field.
    public init(kind: String, of field: FieldDescription) {
        self.kind = kind
        isAddress = kind == "email"
        isNumber = ["integer", "number"].contains(field.type)
        shapes = field.shape
    }

    /// Whether values are compared as they stand.
    var isIdentity: Bool { !isAddress && !isNumber && shapes.isEmpty }

    /// Whether numbers are one however they are written.
    var comparesNumbers: Bool { isNumber }
    /// Whether whole numbers are one however they are written.
    var readsWholeNumbers: Bool { shapes.contains(.integer) }
    /// Whether bytes between those of a value may count for nothing.
    var leavesOutBytes: Bool { shapes.contains(.digits) }

    /// A value in this form; empty where nothing is left of it.
    public func canonical(_ value: ArraySlice<UInt8>) -> [UInt8] {
        var value = Array(value)
        for shape in shapes { value = shape.applied(to: value[...]) }
        if isAddress { return AddressForms.canonical(value) }
        if isNumber { return DecimalText.shortest(value[...]) ?? value }
        return value
    }

    /// Hands over each value that a single cell value stands for, in this form: of an address cell each address.
    public func forEachValue(in value: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>) -> Void) {
        if isIdentity { return body(value) }
        guard isAddress else { return body(canonical(value)[...]) }
        AddressCell.forEachAddress(in: value) { body(canonical($0)[...]) }
    }

    /// Hands over a number for each value that ``forEachValue(in:_:)`` gives, equal for equal values.
    ///
    /// Asked for every record of a file, so without a copy where the value is one plain address.
    package func forEachHash(in value: ArraySlice<UInt8>, _ body: (UInt64) -> Void) {
        if isIdentity { return body(JSONScanner.hash(of: value)) }
        if isAddress, shapes.isEmpty, let hash = Self.hash(ofPlainAddress: value) { return body(hash) }
        forEachValue(in: value) { body(JSONScanner.hash(of: $0)) }
    }

    /// The hash of a cell that is one plain address in its only form; nil for any other.
    private static func hash(ofPlainAddress cell: ArraySlice<UInt8>) -> UInt64? {
        var (hash, previous) = (JSONScanner.hashStart, UInt8(0))
        for byte in cell {
            guard AddressCell.isPlain(byte, after: previous), !AddressForms.isEncoded(byte, after: previous) else {
                return nil
            }
            hash = JSONScanner.mixed(hash, asciiFolded(byte))
            previous = byte
        }
        return previous == Byte.point ? nil : hash
    }

    /// Whether a cell's value stands for an identifier's, which is in this form already.
    ///
    /// Asked for every record, so without a copy where the bytes tell.
    func isOne(_ value: ArraySlice<UInt8>, of canonical: [UInt8]) -> Bool {
        if value.count == canonical.count, value.elementsEqual(canonical) { return true }
        if isIdentity { return false }
        if isAddress, shapes.isEmpty, value.count == canonical.count,
            zip(value, canonical).allSatisfy({ asciiFolded($0) == $1 })
        {
            return true
        }
        var isOne = false
        forEachValue(in: value) { isOne = isOne || $0.elementsEqual(canonical) }
        return isOne
    }
}

/// Decimal numbers as text.
enum DecimalText {
    /// A number without the zeros that say nothing behind its point: `5.0` and `5.` as `5`; nil where it is none.
    ///
    /// Zeros before the first digit say that it is no number but a code, which stays as it is (`007` is not 7).
    static func shortest(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard let parts = parts(of: text), parts.whole.count == 1 || parts.whole.first != Byte.zero else { return nil }
        return joined(parts)
    }

    /// A whole number without leading zeros, sign of plus, and zeros behind a point; nil where it is none.
    static func wholeNumber(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        let unsigned = text.first == Byte.plus ? text.dropFirst() : text
        guard var parts = parts(of: unsigned), parts.fraction.isEmpty else { return nil }
        parts.whole = parts.whole.dropLast().drop { $0 == Byte.zero } + parts.whole.suffix(1)
        return joined(parts)
    }

    private typealias Parts = (isNegative: Bool, whole: [UInt8], fraction: ArraySlice<UInt8>)

    private static func parts(of text: ArraySlice<UInt8>) -> Parts? {
        let isNegative = text.first == Byte.minus
        let digits = isNegative ? text.dropFirst() : text
        let whole = digits.prefix(while: Byte.isDigit)
        var fraction = digits[whole.endIndex...]
        guard !whole.isEmpty else { return nil }
        if fraction.first == Byte.point { fraction.removeFirst() } else if !fraction.isEmpty { return nil }
        guard fraction.allSatisfy(Byte.isDigit) else { return nil }
        while fraction.last == Byte.zero { fraction.removeLast() }
        return (isNegative, Array(whole), fraction)
    }

    private static func joined(_ parts: Parts) -> [UInt8] {
        let isZero = parts.whole == [Byte.zero] && parts.fraction.isEmpty
        let number = parts.whole + (parts.fraction.isEmpty ? [] : [Byte.point] + Array(parts.fraction))
        return parts.isNegative && !isZero ? [Byte.minus] + number : number
    }
}
