import Drivers
import ExporterKit
import StoreSchemas
import TestSupport
import Testing

/// What stores say of their tables.
@Suite struct SchemaTests {
    @Test(arguments: DraftStore.allCases)
    func `tables, columns, keys and what refers to what are read alike from every store`(store: DraftStore) async throws
    {
        try await DraftStore.withShop { shop in
            try await store.with("sakila", in: shop) { connection, folder in
                let (reader, system) = try Self.reader(of: store, connection, folder)
                let schema = try await reader.schema(of: system, DriverContext(), SchemaWish())
                #expect(schema.tables.count == 15)
                let payment = try #require(schema.tables.first { $0.name == "payment" })
                #expect(payment.key == ["payment_id"])
                #expect(
                    payment.columns.map(\.type) == [
                        .integer, .integer, .integer, .integer, .number, .datetime, .datetime,
                    ]
                )
                #expect(payment.columns.map(\.mayBeNull) == [false, false, false, true, false, false, true])
                #expect(Set(payment.references.map(\.table)) == ["customer", "staff", "rental"])
                let both = try #require(schema.tables.first { $0.name == "film_actor" })
                #expect(both.key == ["actor_id", "film_id"])
                let one = try await reader.schema(of: system, DriverContext(), SchemaWish(tables: ["actor", "nosuch"]))
                #expect(one.tables.map(\.name) == ["actor"])
            }
        }
    }

    @Test(arguments: DraftStore.allCases)
    func `references of two columns keep their order`(store: DraftStore) async throws {
        try await DraftStore.withShop { shop in
            try await store.with("pairs", in: shop) { connection, folder in
                let (reader, system) = try Self.reader(of: store, connection, folder)
                let schema = try await reader.schema(of: system, DriverContext(), SchemaWish())
                let movement = try #require(schema.tables.first { $0.name == "movement" })
                let reference = try #require(movement.references.first)
                #expect(reference.columns == ["branch", "account_no"])
                #expect(reference.referenced == ["branch", "account_no"] && reference.table == "branch_account")
            }
        }
    }

    private static func reader(
        of store: DraftStore,
        _ connection: String,
        _ folder: String
    ) throws -> (any SchemaReader, SystemDescription) {
        let system = SystemDescription(
            id: "draft",
            title: "draft",
            driver: store.rawValue,
            connection: connection,
            folder: folder,
            collections: []
        )
        return (try #require(BuiltInDrivers.named(store.rawValue) as? any SchemaReader), system)
    }

    @Test func `remarks of the store come along`() async throws {
        let sql = """
            CREATE TABLE t (id integer PRIMARY KEY, mail text);
            COMMENT ON COLUMN t.mail IS 'where we write to'; COMMENT ON TABLE t IS 'people'
            """.replacing("; ", with: ";\n")
        try await ServerKind.postgresql.withDatabase(sql) { database in
            try await expectRemarks(ServerKind.postgresql, database)
        }
        let other = "CREATE TABLE t (id INTEGER PRIMARY KEY, mail TEXT COMMENT 'where we write to') COMMENT 'people'"
        try await ServerKind.mariadb.withDatabase(other) { database in
            try await expectRemarks(ServerKind.mariadb, database)
        }
    }

    private func expectRemarks(_ kind: ServerKind, _ database: String) async throws {
        let reader = try #require(BuiltInDrivers.named(kind.rawValue) as? any SchemaReader)
        let schema = try await reader.schema(of: kind.system(database), DriverContext(), SchemaWish())
        #expect(schema.tables.map(\.comment) == ["people"])
        #expect(schema.tables.first?.column("mail")?.comment == "where we write to")
    }
}
