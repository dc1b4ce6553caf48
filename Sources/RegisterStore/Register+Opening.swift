import Foundation
import GRDB
import Cases
package import Groundwork

/// What a register is opened for.
package enum RegisterAccess: Sendable {
    /// Nothing is written: not even the tables of a register that is of an older edition, or not there yet.
    case reading
    /// The schema is brought up to date, and a register is made where there is none.
    case writing
}

extension Register {
    /// Opens `register.sqlite` in a controller's folder; for writing it is made with mode 0600 where it is not there.
    ///
    /// - Throws: exit 8 for a register that a newer edition has written, exit 3 for one that cannot be opened.
    package init(
        inFolder folder: String,
        for access: RegisterAccess = .writing,
        vault: Vault,
        surroundings: Surroundings
    ) throws {
        let path = folder + "/register.sqlite"
        switch access {
        case .reading:
            let database = try Self.translatingErrors { try Self.readable(at: path) }
            self.init(ready: database, vault: vault, surroundings: surroundings)
        case .writing:
            // Two commands may be the first on a new folder at the same moment: one makes the tables.
            let door = try RegisterDoor(ofFolder: folder)
            try Self.make(at: path)
            let queue = try Self.translatingErrors { try DatabaseQueue(path: path, configuration: Self.writing) }
            try self.init(queue, vault: vault, surroundings: surroundings)
            withExtendedLifetime(door) {}
        }
    }

    private static func make(at path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else { return }
        let made = open(path, O_CREAT | O_WRONLY | O_NOFOLLOW, 0o600)
        guard made >= 0 else { throw InzageError(.unexpected, "the register cannot be made in this folder") }
        close(made)
    }

    /// The register as it stands; one of an older edition is brought up to date in memory, and there alone.
    private static func readable(at path: String) throws -> DatabaseQueue {
        guard FileManager.default.fileExists(atPath: path) else {
            return try upToDate(DatabaseQueue(configuration: inMemory))
        }
        let queue = try DatabaseQueue(path: path, configuration: reading)
        // Not GRDB's own `read`: it would let writing in again at its end.
        if try queue.unsafeRead(RegisterSchema.isUpToDate) { return queue }
        let copy = try DatabaseQueue(configuration: inMemory)
        try queue.backup(to: copy)
        return try upToDate(copy)
    }

    private static func upToDate(_ queue: DatabaseQueue) throws -> DatabaseQueue {
        try RegisterSchema.migrate(queue)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA query_only = ON") }
        return queue
    }

    // MEMORY: SQLite would spill a large sort to /var/tmp in the clear.
    static var inMemory: GRDB.Configuration { configuration("PRAGMA temp_store = MEMORY") }

    private static var reading: GRDB.Configuration {
        configuration("PRAGMA temp_store = MEMORY; PRAGMA query_only = ON")
    }

    // FULL: a step that was reported done is done after a power cut. secure_delete: what is deleted is overwritten.
    // WAL: one trip to the disk for a transaction instead of four; the log goes when the last command that has the
    // register open ends.
    static var writing: GRDB.Configuration {
        configuration(
            """
            PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON;
            PRAGMA journal_mode = WAL
            """
        )
    }

    static func configuration(_ pragmas: String) -> GRDB.Configuration {
        var configuration = GRDB.Configuration()
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { try $0.execute(sql: pragmas) }
        return configuration
    }
}
