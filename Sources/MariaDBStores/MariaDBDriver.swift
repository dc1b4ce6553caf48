import DriverParts
public import ExporterKit
import SQLParts

/// Reaches a MariaDB database, or one of MySQL (`driver: mariadb`), in one transaction that reads only.
///
/// `connection` is `mariadb://user@host:3306/db`, or `mariadb://user@/db?socket=PATH`, without a password. What leaves
/// the machine goes encrypted, to a server whose certificate bears its name. A collection has `query`, a single `SELECT`
/// in which each needed kind stands as `:kind`, and `many: true` where its one kind stands there as a list of values,
/// `IN (:kind)`.
///
/// A value is bound as its field's type: as a number for `integer` and `number`, as a text otherwise. The whole system is
/// seen as it is at one moment, as far as its tables know transactions.
public struct MariaDBDriver: Driver {
    /// The word in `exporter.yaml`.
    public let name = "mariadb"

    /// One session answers all.
    public let answersManyAtOnce = true
    /// The keys of a collection.
    public let settings = DriverSettings(collection: [
        SettingDescription("query", .text, required: true, "one SELECT that asks by `:kind` for each needed kind"),
        SettingDescription("many", .text, "`true` where the kind stands in the query as a list, `IN (:kind)`"),
    ])

    /// Makes the driver.
    public init() {}

    /// Connects and begins the transaction.
    public func open(_ system: SystemDescription, _ context: DriverContext) async throws -> any Source {
        let address = try ServerAddress(of: system)
        let stop = StopFlag()
        return try await withTaskCancellationHandler {
            try await SourceThread.run {
                SQLSource(system, context, try MariaDBStore(address, context.secret, timeLimit: system.timeLimit, stop))
            }
        } onCancel: {
            stop.raise()
        }
    }
}
