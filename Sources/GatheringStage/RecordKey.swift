import ExporterKit
import Cases

/// Tells which records an operator's target means, by what stands in the fields of a collection's key.
struct RecordKey {
    private let fields: [Int]

    init(_ collection: CollectionDescription) {
        fields = collection.key.compactMap(collection.index(ofField:))
    }

    /// Whether a record is meant, as its system gave it.
    func isMeant(_ record: RecordBuffer, by records: CutTarget.Records) -> Bool {
        switch records {
        case .every: true
        case .keyed(let parts):
            parts.count == fields.count && !parts.isEmpty
                && zip(parts, fields).allSatisfy { part, field in record.isNamed(by: part, at: field) }
        case .joined(let text):
            text.utf8.elementsEqual(fields.map { record.cell(at: $0) }.joined(separator: [Byte.comma]))
        }
    }
}

extension RecordBuffer {
    fileprivate func isNamed(by part: CutKeyPart, at field: Int) -> Bool {
        switch part {
        case .null: kind(at: field) == .null
        case .bytes(let bytes): kind(at: field) != .null && cell(at: field).elementsEqual(bytes)
        }
    }
}
