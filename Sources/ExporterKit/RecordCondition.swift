/// Which records are a collection's, where its source holds several sorts of them (`where: {FIELD: VALUE}`).
public struct RecordCondition: Sendable {
    private let demands: [(field: Int, value: [UInt8])]

    /// Takes what a collection says under `where`.
    public init(_ collection: CollectionDescription) {
        // A field that is not there is met by no record, so that nobody else's are taken for the collection's.
        demands = collection.only.map { (collection.index(ofField: $0.key) ?? -1, Array($0.value.utf8)) }
    }

    /// Whether each field that is named holds its value: as it stands, or as an element of an array.
    public func admits(_ record: RecordBuffer) -> Bool {
        demands.allSatisfy { demand in
            guard (0..<record.count).contains(demand.field) else { return false }
            var isMet = false
            record.forEachIdentifierValue(at: demand.field) { isMet = isMet || $0.elementsEqual(demand.value) }
            return isMet
        }
    }
}
