import ExporterKit
package import Foundation

/// The values that stand in the fields by which collections refer to each other, for the descriptor's foreign keys.
///
/// A foreign key is promised only where it holds within the package, and only what was written tells that: a record
/// may have been withheld, or an identifier may have come from another system. Bytes are compared, because `String`
/// would take two spellings of one letter for the same.
package struct LinkValues: Sendable, Codable {
    /// By field name; a field that holds too many values to remember is missing.
    package var byField: [String: Set<Data>]

    /// Knows of no field.
    package init() { byField = [:] }

    /// Whether every value of one field stands in another field of other values.
    package func holds(_ field: String, in others: LinkValues, field other: String) -> Bool {
        guard let referring = byField[field], let referred = others.byField[other] else { return false }
        return referring.isSubset(of: referred)
    }
}

/// Collects the values of a collection's linking fields as its records are written.
struct LinkCollector {
    /// A person has few customer numbers; what has more is no link between a person's collections.
    private static let valuesKept = 64

    private let fields: [(index: Int, name: String)]
    private var newest: [[UInt8]?]
    private(set) var values = LinkValues()

    init(_ collection: CollectionDescription, exported: [Int]) {
        fields = exported.filter { collection.fields[$0].linksCollections }.map { ($0, collection.fields[$0].name) }
        newest = Array(repeating: nil, count: fields.count)
        for field in fields { values.byField[field.name] = [] }
    }

    /// Remembers a record's values; most records repeat the one before.
    mutating func look(at record: RecordBuffer) {
        for (place, field) in fields.enumerated() {
            let cell = record.cell(at: field.index)
            guard record.kind(at: field.index) != .null, newest[place].map({ cell.elementsEqual($0) }) != true else {
                continue
            }
            newest[place] = Array(cell)
            values.byField[field.name]?.insert(Data(cell))
            if let count = values.byField[field.name]?.count, count > Self.valuesKept {
                values.byField[field.name] = nil
            }
        }
    }
}

extension FieldDescription {
    /// Whether the value is one identifier of the subject alone, by which collections can refer to each other.
    var linksCollections: Bool {
        (matches != nil || identifies != nil) && person != .other && person != .staff && !file
            && ["string", "integer"].contains(type)
    }
}
