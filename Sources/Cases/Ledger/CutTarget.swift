import Groundwork

/// What an operator's cut names: a collection, its records by their key, a field of them.
///
/// It is read once from what the operator wrote; everything in it is compared byte by byte.
package struct CutTarget: Sendable {
    /// Which records of a collection are meant.
    package enum Records: Sendable, Codable, Hashable {
        /// Every record.
        case every
        /// The record whose key has these parts.
        case keyed([CutKeyPart])
        /// The record whose key, its parts joined by commas, is this text; only older registers hold it.
        case joined(String)
    }

    package let collection: CollectionID
    /// The records, or nil where the whole collection is meant, unseen.
    package let records: Records?
    /// The field that is cut from the records, or nil where they are cut whole.
    package let field: String?

    package init(_ collection: CollectionID, records: Records? = nil, field: String? = nil) {
        self.collection = collection
        self.records = records
        self.field = field
    }

    /// Whether it is about a collection.
    package func concerns(_ other: CollectionID) -> Bool {
        isSame(collection.system, other.system) && isSame(collection.collection, other.collection)
    }
}

/// One part of a record's key: bytes, as no system promises that its keys are good text, or nothing at all.
package enum CutKeyPart: Sendable, Hashable {
    case null
    case bytes([UInt8])
}

extension CutTarget: Codable {
    private enum CodingKeys: String, CodingKey { case system, collection, records, field }

    /// Reads a target, also the text of older registers.
    package init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            guard let target = CutTarget(olderText: text) else {
                let problem = DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "names nothing")
                throw DecodingError.dataCorrupted(problem)
            }
            self = target
            return
        }
        let map = try decoder.container(keyedBy: CodingKeys.self)
        collection = CollectionID(
            system: try map.decode(String.self, forKey: .system),
            collection: try map.decode(String.self, forKey: .collection)
        )
        records = try map.decodeIfPresent(Records.self, forKey: .records)
        field = try map.decodeIfPresent(String.self, forKey: .field)
    }

    /// Writes a map, so that a bare text is always one of an older program.
    package func encode(to encoder: any Encoder) throws {
        var map = encoder.container(keyedBy: CodingKeys.self)
        try map.encode(collection.system, forKey: .system)
        try map.encode(collection.collection, forKey: .collection)
        try map.encodeIfPresent(records, forKey: .records)
        try map.encodeIfPresent(field, forKey: .field)
    }

    /// A target as older programs kept it: without escapes, so that `/` ended a key and `,` could stand for anything.
    package init?(olderText text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 3).map { String(Substring($0)) }
        guard parts.count >= 2 else { return nil }
        self.init(
            CollectionID(system: parts[0], collection: parts[1]),
            records: parts.count == 2 ? nil : isSame(parts[2], "*") ? .every : .joined(parts[2]),
            field: parts.count == 4 ? parts[3] : nil
        )
    }
}

extension CutTarget: Redacted {}

extension CutTarget.Records: Redacted {}

extension CutKeyPart: Redacted {}
