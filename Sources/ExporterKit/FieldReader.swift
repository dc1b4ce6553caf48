/// Makes of what a source holds the value that its field describes (Table Schema), and says whether a value is one.
///
/// What does not fit is left exactly as it is: a zip code `0123` under `integer` stays a text. That it does not fit is
/// seen on the value itself, before and after names in it were replaced.
///
/// A class, because records in millions hand it on for each of their cells, and a value of so many parts costs a count of
/// each.
public final class FieldReader: Sendable {
    /// What a cell becomes.
    enum Reading: Sendable {
        /// Its bytes stay.
        case kind(RecordBuffer.Kind)
        /// Other bytes take their place.
        case value(RecordBuffer.Kind, [UInt8])
    }

    package let type: FieldType
    private let format: StringFormat?
    private let missing: [[UInt8]]
    private let yes: [[UInt8]]
    private let no: [[UInt8]]
    let numbers: NumberWriting
    private let pattern: DatePattern?
    private let geopoint: String?
    let list: ListWriting?

    /// Makes a reader for a field; a type or a format that Table Schema does not know fits everything.
    public init(_ field: FieldDescription) {
        let (values, type) = (field.values, FieldType(rawValue: field.type) ?? .any)
        self.type = type
        format = type == .string ? field.format.flatMap(StringFormat.init) : nil
        missing = (values.missingValues ?? (type == .string || type == .any ? [] : [""])).map { Array($0.utf8) }
        (yes, no) = (values.trueValues.map { Array($0.utf8) }, values.falseValues.map { Array($0.utf8) })
        numbers = NumberWriting(values)
        // A pattern that is none is an error of the configuration, and told there.
        pattern = (try? DatePattern.of(format: field.format, for: type)) ?? nil
        geopoint = type == .geopoint ? field.format ?? "default" : nil
        list = type == .list ? ListWriting(values) : nil
    }

    /// The kinds of cells that stay what they are as long as they are not empty; most cells of a field are of one.
    struct Leaves: Sendable {
        fileprivate let texts: Bool
        fileprivate let literals: Bool

        func contains(_ kind: RecordBuffer.Kind) -> Bool {
            switch kind {
            case .text: texts
            case .number, .boolean: literals
            case .null, .json, .blob, .document: true
            }
        }
    }

    /// Which cells need not be looked at.
    var leaves: Leaves {
        guard missing.allSatisfy(\.isEmpty) else { return Leaves(texts: false, literals: false) }
        let texts =
            switch type {
            case .string, .any, .duration, .year, .yearmonth: true
            case .date, .datetime, .time: pattern == nil
            case .geopoint: geopoint == "default"
            case .array, .boolean, .geojson, .integer, .list, .number, .object: false
            }
        return Leaves(texts: texts, literals: type != .boolean && pattern?.countsSince1970 != true)
    }

    /// Whether the field's cells stay what they are, whatever they hold.
    var isIdle: Bool { missing.isEmpty && (type == .string || type == .any) }
    /// Whether every text fits.
    package var takesAnyText: Bool { type == .any || (type == .string && format == nil) }

    /// Whether days and times are written otherwise than by ISO 8601.
    var hasPattern: Bool { pattern != nil }

    // MARK: Reading

    /// What a cell becomes, or nil where it stays.
    func reading(of kind: RecordBuffer.Kind, _ cell: Span<UInt8>) -> Reading? {
        guard kind == .text || kind == .number || kind == .boolean else { return nil }
        if isOne(cell, of: missing) { return .value(.null, []) }
        switch type {
        case .boolean where kind != .boolean:
            if isOne(cell, of: yes) { return .value(.boolean, Self.trueWord) }
            return isOne(cell, of: no) ? .value(.boolean, Self.falseWord) : nil
        case .integer, .number:
            return kind == .text ? numbers.literal(cell, whole: type == .integer) : nil
        case .date, .datetime, .time:
            let mayBe = kind == .text || (kind == .number && pattern?.countsSince1970 == true)
            return mayBe ? pattern?.isoText(cell).map { .value(.text, $0) } : nil
        case .array: return kind == .text ? Self.json(cell, .array) : nil
        case .object, .geojson: return kind == .text ? Self.json(cell, .object) : nil
        case .geopoint where kind == .text && geopoint != "default":
            return Self.json(cell, geopoint == "array" ? .array : .object)
        case .list: return kind == .text ? list?.items(of: Self.bytes(cell)[...]).map { .value(.json, $0) } : nil
        default: return nil
        }
    }

    /// The JSON value that a text holds, in its shortest writing; nil where it is none of the kind.
    private static func json(_ text: Span<UInt8>, _ kind: JSONScanner.Kind) -> Reading? {
        var scanner = JSONScanner()
        guard let value = try? scanner.scan(text), value.kind == kind else { return nil }
        var record = RecordBuffer()
        record.append(value, of: text)
        return record.kind(at: 0) == .json ? .value(.json, record.bytes) : nil
    }

    // MARK: Fitting

    /// Whether a cell, once read, is a value of the field's type and format.
    private func fits(_ kind: RecordBuffer.Kind, _ cell: Span<UInt8>) -> Bool {
        if let fits = type.fits(kind, cell) { return fits }
        return switch (type, kind) {
        case (.string, .text): format?.fits(Self.bytes(cell)[...]) ?? true
        case (.string, .blob): format == nil || format == .binary
        case (.string, .document): format == nil
        case (.list, .json): list?.areItems(Self.bytes(cell)[...]) ?? false
        case (.geopoint, .text): geopoint == "default" && GeoPoint.isPair(Self.bytes(cell)[...])
        case (.geopoint, .json): GeoPoint.isPoint(Self.bytes(cell)[...], format: geopoint ?? "")
        default: false
        }
    }

    /// Whether a cell of a record, once read, is a value of the field's type and format.
    package func fits(_ record: RecordBuffer, at index: Int) -> Bool {
        fits(record.kind(at: index), record.bytes.span.extracting(record.range(at: index)))
    }

    private static func bytes(_ cell: Span<UInt8>) -> [UInt8] { cell.withUnsafeBufferPointer { Array($0) } }
    private static let trueWord = Array("true".utf8)
    private static let falseWord = Array("false".utf8)

    private func isOne(_ cell: Span<UInt8>, of words: [[UInt8]]) -> Bool {
        for word in words where word.count == cell.count {
            var place = 0
            while place < word.count, word[place] == cell[place] { place += 1 }
            if place == word.count { return true }
        }
        return false
    }
}

extension FieldType {
    /// Whether a cell is a value of this type, as far as the type alone tells; nil where format or items tell more.
    @inline(__always)
    fileprivate func fits(_ kind: RecordBuffer.Kind, _ cell: Span<UInt8>) -> Bool? {
        switch (self, kind) {
        case (_, .null), (.any, _): true
        case (.string, .text), (.string, .blob), (.string, .document): nil
        case (.list, .json), (.geopoint, .text), (.geopoint, .json): nil
        case (.integer, .number): NumberWriting.isLiteral(cell, whole: true)
        case (.number, .number), (.boolean, .boolean): true
        case (.date, .text): ISOText.isDate(cell)
        case (.datetime, .text): ISOText.isDatetime(cell)
        case (.time, .text): ISOText.isTime(cell)
        case (.duration, .text): ISOText.isDuration(cell)
        case (.year, .text), (.year, .number): ISOText.isYear(cell)
        case (.yearmonth, .text): ISOText.isYearMonth(cell)
        case (.array, .json): cell[0] == Byte.openBracket
        case (.object, .json), (.geojson, .json): cell[0] == Byte.openBrace
        default: false
        }
    }

    /// The same for a cell of a record.
    package func fits(_ record: RecordBuffer, at index: Int) -> Bool? {
        fits(record.kind(at: index), record.bytes.span.extracting(record.range(at: index)))
    }
}
