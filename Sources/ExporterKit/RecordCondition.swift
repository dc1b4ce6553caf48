/// Which records are a collection's, where its source holds several sorts of them (`where: {FIELD: VALUE}`).
public struct RecordCondition: Sendable {
    private struct Demand: Sendable {
        let field: Int
        /// What the field must hold: as the system writes it, and as the field reads that.
        let values: [[UInt8]]
    }

    private let demands: [Demand]

    /// Takes what a collection says under `where`.
    public init(_ collection: CollectionDescription) {
        demands = collection.only.map { name, value in
            // A field that is not there is met by no record, so that nobody else's are taken for the collection's.
            guard let field = collection.index(ofField: name) else { return Demand(field: -1, values: []) }
            return Demand(field: field, values: Self.writings(of: value, collection.fields[field]))
        }
    }

    /// Whether every record is the collection's.
    public var isOpen: Bool { demands.isEmpty }

    /// Whether each field that is named holds its value: as it stands, or as an element of an array.
    public func admits(_ record: RecordBuffer) -> Bool {
        demands.allSatisfy { demand in
            guard (0..<record.count).contains(demand.field) else { return false }
            var isMet = false
            record.forEachIdentifierValue(at: demand.field) { value in
                isMet = isMet || demand.values.contains { value.elementsEqual($0) }
            }
            return isMet
        }
    }

    /// `ja` of a field whose `trueValues` hold it is `ja` before it is read, and `true` behind that.
    private static func writings(of value: String, _ field: FieldDescription) -> [[UInt8]] {
        var record = RecordBuffer()
        record.append(.text, value.utf8)
        var values = [Array(value.utf8)]
        RecordReader([field]).read(&record)
        record.forEachIdentifierValue(at: 0) { values.append(Array($0)) }
        return values
    }
}
