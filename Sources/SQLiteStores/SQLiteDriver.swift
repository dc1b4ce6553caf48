import DriverParts
public import ExporterKit
import SQLParts

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

    /// One session answers all.
    public let answersManyAtOnce = true
    /// The keys of a collection.
    public let settings = DriverSettings(collection: [
        SettingDescription("query", .text, required: true, "one SELECT that asks by `:kind` for each needed kind")
    ])

    /// Makes the driver.
    public init() {}

    /// Opens the database.
    public func open(_ system: SystemDescription, _ context: DriverContext) async throws -> any Source {
        try await SourceThread.run { try SQLSource(system, context, SQLiteStore(of: system)) }
    }
}
