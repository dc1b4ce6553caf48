import SQLiteStores
import ExporterKit
import Foundation
import GRDB
import TestSupport
import Testing

@Suite struct `A moment of a database` {
    private func names(_ source: any Source, _ collection: CollectionDescription) async throws -> [String] {
        var names: [String] = []
        let question = Question(identifiers: [Identifier(kind: "email", "ada@example.org")])
        try await source.read(collection, for: [question]) { record, _ in
            names.append(String(decoding: record.cell(at: 1), as: UTF8.self))
        }
        return names
    }

    private func withShop(
        journal: String,
        _ body: (_ shop: SystemDescription, _ writer: DatabaseQueue) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let writer = try DatabaseQueue(path: folder + "/shop.sqlite")
            try await writer.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA journal_mode = \(journal)")
                try database.execute(sql: "CREATE TABLE t (email TEXT, name TEXT)")
                try database.execute(sql: "INSERT INTO t VALUES ('ada@example.org', 'first')")
            }
            let shop = system(
                "sqlite",
                in: folder,
                connection: "shop.sqlite",
                collection(
                    ["query": "SELECT email, name FROM t WHERE email = :email ORDER BY name"],
                    [field("email", matches: "email"), field("name")]
                )
            )
            try await body(shop, writer)
        }
    }

    @Test func `all that one opening reads is of one moment, while others write`() async throws {
        try await withShop(journal: "wal") { shop, writer in
            try await SQLiteDriver().using(shop) { source in
                let before = try await names(source, shop.collections[0])
                #expect(before == ["first"])
                try await writer.write { try $0.execute(sql: "INSERT INTO t VALUES ('ada@example.org', 'second')") }
                let after = try await names(source, shop.collections[0])
                #expect(after == ["first"])
            }
            try await SQLiteDriver().using(shop) { source in
                let found = try await names(source, shop.collections[0])
                #expect(found == ["first", "second"])
            }
        }
    }

    @Test func `a database without a write-ahead log is not kept from its writers between two questions`()
        async throws
    {
        try await withShop(journal: "delete") { shop, writer in
            try await SQLiteDriver().using(shop) { source in
                let before = try await names(source, shop.collections[0])
                #expect(before == ["first"])
                try await writer.write { try $0.execute(sql: "INSERT INTO t VALUES ('ada@example.org', 'second')") }
                let after = try await names(source, shop.collections[0])
                #expect(after == ["first", "second"])
            }
        }
    }
}
