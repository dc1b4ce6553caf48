import ExporterKit
import GRDB
import GRDBSQLite

/// An SQLite database, read-only, for one reading.
struct SQLiteStore {
    private let connection: SQLiteConnection
    private let stop: StopFlag

    init(of system: SystemDescription, stop: StopFlag = StopFlag()) throws {
        self.stop = stop
        do {
            connection = try SQLiteConnection.take(to: system.connectionPath)
        } catch let error as DatabaseError {
            throw Self.failure(error)
        }
    }

    /// The longest value that is taken: SQLite holds a value in memory whole.
    static let valueLimit: Int32 = 32 << 20

    /// Runs a body in one transaction, so that it sees one state of the data.
    func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
        do {
            let result = try connection.queue.read { database in
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
            connection.giveBack()
            return result
        } catch let error as DatabaseError {
            throw stop.isRaised ? CancellationError() : Self.failure(error)
        }
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
