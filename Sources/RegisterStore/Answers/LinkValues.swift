import Foundation

/// The values that stand in the fields by which collections refer to each other, for the descriptor's foreign keys.
///
/// A foreign key is promised only where it holds within the package, and only what was written tells that: a record
/// may have been withheld, or an identifier may have come from another system. What is kept of a value is a digest of
/// its bytes, because `String` would take two spellings of one letter for the same.
package struct LinkValues: Sendable, Codable {
    /// By field name, the digests of its values, in order, eight bytes each; a field that holds too many values to
    /// remember is missing.
    private var digests: [String: Data] = [:]

    /// Knows of no field.
    package init() {}

    /// Reads what the register kept; an earlier edition kept other things, and then no field is known.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        digests = try values.decodeIfPresent([String: Data].self, forKey: .digests) ?? [:]
    }

    /// Whether every value of one field stands in another field of other values.
    package func holds(_ field: String, in others: LinkValues, field other: String) -> Bool {
        guard let referring = values(of: field), let referred = others.values(of: other) else { return false }
        return referring.isSubset(of: referred)
    }

    package mutating func set(_ values: Set<UInt64>, of field: String) {
        digests[field] = values.sorted().withUnsafeBytes { Data($0) }
    }

    private func values(of field: String) -> Set<UInt64>? {
        digests[field]?.withUnsafeBytes { kept in
            let places = stride(from: 0, through: kept.count - 8, by: 8)
            return Set(places.map { kept.loadUnaligned(fromByteOffset: $0, as: UInt64.self) })
        }
    }
}
