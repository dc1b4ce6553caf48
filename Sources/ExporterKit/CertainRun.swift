/// Bytes that stand in every writing of a wanted value, one after the other, as small letters of ASCII.
///
/// For a search of bytes before records are read (docs/decisions/044): a text in which the run does not stand, in small
/// letters or capitals, does not hold the value. It is part of an identifier and never prints.
package struct CertainRun: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable
{
    /// The run; a number without its leading zeros.
    package let bytes: [UInt8]
    /// Whether the run is a number of which no digit stands outside it, but for zeros before it.
    package let isNumber: Bool

    /// Makes a run.
    package init(_ run: some Collection<UInt8>, isNumber: Bool = false) {
        let digits = isNumber ? run.dropLast().drop { $0 == Byte.zero } + run.suffix(1) : Array(run)[...]
        bytes = digits.map(asciiFolded)
        self.isNumber = isNumber
    }

    /// Nothing of the run: it is personal data.
    package var description: String { "run of \(bytes.count) bytes <redacted>" }
    /// Nothing of the run: it is personal data.
    package var debugDescription: String { description }
    /// Nothing to look into: it is personal data.
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension IdentifierForm {
    /// The run that stands in every value which is a wanted one in this form; nil where no byte is certain.
    ///
    /// - Parameter canonical: The wanted value, in this form.
    /// - Parameter isAlone: Whether no digit of something else can stand beside a value, but for an escaped one.
    /// - Parameter isPlain: The bytes of ASCII that are always written as they are, or as `\u00` and their number.
    package func certainRun(
        of canonical: [UInt8],
        isAlone: Bool,
        where isPlain: (UInt8) -> Bool
    ) -> CertainRun? {
        guard !leavesOutBytes else { return nil }
        let isNumeric = canonical.allSatisfy { Byte.isDigit($0) || Self.numberMarks.contains($0) }
        let holdsDigit = canonical.contains(where: Byte.isDigit)
        // A number's mark of fractions may be another one, its sign and its zeros may be left out or not.
        let onlyDigits = holdsDigit && (comparesNumbers || (isNumeric && readsWholeNumbers))
        let kept = isAddress ? Self.withoutLetterLabels(canonical) : canonical
        let runs = kept.split { onlyDigits ? !Byte.isDigit($0) : $0 >= 0x80 || !isPlain($0) }
        let addressed = runs.last { $0.count > 2 && $0.contains(UInt8(ascii: "@")) }
        guard let run = addressed ?? runs.max(by: { $0.count < $1.count }) else { return nil }
        let isWhole = run.count == canonical.count || (onlyDigits && isNumeric)
        return CertainRun(run, isNumber: isAlone && !isAddress && isWhole && run.allSatisfy(Byte.isDigit))
    }

    private static let numberMarks: [UInt8] = [Byte.plus, Byte.minus, Byte.point]

    /// An address in which each label of its domain that has a second form is a byte that no text has.
    private static func withoutLetterLabels(_ address: [UInt8]) -> [UInt8] {
        guard let at = address.lastIndex(of: UInt8(ascii: "@")) else { return address }
        let labels = address[(at + 1)...].split(separator: Byte.point, omittingEmptySubsequences: false)
        let domain = labels.map { $0.contains { $0 >= 0x80 } ? [0xFF] : Array($0) }
        return address[...at] + Array(domain.joined(separator: [Byte.point]))
    }
}

extension FieldReader {
    /// Whether the bytes of a value that was read stood in its cell in the same order, with nothing between them; of a
    /// number, its digits.
    package var keepsRuns: Bool {
        switch type {
        case .string, .any, .array, .duration, .year, .yearmonth: true
        case .date, .datetime, .time: !hasPattern
        case .integer, .number: numbers.keepsDigits
        case .list: list?.keepsRuns ?? false
        case .boolean, .geojson, .geopoint, .object: false
        }
    }

    /// Whether a number in a cell has no other digits beside it: no items and no signs of currencies.
    package var keepsNumbersAlone: Bool {
        switch type {
        case .list: false
        case .integer, .number: numbers.isPlain
        default: true
        }
    }
}

extension ListWriting {
    /// Whether the items' bytes stand in the text as they are.
    fileprivate var keepsRuns: Bool { item.type != .list && item.keepsRuns }
}
