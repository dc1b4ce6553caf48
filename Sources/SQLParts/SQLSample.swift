package import ExporterKit

/// A bounded look into the table that a collection's query asks.
extension SQLQuery {
    /// More keys than this are not asked for in one sample.
    private var mostKeys: Int { 256 }

    /// Yields records of whoever stands first in the table that holds what the collection is asked by; false where the
    /// needed kinds are no columns of one table, and so nobody can say by what to ask.
    func sample(_ limit: Int, _ turns: Turns, _ yield: (RecordBuffer) throws -> Void) throws -> Bool {
        guard let question = try firstKeys() else { return false }
        var left = limit
        // One key after the other, so that a look at a large table ends when it has seen enough.
        for tuple in question.tuples where left > 0 {
            try read(Question(tuples: [tuple]), turns) { record in
                guard left > 0 else { return }
                left -= 1
                try yield(record)
            }
        }
        return true
    }

    /// What stands in the columns by which the collection is asked, as it is asked for; nil where nobody can say.
    func heldIdentifiers(_ limit: Int) throws -> [HeldTuple]? {
        guard let held = try firstKeys() else { return nil }
        var seen: Set<IdentifierTuple> = []
        let asked = held.tuples.compactMap { tuple -> HeldTuple? in
            let values = tuple.identifiers.compactMap { Identifier(first: $0.kind, in: $0.value[...]) }
            guard values.count == tuple.identifiers.count else { return nil }
            return HeldTuple(IdentifierTuple(values), isWhole: values == tuple.identifiers)
        }
        return Self.spread(asked.filter { seen.insert($0.tuple).inserted }, limit)
    }

    /// So many of them, from the first to the last: what stands first in a table is often of one sort.
    private static func spread(_ held: [HeldTuple], _ limit: Int) -> [HeldTuple] {
        guard held.count > limit else { return held }
        return (0..<limit).map { held[$0 * held.count / limit] }
    }

    private func firstKeys() throws -> Question? {
        let found = collection.needs.compactMap { kind in
            collection.fieldsCarrying(kind).lazy.compactMap { origin(ofField: $0) }.first.map { (kind, $0) }
        }
        guard found.count == collection.needs.count, let table = found.first?.1.table,
            found.allSatisfy({ $0.1.table == table })
        else { return nil }
        let names = found.map(\.1.column)
        let rows = try texts(
            "SELECT \(names.map(Self.text).joined(separator: ", ")) FROM \(table)"
                + " WHERE \(names.map { "\($0) IS NOT NULL" }.joined(separator: " AND ")) LIMIT \(mostKeys)"
        )
        let tuples = rows.map { row in
            IdentifierTuple(zip(found, row).map { Identifier(kind: $0.0, $1 ?? "") })
        }
        return Question(tuples: tuples).narrowed(to: collection)
    }

    /// The column of a table from which a field comes as it stands, or nil where it is worked out.
    package func origin(ofField field: Int) -> ColumnOrigin? {
        columns.firstIndex(of: collection.fields[field].name).flatMap(origin(ofColumn:))
    }

    /// The tables of which the result has columns, each once.
    package var originTables: [String] {
        var seen: Set<String> = []
        return columns.indices.compactMap { origin(ofColumn: $0)?.table }.filter { seen.insert($0).inserted }
    }

    /// Whether one of the tables of which the result has columns has no row.
    package func holdsNobodyByOrigin() throws -> Bool {
        guard !originTables.isEmpty else {
            throw SourceFailure(
                .queryFailed,
                "the query returns no column as it stands in its table, so nobody can say whether the table is empty",
                hint: "return one, or say may_be_empty: true"
            )
        }
        return try originTables.contains { try texts("SELECT '1' FROM \($0) LIMIT 1").isEmpty }
    }

    /// A warning where finding nothing could never be told from a table that is empty.
    package var emptinessWarning: DriverFinding? {
        guard originTables.isEmpty, !collection.mayBeEmpty else { return nil }
        return DriverFinding(
            collection: collection.id,
            field: "query",
            problem:
                "the query returns no column as it stands in its table, so nobody can say whether the table is empty",
            fix: "return one, or say `may_be_empty: true`",
            isError: false
        )
    }
}
