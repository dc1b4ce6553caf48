import DriverParts
import ExporterKit
import JSONParts

/// What records share that stand within a larger piece of a file: what fields take from above them, and whether they
/// could be found at all.
struct PlacedRecords {
    private let collection: CollectionDescription
    /// The fields that lead out of the record.
    let above: [Int: AbovePath]
    /// Finds the records within the piece at hand.
    var walk = ElementWalk()
    /// The fields of which one must be there if a record is to be found, while no record of the file had one.
    private var wanted: [[Int]] = []
    /// What those fields would have to say, where the object above the records has such members.
    private var standsAbove: Problem?

    init(_ collection: CollectionDescription, reading path: (AbovePath) -> AbovePath = { $0 }) {
        self.collection = collection
        let found = collection.fields.enumerated().compactMap { field, description in
            AbovePath(description.path).map { (field, path($0)) }
        }
        above = Dictionary(uniqueKeysWithValues: found)
    }

    /// The numbers of those fields.
    var fieldsAbove: Set<Int> { Set(above.keys) }

    /// Begins a file.
    mutating func begin() {
        standsAbove = nil
        wanted = collection.needs.map(collection.fieldsCarrying)
    }

    /// Fills a record from the object at a place and from what stands above it.
    mutating func read(
        _ place: ElementWalk.Place,
        _ bytes: Span<UInt8>,
        by json: inout JSONRecordReader,
        into record: inout RecordBuffer,
        _ virtual: VirtualValues
    ) throws {
        let values = try walk.values(above, above: place, in: bytes)
        try json.read(bytes, place.record, above: values, into: &record, virtual: virtual.append)
        try noteWanted(place, bytes, json)
    }

    /// Looks at the keys of the object at a place.
    mutating func keys(
        of place: ElementWalk.Place,
        _ bytes: Span<UInt8>,
        by json: inout JSONRecordReader
    ) throws -> SeenKeys {
        let values = try walk.values(above, above: place, in: bytes)
        var seen = try json.keys(of: bytes, place.record, above: values)
        for (field, description) in collection.fields.enumerated()
        where !description.isVirtual && !seen.fields.contains(field) && above[field] == nil {
            if try walk.hasMember(description.path, above: place, in: bytes) { seen.above.insert(field) }
        }
        return seen
    }

    /// Notes which needed kinds the file's records can carry at all, until each has been seen once.
    private mutating func noteWanted(
        _ place: ElementWalk.Place,
        _ bytes: Span<UInt8>,
        _ json: JSONRecordReader
    ) throws {
        guard !wanted.isEmpty else { return }
        wanted.removeAll { fields in
            fields.contains { json.has($0) || above[$0] != nil || collection.fields[$0].isVirtual }
        }
        guard standsAbove == nil else { return }
        for field in wanted.joined() where try walk.hasMember(collection.fields[field].path, above: place, in: bytes) {
            standsAbove = .standsAbove(collection.fields[field])
        }
    }

    /// Ends a file with false; one whose records cannot be found must not look like one that holds nothing.
    func end() throws -> Bool {
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
