import ExporterKit
import Foundation
import GRDB
import Synchronization

/// A connection to an SQLite database, kept for the next reading when one is done: a small answer is read in less time
/// than it takes to open the database for each of its collections.
struct SQLiteConnection: Sendable {
    let queue: DatabaseQueue
    private let file: FileIdentity

    /// What tells a file from another one that takes its name.
    private struct FileIdentity: Hashable {
        let path: String
        let device: UInt64
        let number: UInt64
    }

    private static let idle = Mutex<[SQLiteConnection]>([])
    /// Each keeps some memory.
    private static let mostIdle = 8

    /// Takes a connection that is idle, or opens one; a database that was put in the place of another is opened anew.
    static func take(to path: String) throws -> SQLiteConnection {
        let file = try identity(of: path)
        let known = idle.withLock { idle in
            idle.lastIndex { $0.file == file }.map { idle.remove(at: $0) }
        }
        return try known
            ?? SQLiteConnection(queue: DatabaseQueue(path: path, configuration: configuration), file: file)
    }

    /// Lets others have it; one on which a reading failed is dropped instead.
    func giveBack() {
        Self.idle.withLock { idle in
            idle.append(self)
            if idle.count > Self.mostIdle { idle.removeFirst() }
        }
    }

    private static func identity(of path: String) throws -> FileIdentity {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw SourceFailure(
                .unreachable,
                "the database is not there",
                hint: "check `connection` in exporter.yaml"
            )
        }
        return FileIdentity(path: path, device: UInt64(status.st_dev), number: UInt64(status.st_ino))
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        configuration.label = "source"
        configuration.prepareDatabase { database in
            // A large sort would otherwise be spilled to /var/tmp as plaintext.
            try database.execute(sql: "PRAGMA temp_store = MEMORY")
        }
        return configuration
    }
}
