import DriverParts
public import ExporterKit
import SQLParts

/// Reaches a PostgreSQL database (`driver: postgresql`), in one transaction that reads only.
///
/// `connection` is libpq's own URI, without a password: `postgresql://user@host:5432/db`. What leaves the machine goes
/// encrypted, to a server whose certificate bears its name (`sslmode=verify-full`). A collection has `query`, a single
/// `SELECT` in which each needed kind stands as `:kind`, and `many: true` where its one kind stands there as a list of
/// values, `= ANY (:kind)`.
///
/// A value is bound without a type, so that the server reads it as the type of what it is compared with; what is no
/// value of that type finds nothing. The whole system is seen as it is at one moment (`REPEATABLE READ`).
public struct PostgreSQLDriver: Driver {
    /// The word in `exporter.yaml`.
    public let name = "postgresql"

    /// One session answers all.
    public let answersManyAtOnce = true
    /// The keys of a collection.
    public let settings = DriverSettings(collection: [
        SettingDescription("query", .text, required: true, "one SELECT that asks by `:kind` for each needed kind"),
        SettingDescription("many", .text, "`true` where the kind stands in the query as a list, `= ANY (:kind)`"),
    ])

    /// Makes the driver.
    public init() {}

    /// Connects and begins the transaction.
    public func open(_ system: SystemDescription, _ context: DriverContext) async throws -> any Source {
        let keywords = try ConnectionKeywords(of: system)
        let stop = StopFlag()
        return try await withTaskCancellationHandler {
            try await SourceThread.run {
                let store = try PostgreSQLStore(keywords, context.secret, timeLimit: system.timeLimit, stop)
                return SQLSource(system, context, store)
            }
        } onCancel: {
            stop.raise()
        }
    }
}
