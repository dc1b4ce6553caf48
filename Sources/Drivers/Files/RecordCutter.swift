import ExporterKit

/// Takes the records out of a file of one format, one after the other.
protocol RecordCutter {
    /// Where the record stands that was taken last: a line or a number, and nothing of its content.
    var place: String { get }

    /// Begins a file.
    mutating func begin(_ reader: inout ByteReader) throws

    /// Fills a record from the next one; false at the file's end.
    mutating func next(
        _ reader: inout ByteReader,
        into record: inout RecordBuffer,
        virtual: VirtualValues
    ) throws -> Bool

    /// Looks at the keys of the next record alone: the fields it has, and the keys that no field names; nil at the end.
    mutating func nextKeys(_ reader: inout ByteReader) throws -> SeenKeys?
}

/// The keys of a record: the fields it has, and a problem for each key that no field names.
struct SeenKeys {
    var fields: Set<Int> = []
    var problems: [Problem] = []
}

/// Objects that stand on a line each.
struct LineRecords: RecordCutter {
    private var lines = Lines()
    private var json: JSONRecordReader

    init(_ fields: [FieldDescription]) { json = JSONRecordReader(FieldTree(fields)) }

    var place: String { "line \(lines.number)" }

    mutating func begin(_ reader: inout ByteReader) throws { lines = Lines() }

    mutating func next(
        _ reader: inout ByteReader,
        into record: inout RecordBuffer,
        virtual: VirtualValues
    ) throws -> Bool {
        guard let line = try lines.nextFilled(&reader) else { return false }
        try json.read(reader.buffer.span.extracting(reader.range(line.length)), into: &record, virtual: virtual)
        reader.drop(line.total)
        return true
    }

    mutating func nextKeys(_ reader: inout ByteReader) throws -> SeenKeys? {
        guard let line = try lines.nextFilled(&reader) else { return nil }
        defer { reader.drop(line.total) }
        return try json.keys(of: reader.buffer.span.extracting(reader.range(line.length)))
    }
}

/// Objects that stand in an array, or one that stands alone.
struct ElementRecords: RecordCutter {
    private let path: [[UInt8]]
    private var elements: JSONElements
    private var json: JSONRecordReader

    init(_ fields: [FieldDescription], path: [[UInt8]]) {
        self.path = path
        elements = JSONElements(path: path)
        json = JSONRecordReader(FieldTree(fields))
    }

    var place: String { "record \(elements.number)" }

    mutating func begin(_ reader: inout ByteReader) throws { elements = JSONElements(path: path) }

    mutating func next(
        _ reader: inout ByteReader,
        into record: inout RecordBuffer,
        virtual: VirtualValues
    ) throws -> Bool {
        guard let length = try elements.next(&reader) else { return false }
        try json.read(reader.buffer.span.extracting(reader.range(length)), into: &record, virtual: virtual)
        reader.drop(length)
        return true
    }

    mutating func nextKeys(_ reader: inout ByteReader) throws -> SeenKeys? {
        guard let length = try elements.next(&reader) else { return nil }
        defer { reader.drop(length) }
        return try json.keys(of: reader.buffer.span.extracting(reader.range(length)))
    }
}
