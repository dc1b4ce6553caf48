public import ExporterKit
import GRDB

/// Reaches an SQLite database (`driver: sqlite`), read-only.
///
/// A collection has one key of this driver, `query`: a single `SELECT` (or `WITH ... SELECT`, or `VALUES`) in which
/// each kind of identifier under `needs` stands as a named parameter (`:customer_id`) and no other parameter stands.
/// Its column labels are the fields' names.
///
/// An identifier is bound as a number where its text is a canonical 64-bit whole number (`42`, not `007` or `+42`) and
/// its kind is not `email`, and as text otherwise. A column with a declared type takes either: SQLite converts what it
/// is compared with. For an expression without a type, such as a value taken from JSON, write `CAST(... AS TEXT)`.
///
/// Whole numbers and reals become numbers, text stays text byte for byte, a blob becomes bytes; where the field says
/// `boolean`, 0 and 1 become truth values. A field that says `file: true` is a document: its name is the column
/// `FIELD_name` where there is one, and the field's own name otherwise. Records come in the order of the query.
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

    /// Runs the query for each question and each combination of its identifiers.
    public func read(
        _ collection: CollectionDescription,
        of system: SystemDescription,
        for questions: [Question],
        yield: (_ record: RecordBuffer, _ question: Int) throws -> Void
    ) async throws {
        let stop = StopFlag()
        // SQLite looks at the flag while it searches, so that a query that finds nothing for long stops too.
        try await withTaskCancellationHandler {
            try await SourceThread.run {
                try SQLiteStore(of: system, stop: stop).read { database in
                    let query = try SQLiteQuery(collection, in: database)
                    for (number, question) in questions.enumerated() {
                        try query.run(question, stop: stop) { try yield($0, number) }
                    }
                }
            }
        } onCancel: {
            stop.raise()
        }
    }
}
