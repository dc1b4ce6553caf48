import DriverParts
import ExporterKit
import Foundation
import GRDB
import GRDBSQLite
import SQLParts

/// An SQLite database, read-only.
///
/// With a write-ahead log all that is read of it is one moment of it, and nobody who writes has to wait. Without one a
/// moment would lock writers out for the whole time, so that each reading is a moment of its own.
struct SQLiteStore: SQLStore {
    private let queue: DatabaseQueue
    private let keepsMoment: Bool

    init(of system: SystemDescription) throws {
        guard FileManager.default.fileExists(atPath: system.connectionPath) else {
            throw SourceFailure(
                .unreachable,
                "the database is not there",
                hint: "check `connection` in exporter.yaml"
            )
        }
        do {
            let queue = try DatabaseQueue(path: system.connectionPath, configuration: Self.configuration)
            self.queue = queue
            keepsMoment = try queue.inDatabase { database in
                try String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal"
            }
        } catch let error as DatabaseError {
            throw Self.failure(error)
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        configuration.label = "source"
        // A moment that lasts from reading to reading is a transaction that outlives each of them.
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { database in
            // A large sort would otherwise be spilled to /var/tmp as plaintext.
            try database.execute(sql: "PRAGMA temp_store = MEMORY")
        }
        return configuration
    }

    /// The longest value that is taken: SQLite holds a value in memory whole.
    static let valueLimit: Int32 = 32 << 20

    /// Runs a body that sees one state of the data, until the flag is raised.
    func read<Result>(_ stop: StopFlag, _ body: (Database) throws -> Result) throws -> Result {
        do {
            guard keepsMoment else { return try queue.read { try stoppable(stop, $0, body) } }
            return try queue.inDatabase { database in
                if !database.isInsideTransaction { try database.beginTransaction(.deferred) }
                return try stoppable(stop, database, body)
            }
        } catch let error as DatabaseError {
            throw stop.isRaised ? CancellationError() : Self.failure(error)
        }
    }

    func using<Result>(
        _ collection: CollectionDescription,
        _ stop: StopFlag,
        _ body: (SQLiteQuery) throws -> Result
    ) throws -> Result {
        try read(stop) { database in try body(SQLiteQuery(collection, in: database)) }
    }

    func findings(about system: SystemDescription) throws -> [DriverFinding] {
        try read(StopFlag()) { database in
            system.collections.flatMap { collection in
                SQLiteQuery.problems(of: collection, in: database).map { $0.finding(in: collection.id) }
            }
        }
    }

    /// SQLite looks at the flag while it searches, so that a query that finds nothing for long stops too.
    func interrupt() {}

    /// Closes the database; what cannot be closed is closed with the process.
    func close() { try? queue.close() }

    private func stoppable<Result>(
        _ stop: StopFlag,
        _ database: Database,
        _ body: (Database) throws -> Result
    ) throws -> Result {
        guard let connection = database.sqliteConnection else {
            throw SourceFailure(.unreachable, "the database is closed")
        }
        sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, Self.valueLimit)
        let flag = Unmanaged.passUnretained(stop).toOpaque()
        sqlite3_progress_handler(
            connection,
            10_000,
            { flag in
                guard let flag else { return 0 }
                return Unmanaged<StopFlag>.fromOpaque(flag).takeUnretainedValue().isRaised ? 1 : 0
            },
            flag
        )
        defer { sqlite3_progress_handler(connection, 0, nil, nil) }
        return try withExtendedLifetime(stop) { try body(database) }
    }

    /// What an error of SQLite means; its own message is left out, because it may quote a value.
    static func failure(_ error: any Error) -> SourceFailure {
        guard let error = error as? DatabaseError else {
            return SourceFailure(.queryFailed, "the database could not be read")
        }
        return failure(code: error.resultCode.rawValue)
    }

    static func failure(code: Int32) -> SourceFailure {
        switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED:
            return SourceFailure(
                .unreachable,
                "the database is locked by another program",
                hint: "try again when it is done",
                retryable: true
            )
        case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH, SQLITE_READONLY:
            return SourceFailure(
                .unreachable,
                "the database cannot be opened",
                hint: "check that the file and its folder can be read, with -wal and -shm beside it"
            )
        case SQLITE_NOTADB, SQLITE_CORRUPT, SQLITE_FORMAT:
            return SourceFailure(
                .malformed,
                "the file is not a sound SQLite database",
                hint: "run `PRAGMA integrity_check` on it"
            )
        case SQLITE_TOOBIG:
            return SourceFailure(.tooLarge, "a value is larger than \(valueLimit >> 20) MiB")
        default:
            return SourceFailure(.queryFailed, "the query failed: \(String(cString: sqlite3_errstr(code)))")
        }
    }
}
