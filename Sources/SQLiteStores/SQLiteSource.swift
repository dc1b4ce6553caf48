import DriverParts
import ExporterKit
import GRDB

/// An open database.
struct SQLiteSource: Source {
    private let system: SystemDescription
    private let store: SQLiteStore

    init(_ system: SystemDescription, _ store: SQLiteStore) {
        self.system = system
        self.store = store
    }

    /// Says what is wrong with the queries; binds and reads nothing.
    func check() async -> [DriverFinding] {
        do {
            return try await SourceThread.run {
                try store.read(StopFlag()) { database in
                    system.collections.flatMap { collection in
                        SQLiteQuery.problems(of: collection, in: database).map { $0.finding(in: collection.id) }
                    }
                }
            }
        } catch {
            return [DriverFinding(error as? SourceFailure ?? SQLiteStore.failure(error), field: "connection")]
        }
    }

    /// Runs the query for each question and each of its tuples.
    func read(
        _ collection: CollectionDescription,
        for questions: [Question],
        yield: (_ record: RecordBuffer, _ question: Int) throws -> Void
    ) async throws {
        try await using(collection) { query, _, stop in
            for (number, question) in questions.enumerated() {
                try query.run(question, stop: stop) { try yield($0, number) }
            }
        }
    }

    /// Whether a table that the query reads has no row.
    func holdsNobody(_ collection: CollectionDescription) async throws -> Bool {
        try await using(collection) { query, database, _ in try query.holdsNobody(in: database) }
    }

    /// Yields records by keys that stand first in the table that the query is asked by.
    func sample(
        _ collection: CollectionDescription,
        limit: Int,
        yield: (_ record: RecordBuffer) throws -> Void
    ) async throws -> Bool {
        try await using(collection) { query, database, stop in
            try query.sample(limit, in: database, stop: stop, yield)
        }
    }

    /// What stands first in the columns of the table that the query is asked by.
    func heldIdentifiers(_ collection: CollectionDescription, limit: Int) async throws -> [IdentifierTuple]? {
        try await using(collection) { query, database, _ in
            guard let held = try query.firstKeys(in: database) else { return nil }
            var seen: Set<IdentifierTuple> = []
            let asked = held.tuples.compactMap { tuple -> IdentifierTuple? in
                let values = tuple.identifiers.compactMap { Identifier(first: $0.kind, in: $0.value[...]) }
                return values.count == tuple.identifiers.count ? IdentifierTuple(values) : nil
            }
            return Array(asked.filter { seen.insert($0).inserted }.prefix(limit))
        }
    }

    /// Lets the database and the moment of it go.
    func close() async {
        try? await SourceThread.run { store.close() }
    }

    private func using<Result>(
        _ collection: CollectionDescription,
        _ body: (SQLiteQuery, Database, StopFlag) throws -> Result
    ) async throws -> Result {
        let stop = StopFlag()
        // SQLite looks at the flag while it searches, so that a query that finds nothing for long stops too.
        return try await withTaskCancellationHandler {
            try await SourceThread.run {
                try store.read(stop) { database in try body(SQLiteQuery(collection, in: database), database, stop) }
            }
        } onCancel: {
            stop.raise()
        }
    }
}
