package import ExporterKit

/// The tuples of identifiers by which a subject is known, each once, in the order in which they were found.
package struct KnownTuples: Sendable {
    package private(set) var list: [IdentifierTuple] = []
    private var seen: Set<IdentifierTuple> = []

    package init(_ tuples: [IdentifierTuple]) {
        for tuple in tuples { insert(tuple) }
    }

    /// Adds a tuple; false where it is known, or holds nothing.
    @discardableResult
    package mutating func insert(_ tuple: IdentifierTuple) -> Bool {
        guard !tuple.identifiers.isEmpty, seen.insert(tuple).inserted else { return false }
        list.append(tuple)
        return true
    }

    /// What of the tuples a collection with these needs is asked by.
    package func parts(of kinds: [String]) -> [IdentifierTuple] { Question(tuples: list).tuples(of: kinds) }
}

extension CollectionDescription {
    /// More combinations than this in one record are no person's: two long lists would be paired with each other.
    private static let mostTuples = 4_096

    /// The identifiers that a record yields, together with those by which it was asked and which it carries.
    ///
    /// What stands in one record belongs together. A collection about others yields nothing beside what it was asked by.
    /// - Throws: a ``SourceFailure`` where lists of identifiers would make too many pairs.
    package func tuples(in record: RecordBuffer, askedBy asked: IdentifierTuple) throws -> [IdentifierTuple] {
        var values: [String: [Identifier]] = [:]
        for identifier in asked.identifiers { values[identifier.kind] = [identifier.canonical] }
        for identifier in identifiers(in: record) where values[identifier.kind]?.contains(identifier) != true {
            values[identifier.kind, default: []].append(identifier)
        }
        let count = values.values.reduce(1) { $0.multipliedReportingOverflow(by: $1.count).partialValue }
        guard values.values.allSatisfy({ $0.count <= Self.mostTuples }), count <= Self.mostTuples else {
            throw SourceFailure(
                .tooLarge,
                "a record yields more than \(Self.mostTuples) combinations of identifiers",
                hint: "mark fewer lists with `identifies`"
            )
        }
        let combinations = values.sorted { $0.key < $1.key }.reduce([[]]) { partial, kind -> [[Identifier]] in
            partial.flatMap { chosen in kind.value.map { chosen + [$0] } }
        }
        return combinations.map(IdentifierTuple.init)
    }

    /// The identifiers that a record yields; none when the collection is about others.
    package func identifiers(in record: RecordBuffer) -> [Identifier] {
        guard !aboutOthers else { return [] }
        return fields.indices.flatMap { index -> [Identifier] in
            guard let kind = fields[index].identifies else { return [] }
            let form = IdentifierForm(kind: kind, of: fields[index])
            var found: [Identifier] = []
            record.forEachIdentifierValue(at: index) { value in
                form.forEachValue(in: value) { found.append(Identifier(kind: kind, value: Array($0))) }
            }
            return found.filter { !$0.value.isEmpty }
        }
    }
}
