import DriverParts
import ExporterKit
import JSONParts

/// Objects that stand in a list or a map, in the lists below other objects, or one that stands alone.
struct ElementRecords: RecordCutter {
    private let path: RecordPath
    private var elements: JSONElements
    private var json: JSONRecordReader
    private var placed: PlacedRecords
    /// The length of the element whose records are being taken, and the next of them.
    private var within: (length: Int, next: Int)?

    init(_ collection: CollectionDescription, path: RecordPath) {
        self.path = path
        elements = JSONElements(path: path)
        placed = PlacedRecords(collection)
        json = JSONRecordReader(collection, without: placed.fieldsAbove)
    }

    var place: String { "record \(elements.number)" }

    mutating func begin(_ reader: inout ByteReader) throws {
        elements = JSONElements(path: path)
        within = nil
        placed.begin()
    }

    mutating func next(
        _ reader: inout ByteReader,
        into record: inout RecordBuffer,
        virtual: VirtualValues
    ) throws -> Bool {
        guard let (length, place) = try goOn(&reader) else { return try placed.end() }
        guard let place else {
            try json.read(reader.buffer.span.extracting(reader.range(length)), into: &record, virtual: virtual.append)
            reader.drop(length)
            return true
        }
        let bytes = reader.buffer.span.extracting(reader.range(length))
        try placed.read(place, bytes, by: &json, into: &record, virtual)
        return true
    }

    mutating func nextKeys(_ reader: inout ByteReader) throws -> SeenKeys? {
        guard let (length, place) = try goOn(&reader) else { return nil }
        if let place {
            return try placed.keys(of: place, reader.buffer.span.extracting(reader.range(length)), by: &json)
        }
        defer { reader.drop(length) }
        return try json.keys(of: reader.buffer.span.extracting(reader.range(length)))
    }

    /// Goes to the next record: an element, which is then to be dropped, or a place within one.
    private mutating func goOn(_ reader: inout ByteReader) throws -> (length: Int, place: ElementWalk.Place?)? {
        while true {
            if let (length, number) = within {
                if number < placed.walk.places.count {
                    within = (length, number + 1)
                    return (length, placed.walk.places[number])
                }
                within = nil
                reader.drop(length)
            }
            guard let length = try elements.next(&reader) else { return nil }
            if try !enter(&reader, length) { return (length, nil) }
        }
    }

    /// Looks for the records within an element; false where the element itself is the record.
    private mutating func enter(_ reader: inout ByteReader, _ length: Int) throws -> Bool {
        let isList = elements.key != nil && reader.byte(0) == Byte.openBracket
        guard !elements.rest.isEmpty || !placed.above.isEmpty || isList else {
            json.mapPath = elements.isSingle ? path.text(adding: "*") : nil
            return false
        }
        let bytes = reader.buffer.span.extracting(reader.range(length))
        try placed.walk.find(elements.rest, in: bytes, key: elements.key)
        within = (length, 0)
        return true
    }
}
