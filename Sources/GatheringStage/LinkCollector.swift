import Cryptography
import ExporterKit
import Foundation
import Groundwork
import RegisterStore

/// Collects the values of a collection's linking fields as its records are written.
struct LinkCollector {
    /// More orders than a person has; each is eight bytes of memory, and of the register.
    private static let valuesKept = 1 << 14

    private struct Field {
        let index: Int
        let name: String
        var newest: [UInt8]?
        /// Nil once there were too many.
        var digests: Set<UInt64>? = []
    }

    private var fields: [Field]

    init(_ collection: CollectionDescription, of system: SystemDescription, exported: [Int]) {
        fields = exported.filter { system.links(by: collection.fields[$0], of: collection) }.map {
            Field(index: $0, name: collection.fields[$0].name)
        }
    }

    /// The values of all fields that have not too many.
    var values: LinkValues {
        fields.reduce(into: LinkValues()) { values, field in
            if let digests = field.digests { values.set(digests, of: field.name) }
        }
    }

    /// Remembers a record's values; most records repeat the one before.
    mutating func look(at record: RecordBuffer) {
        for place in fields.indices where record.kind(at: fields[place].index) != .null {
            let cell = record.cell(at: fields[place].index)
            if let newest = fields[place].newest, cell.elementsEqual(newest) { continue }
            fields[place].newest = Array(cell)
            fields[place].digests?.insert(Self.digest(cell))
            if let count = fields[place].digests?.count, count > Self.valuesKept { fields[place].digests = nil }
        }
    }

    private static func digest(_ cell: ArraySlice<UInt8>) -> UInt64 {
        SHA256.digest(of: cell).withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }
    }
}

extension SystemDescription {
    /// Whether tables refer to each other by a field's values: one that names its table, an identifier of the subject
    /// alone, or the key to which another collection refers.
    fileprivate func links(by field: FieldDescription, of collection: CollectionDescription) -> Bool {
        guard field.person != .other, field.person != .staff, !field.file, ["string", "integer"].contains(field.type)
        else { return false }
        if field.refersTo != nil || field.matches != nil || field.identifies != nil { return true }
        guard collection.key.count == 1, isSame(collection.key[0], field.name) else { return false }
        return collections.contains { other in
            other.fields.contains { $0.refersTo.map { isSame($0, collection.id) } == true }
        }
    }
}
