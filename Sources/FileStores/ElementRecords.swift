import DriverParts
import ExporterKit
import JSONParts

/// Objects that stand in a list or a map, in the lists below other objects, or one that stands alone.
struct ElementRecords: RecordCutter {
    private let collection: CollectionDescription
    private let path: RecordPath
    private let above: [Int: AbovePath]
    private var elements: JSONElements
    private var json: JSONRecordReader
    private var walk = ElementWalk()
    /// The length of the element whose records are being taken, and the next of them.
    private var within: (length: Int, next: Int)?
    /// The fields of which one must be there if a record is to be found, while no record of the file had one.
    private var wanted: [[Int]] = []
    /// What those fields would have to say, where the object above the records has such members.
    private var standsAbove: Problem?

    init(_ collection: CollectionDescription, path: RecordPath) {
        self.collection = collection
        self.path = path
        let found = collection.fields.enumerated().compactMap { field, description in
            AbovePath(description.path).map { (field, $0) }
        }
        above = Dictionary(uniqueKeysWithValues: found)
        elements = JSONElements(path: path)
        json = JSONRecordReader(collection.fields, without: Set(above.keys))
    }

    var place: String { "record \(elements.number)" }

    mutating func begin(_ reader: inout ByteReader) throws {
        elements = JSONElements(path: path)
        (within, standsAbove) = (nil, nil)
        wanted = collection.needs.map(collection.fieldsCarrying)
    }

    mutating func next(
        _ reader: inout ByteReader,
        into record: inout RecordBuffer,
        virtual: VirtualValues
    ) throws -> Bool {
        guard let (length, place) = try goOn(&reader) else { return try end() }
        guard let place else {
            try json.read(reader.buffer.span.extracting(reader.range(length)), into: &record, virtual: virtual.append)
            reader.drop(length)
            return true
        }
        let bytes = reader.buffer.span.extracting(reader.range(length))
        let values = try walk.values(above, above: place, in: bytes)
        try json.read(bytes, place.record, above: values, into: &record, virtual: virtual.append)
        try noteWanted(place, bytes)
        return true
    }

    mutating func nextKeys(_ reader: inout ByteReader) throws -> SeenKeys? {
        guard let (length, place) = try goOn(&reader) else { return nil }
        if let place { return try keys(of: place, reader.buffer.span.extracting(reader.range(length))) }
        defer { reader.drop(length) }
        return try json.keys(of: reader.buffer.span.extracting(reader.range(length)))
    }

    /// Goes to the next record: an element, which is then to be dropped, or a place within one.
    private mutating func goOn(_ reader: inout ByteReader) throws -> (length: Int, place: ElementWalk.Place?)? {
        while true {
            if let (length, number) = within {
                if number < walk.places.count {
                    within = (length, number + 1)
                    return (length, walk.places[number])
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
        guard !elements.rest.isEmpty || !above.isEmpty || isList else {
            json.mapPath = elements.isSingle ? path.text(adding: "*") : nil
            return false
        }
        try walk.find(elements.rest, in: reader.buffer.span.extracting(reader.range(length)), key: elements.key)
        within = (length, 0)
        return true
    }
}

extension ElementRecords {
    private mutating func keys(of place: ElementWalk.Place, _ bytes: Span<UInt8>) throws -> SeenKeys {
        let values = try walk.values(above, above: place, in: bytes)
        var seen = try json.keys(of: bytes, place.record, above: values)
        for (field, description) in collection.fields.enumerated()
        where !description.isVirtual && !seen.fields.contains(field) && above[field] == nil {
            if try walk.hasMember(description.path, above: place, in: bytes) { seen.above.insert(field) }
        }
        return seen
    }

    /// Notes which needed kinds the file's records can carry at all, until each has been seen once.
    private mutating func noteWanted(_ place: ElementWalk.Place, _ bytes: Span<UInt8>) throws {
        guard !wanted.isEmpty else { return }
        wanted.removeAll { fields in
            fields.contains { json.has($0) || above[$0] != nil || collection.fields[$0].isVirtual }
        }
        guard standsAbove == nil else { return }
        for field in wanted.joined() where try walk.hasMember(collection.fields[field].path, above: place, in: bytes) {
            standsAbove = .standsAbove(collection.fields[field])
        }
    }

    /// A file whose records cannot be found must not look like one that holds nothing.
    private func end() throws -> Bool {
        if !wanted.isEmpty, let standsAbove { throw standsAbove }
        return false
    }
}

extension Problem {
    /// A field that is looked for in the records and stands in the object above them.
    static func standsAbove(_ field: FieldDescription) -> Problem {
        Problem(
            .missingField,
            field.name,
            "no record has the field `\(field.name)`, and the object above the records has it",
            fix: "write `from: \"^\(field.path)\"`"
        )
    }
}
