import ExporterKit
import Cases
import RegisterStore

extension Gathering {
    /// Adds what earlier runs of this round found to what this one found.
    ///
    /// A source that was down before may now yield an identifier by which finished collections were not asked. They
    /// are then gathered again: what counts as finished must have been asked by all that is known.
    func remember(_ found: Identification.Result, for request: Request) throws -> Identification.Result {
        try register.transactionBeforeAnother { transaction in
            let before = try transaction.knownSubject(request: request.id, round: request.round)
            var all = found
            let earlier = (before?.tuples ?? []).map(\.tuple)
            for known in earlier.sorted(by: Self.inOrder) where !all.tuples.contains(known) { all.tuples.append(known) }
            all.names.formUnion(before?.names ?? [])
            let now = KnownSubject(tuples: Set(all.tuples.map(KnownTuple.init)), names: all.names)
            guard now != before else { return all }
            if before != nil { try transaction.forgetGathered(request: request.id, round: request.round) }
            try transaction.store(now, request: request.id, round: request.round)
            return all
        }
    }

    private static func inOrder(_ one: IdentifierTuple, _ other: IdentifierTuple) -> Bool {
        func key(_ tuple: IdentifierTuple) -> [[UInt8]] {
            tuple.identifiers.flatMap { [Array($0.kind.utf8), $0.value] }
        }
        return key(one).lexicographicallyPrecedes(key(other)) { $0.lexicographicallyPrecedes($1) }
    }

    /// The failed collection that might have yielded a kind of identifier, by itself or through what it needs.
    func failure(
        behind kind: String,
        _ found: Identification.Result,
        _ seen: inout Set<String>
    ) -> (source: CollectionID, failure: SourceFailure)? {
        guard seen.insert(kind).inserted else { return nil }
        for (id, collection) in collections(yielding: kind) {
            if let failure = found.failures[id] { return (id, failure) }
            for missing in found.kindsMissing(for: collection) {
                if let deeper = failure(behind: missing, found, &seen) { return deeper }
            }
        }
        return nil
    }

    /// The collections that may yield a kind of identifier.
    func collections(yielding kind: String) -> [(CollectionID, CollectionDescription)] {
        systems.flatMap { system in
            system.collections.filter { collection in
                !collection.aboutOthers && collection.fields.contains { $0.identifies == kind }
            }.map { (CollectionID(system: system.id, collection: $0.id), $0) }
        }
    }
}

extension Identification.Result {
    /// The kinds that a collection needs and that are not known.
    func kindsMissing(for collection: CollectionDescription) -> [String] {
        collection.needs.filter { kind in !tuples.contains { $0[kind] != nil } }
    }
}
