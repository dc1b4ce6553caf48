import Groundwork

/// By what a round asked for its subject, and what it took for theirs.
package struct KnownSubject: Sendable, Codable, Hashable {
    /// What stood together in one record each.
    package var tuples: Set<KnownTuple>
    package var names: Set<[UInt8]>

    private enum CodingKeys: String, CodingKey {
        case tuples, names
        /// An earlier edition kept each identifier alone.
        case identifiers
    }

    package init(tuples: Set<KnownTuple>, names: Set<[UInt8]>) {
        self.tuples = tuples
        self.names = names
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        names = try values.decode(Set<[UInt8]>.self, forKey: .names)
        let alone = try values.decodeIfPresent(Set<KnownIdentifier>.self, forKey: .identifiers) ?? []
        tuples =
            try values.decodeIfPresent(Set<KnownTuple>.self, forKey: .tuples)
            ?? Set(alone.map { KnownTuple(identifiers: [$0]) })
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(tuples, forKey: .tuples)
        try values.encode(names, forKey: .names)
    }

    /// Every identifier, each once.
    package var identifiers: Set<KnownIdentifier> { Set(tuples.flatMap(\.identifiers)) }
}

extension KnownSubject: Redacted {}
