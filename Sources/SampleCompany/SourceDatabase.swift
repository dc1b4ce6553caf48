import Foundation
import GRDB

/// A source system's SQLite file while it is filled.
struct SourceDatabase {
    private let queue: DatabaseQueue

    /// Makes the file with the tables of the exporter's own sample, so that sample and company cannot drift apart.
    init(creating name: String, in exporter: String) throws {
        var configuration = Configuration()
        // A file that is made anew needs no journal: whoever loses power makes it once more.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY") }
        queue = try DatabaseQueue(path: exporter + "/" + name, configuration: configuration)
        let schema = try String(contentsOfFile: exporter + "/sample/schema.sql", encoding: .utf8)
        try queue.write { database in
            try database.execute(sql: schema)
            for table in try Self.tables(of: database).reversed() { try database.execute(sql: "DELETE FROM \(table)") }
        }
    }

    /// Fills the tables in one transaction.
    func fill(_ body: (Database) throws -> Void) throws {
        try queue.write(body)
        try queue.close()
    }

    // In the order of their making: what refers to another table comes after it.
    private static func tables(of database: Database) throws -> [String] {
        try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")
    }
}
