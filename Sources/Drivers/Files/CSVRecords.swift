import ExporterKit

/// The rows of a CSV file, by the labels in its first row.
struct CSVRecords: RecordCutter {
    private let fields: [FieldDescription]
    private let virtual: [VirtualPath?]
    private let asked: [[Int]]
    private let delimiter: UInt8
    private var rows: CSVRows
    private var columns: [Int?] = []
    private var width = 0
    private var problems: [Problem] = []

    init(_ collection: CollectionDescription, delimiter: UInt8) {
        fields = collection.fields
        virtual = fields.map(\.virtualPath)
        asked = collection.needs.map(collection.fieldsCarrying)
        self.delimiter = delimiter
        rows = CSVRows(delimiter: delimiter)
    }

    var place: String { "line \(rows.number)" }

    mutating func begin(_ reader: inout ByteReader) throws {
        rows = CSVRows(delimiter: delimiter)
        guard try rows.next(&reader) else { throw JSONProblem(.malformed, at: 0) }
        width = rows.count
        let labels = (0..<width).map { Array(rows.text[rows.range($0)]) }
        guard Set(labels).count == width else { throw JSONProblem(.duplicateKey, at: 0) }
        columns = fields.map { field in labels.firstIndex { $0.elementsEqual(field.path.utf8) } }
        problems =
            labels.filter { label in !fields.contains { $0.path.utf8.elementsEqual(label) } }
            .map { .undeclared($0) } + missingMarks
    }

    mutating func nextKeys(_ reader: inout ByteReader) throws -> SeenKeys? {
        guard try rows.next(&reader) else { return nil }
        guard rows.count == width else { throw JSONProblem(.malformed, at: 0) }
        return SeenKeys(fields: Set(fields.indices.filter { columns[$0] != nil }), problems: problems)
    }

    // Without any of these no record could be found, and a store that was changed would look empty.
    private var missingMarks: [Problem] {
        asked.filter { !$0.contains { columns[$0] != nil || virtual[$0] != nil } }.map { carrying in
            let name = carrying.first.map { fields[$0].name } ?? "fields"
            return Problem(
                .missingField,
                name,
                "the first row has no label `\(name)`, by which the records are found",
                fix: "correct the field's path, or take the file out of the pattern"
            )
        }
    }

    mutating func next(
        _ reader: inout ByteReader,
        into record: inout RecordBuffer,
        virtual: VirtualValues
    ) throws -> Bool {
        if let problem = problems.first { throw problem }
        guard try rows.next(&reader) else { return false }
        guard rows.count == width else { throw JSONProblem(.malformed, at: 0) }
        record.clear()
        for field in fields.indices {
            if let path = self.virtual[field] {
                virtual.append(path, to: &record)
            } else if let column = columns[field], !rows.isNull(column) {
                let range = rows.range(column)
                record.append(kind(of: range, as: fields[field].type), of: rows.text.span, in: range)
            } else {
                record.appendNull()
            }
        }
        return true
    }

    /// A text that is a literal of the field's type becomes a value of it; any other stays the text it is.
    private func kind(of range: Range<Int>, as type: String) -> RecordBuffer.Kind {
        switch type {
        case "integer", "number":
            let isWhole = !rows.text[range].contains { $0 == Byte.point || asciiFolded($0) == UInt8(ascii: "e") }
            guard type == "number" || isWhole else { return .text }
            return JSONScanner.isNumber(rows.text.span.extracting(range)) ? .number : .text
        case "boolean":
            let text = rows.text[range]
            return text.elementsEqual("true".utf8) || text.elementsEqual("false".utf8) ? .boolean : .text
        default:
            return .text
        }
    }
}
