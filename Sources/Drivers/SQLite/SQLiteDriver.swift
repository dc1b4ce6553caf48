public import ExporterKit
import GRDB

/// Reaches an SQLite database (`driver: sqlite`), read-only.
///
/// A collection has one key of this driver, `query`: a single `SELECT` (or `WITH ... SELECT`, or `VALUES`) in which
/// each kind of identifier under `needs` stands as a named parameter (`:customer_id`) and no other parameter stands.
/// Its column labels are the fields' names.
///
/// An identifier is bound as the type of the field that carries it: as a number for `integer` and `number`, and as text
/// otherwise, whatever it looks like. A column with a declared type takes either: SQLite converts what it is compared
/// with. An expression has no type, and must give what the field says: `lower(code) = :code` for a field of type
/// `string`.
///
/// Whole numbers and reals become numbers, text stays text byte for byte, a blob becomes bytes; of these become the
/// values that their fields say (``RecordReader``): 0 and 1 truth values, a text with a JSON array an array. A field
/// that says `file: true` is a document: its name is the column `FIELD_name` where there is one, and the field's own
/// name otherwise. Records come in the order of the query.
public struct SQLiteDriver: Driver {
    /// The word in `exporter.yaml`.
    public let name = "sqlite"
    /// The keys of a collection.
    public let collectionKeys = ["query": true]

    /// Makes the driver.
    public init() {}

    /// Says what is wrong with the database and the queries; binds and reads nothing.
    public func check(_ system: SystemDescription) async -> [DriverFinding] {
        do {
            return try await SourceThread.run {
                try SQLiteStore(of: system).read { database in
                    system.collections.flatMap { collection in
                        SQLiteQuery.problems(of: collection, in: database).map { $0.finding(in: collection.id) }
                    }
                }
            }
        } catch let failure as SourceFailure {
            return [Problem(failure, field: "connection").finding(in: nil)]
        } catch {
            return [Problem(SQLiteStore.failure(error), field: "connection").finding(in: nil)]
        }
    }

    /// Runs the query for each question and each of its tuples.
    public func read(
        _ collection: CollectionDescription,
        of system: SystemDescription,
        for questions: [Question],
        yield: (_ record: RecordBuffer, _ question: Int) throws -> Void
    ) async throws {
        try await using(collection, of: system) { query, _, stop in
            for (number, question) in questions.enumerated() {
                try query.run(question, stop: stop) { try yield($0, number) }
            }
        }
    }

    /// Whether a table that the query reads has no row.
    public func holdsNobody(_ collection: CollectionDescription, of system: SystemDescription) async throws -> Bool {
        try await using(collection, of: system) { query, database, _ in try query.holdsNobody(in: database) }
    }

    /// Yields records by keys that stand first in the table that the query is asked by.
    public func sample(
        _ collection: CollectionDescription,
        of system: SystemDescription,
        limit: Int,
        yield: (_ record: RecordBuffer) throws -> Void
    ) async throws -> Bool {
        try await using(collection, of: system) { query, database, stop in
            try query.sample(limit, in: database, stop: stop, yield)
        }
    }

    /// What stands first in the columns of the table that the query is asked by.
    public func heldIdentifiers(
        _ collection: CollectionDescription,
        of system: SystemDescription,
        limit: Int
    ) async throws -> [IdentifierTuple]? {
        try await using(collection, of: system) { query, database, _ in
            guard let held = try query.firstKeys(in: database) else { return nil }
            var seen: Set<IdentifierTuple> = []
            let asked = held.tuples.compactMap { tuple -> IdentifierTuple? in
                let values = tuple.identifiers.compactMap { Identifier(first: $0.kind, in: $0.value[...]) }
                return values.count == tuple.identifiers.count ? IdentifierTuple(values) : nil
            }
            return Array(asked.filter { seen.insert($0).inserted }.prefix(limit))
        }
    }

    private func using<Result>(
        _ collection: CollectionDescription,
        of system: SystemDescription,
        _ body: (SQLiteQuery, Database, StopFlag) throws -> Result
    ) async throws -> Result {
        let stop = StopFlag()
        // SQLite looks at the flag while it searches, so that a query that finds nothing for long stops too.
        return try await withTaskCancellationHandler {
            try await SourceThread.run {
                try SQLiteStore(of: system, stop: stop).read { database in
                    try body(SQLiteQuery(collection, in: database), database, stop)
                }
            }
        } onCancel: {
            stop.raise()
        }
    }
}
