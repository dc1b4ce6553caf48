import Drivers
import ExporterKit
import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct `Answers of servers` {
    private static let tables = """
        CREATE TABLE t (id INTEGER, email VARCHAR(200), code VARCHAR(20));
        INSERT INTO t VALUES (7, 'ada@example.org', '007'), (8, 'bob@example.org', '8'), (9, NULL, NULL), (0, '', ''),
            (11, '100%@example.org', '42'), (12, 'o''hara\"{,}@example.org', 'a,b')
        """

    private func asking(
        _ server: ServerKind,
        _ condition: String,
        _ kind: String,
        many: Bool = false,
        _ body: (SystemDescription) async throws -> Void
    ) async throws {
        try await server.withDatabase(Self.tables) { database in
            let settings = ["query": "SELECT * FROM t WHERE \(condition) ORDER BY id"]
            let fields = [
                field("id", "integer", matches: kind == "id" ? kind : nil),
                field("email", matches: kind == "email" ? kind : nil),
                field("code", matches: kind == "code" ? kind : nil),
            ]
            try await body(
                server.system(
                    database,
                    collection(needs: [kind], many ? settings.merging(["many": "true"]) { $1 } : settings, fields)
                )
            )
        }
    }

    @Test(arguments: ServerKind.allCases)
    func `text of a query or a pattern is a value like any other`(server: ServerKind) async throws {
        try await asking(server, "email = :email", "email") { system in
            for value in [
                "' OR '1'='1", "ada@example.org' -- ", "%", "_%", "*", "", "ada@example.org\0", "$1", "?", "\\",
            ] {
                let found = try await ask(system, "email", value)
                #expect(found == [], "\(value)")
            }
            let broken = try await ask(system, 0, [[Identifier(kind: "email", value: [0x61, 0xFF, 0xC3])]])
            #expect(broken == [[]])
            let quoted = try await ask(system, "email", "o'hara\"{,}@example.org")
            #expect(quoted.count == 1)
        }
    }

    @Test(arguments: ServerKind.allCases)
    func `what is no number finds nothing in a column of numbers, and the connection goes on`(server: ServerKind)
        async throws
    {
        try await asking(server, "id = :id", "id") { system in
            let values = ["7a", "' OR 1=1", "99999999999999999999", "8", "x", "", "7"]
            let found = try await ask(system, 0, values.map { [Identifier(kind: "id", $0)] })
            #expect(found.map(\.count) == [0, 0, 0, 1, 0, 0, 1])
        }
    }

    @Test(arguments: ServerKind.allCases)
    func `a list of values asks for many people at once`(server: ServerKind) async throws {
        let condition = server == .postgresql ? "email = ANY (:email)" : "email IN (:email)"
        try await asking(server, condition, "email", many: true) { system in
            let ada = Identifier(kind: "email", "ada@example.org")
            let odd = Identifier(kind: "email", "o'hara\"{,}@example.org")
            let nobody = Identifier(kind: "email", "nobody@example.org")
            let found = try await ask(system, 0, [[odd, ada], [nobody], [ada]])
            #expect(found.map { $0.map(\.first) } == [["number 7", "number 12"], [], ["number 7"]])
            let others = (0..<700).map { [Identifier(kind: "email", "p\($0)@example.org")] }
            let crowd = try await ask(system, 0, others + [[ada]])
            #expect(crowd.last?.count == 1 && crowd.dropLast().allSatisfy(\.isEmpty))
            let warned = await findings(system).filter { $0.hasPrefix("error") }
            #expect(warned == [])
        }
    }

    @Test(arguments: ServerKind.allCases)
    func `a list of values is refused where pairs are asked for`(server: ServerKind) async throws {
        try await server.withDatabase(Self.tables) { database in
            let fields = [field("id", "integer", matches: "id"), field("email", matches: "email"), field("code")]
            let query = "SELECT * FROM t WHERE id = :id AND email = :email"
            let system = try server.system(
                database,
                collection(needs: ["id", "email"], ["query": query, "many": "true"], fields)
            )
            let found = await findings(system).filter { $0.hasPrefix("error") }
            #expect(found == ["error many: a list of values asks by one kind alone"])
        }
    }

    @Test(arguments: ServerKind.allCases)
    func `a record that several identifiers find is yielded once, equal ones all`(server: ServerKind) async throws {
        try await asking(server, "email = :email OR id = 7", "email") { system in
            let both = ["ada@example.org", "bob@example.org"].map { Identifier(kind: "email", $0) }
            let found = try await ask(system, 0, [both])
            #expect(found.map { $0.map(\.first) } == [["number 7", "number 8"]])
        }
        let twice = "CREATE TABLE t (email VARCHAR(20)); INSERT INTO t VALUES ('a@b.c'), ('a@b.c')"
        try await server.withDatabase(twice) { database in
            let query = "SELECT email FROM t WHERE lower(email) = lower(:email)"
            let system = try server.system(database, collection(["query": query], [field("email", matches: "email")]))
            let found = try await ask(system, 0, [["a@b.c", "A@b.c"].map { Identifier(kind: "email", $0) }])
            #expect(found[0].count == 2)
        }
    }

    @Test(arguments: ServerKind.allCases)
    func `all that one opening reads is of one moment, while others write`(server: ServerKind) async throws {
        try await server.withDatabase(Self.tables) { database in
            let system = try server.system(
                database,
                collection(["query": "SELECT email FROM t WHERE email = :email"], [field("email", matches: "email")])
            )
            let question = Question(identifiers: [Identifier(kind: "email", "new@example.org")])
            let driver = try #require(BuiltInDrivers.named(server.rawValue))
            var count = 0
            for expected in [0, 1] {
                try await driver.using(system) { source in
                    if expected == 0 {
                        try server.run("INSERT INTO t (email) VALUES ('new@example.org')", in: database)
                    }
                    try await source.read(system.collections[0], for: [question]) { _, _ in count += 1 }
                }
                #expect(count == expected)
            }
        }
    }

    @Test(arguments: ServerKind.allCases)
    func `an empty table, and a look at one that is not`(server: ServerKind) async throws {
        let tables = Self.tables + "; CREATE TABLE empty (email VARCHAR(20), note VARCHAR(20))"
        try await server.withDatabase(tables) { database in
            let fields = [field("email", matches: "email")]
            let full = collection(named: "full", ["query": "SELECT email FROM t WHERE email = :email"], fields)
            let none = collection(named: "none", ["query": "SELECT email FROM empty WHERE email = :email"], fields)
            let made = collection(
                named: "made",
                ["query": "SELECT lower(email) AS email FROM t WHERE email = :email"],
                fields
            )
            let system = try server.system(database, full, none, made)
            let driver = try #require(BuiltInDrivers.named(server.rawValue))
            try await driver.using(system) { source in
                let isEmpty = try await [source.holdsNobody(none), source.holdsNobody(full)]
                #expect(isEmpty == [true, false])
                var count = 0
                let isThere = try await source.sample(full, limit: 2) { _ in count += 1 }
                #expect(isThere && count == 2)
                let held = try await source.heldIdentifiers(full, limit: 3)
                #expect(held?.count == 3)
                let untold = try await source.heldIdentifiers(made, limit: 3)
                #expect(untold == nil)
            }
            await #expect(throws: SourceFailure.self) {
                try await driver.using(system) { _ = try await $0.holdsNobody(made) }
            }
            let warned = await driver.findings(about: system).filter { $0.collection == "made" && !$0.isError }
            #expect(warned.map(\.field) == ["query"])
        }
    }

    @Test(arguments: ServerKind.allCases)
    func `an account that may write is warned of, and one that may only read is not`(server: ServerKind) async throws {
        try await server.withDatabase(Self.tables) { database in
            let fields = [field("email", matches: "email")]
            let query = collection(["query": "SELECT email FROM t WHERE BINARY email = :email"], fields)
            let exact = collection(["query": "SELECT email FROM t WHERE email = :email"], fields)
            let collection = server == .postgresql ? exact : query
            let reader = await findings(try server.system(database, collection))
            #expect(reader == [])
            let master = server == .postgresql ? "postgres" : "root"
            let writer = await findings(try server.system(database, user: master, collection))
            #expect(writer == ["warning connection: the account may write to the database"])
            let grant =
                server == .postgresql
                ? "GRANT UPDATE ON t TO \(database)"
                : "GRANT SELECT (email, code), UPDATE (code) ON t TO \(database)@localhost"
            try server.run(grant, in: database)
            let granted = await findings(try server.system(database, collection))
            #expect(granted == ["warning connection: the account may write to the database"])
        }
    }

    @Test(arguments: ServerKind.allCases)
    func `a column that the server compares loosely is warned of`(server: ServerKind) async throws {
        let type = server == .postgresql ? "text COLLATE loose" : "VARCHAR(20) COLLATE utf8mb4_general_ci"
        let collation =
            server == .postgresql
            ? "CREATE COLLATION loose (provider = icu, locale = 'und-u-ks-level1', deterministic = false);" : ""
        let tables = "\(collation) CREATE TABLE t (code \(type)); INSERT INTO t VALUES ('Ö'), ('o'), ('x')"
        try await server.withDatabase(tables) { database in
            let fields = [field("code", matches: "code")]
            let loose = collection(needs: ["code"], ["query": "SELECT code FROM t WHERE code = :code"], fields)
            let found = await findings(try server.system(database, loose))
            #expect(found.count == 1 && found[0].hasPrefix("warning code: "))
            let exactly = server == .postgresql ? "code::text COLLATE \"C\" = :code" : "BINARY code = :code"
            let exact = collection(
                needs: ["code"],
                ["query": "SELECT code FROM t WHERE code = :code AND \(exactly)"],
                fields
            )
            let quiet = await findings(try server.system(database, exact))
            #expect(quiet == [])
            let both = try await [
                ask(server.system(database, loose), "code", "Ö"), ask(server.system(database, exact), "code", "Ö"),
            ]
            #expect(both.map(\.count) == [2, 1])
        }
    }

    @Test(arguments: ServerKind.allCases)
    func `a view is read where the account may not read the table behind it`(server: ServerKind) async throws {
        try await server.withDatabase(Self.tables + "; CREATE VIEW v AS SELECT email, code FROM t WHERE code <> ''") {
            database in
            if server == .mariadb {
                try server.run(
                    "REVOKE SELECT ON \(database).* FROM \(database)@localhost; GRANT SELECT ON \(database).v TO \(database)@localhost"
                )
            } else {
                try server.run("REVOKE SELECT ON t FROM \(database)", in: database)
            }
            let fields = [field("email", matches: "email"), field("code")]
            let system = try server.system(
                database,
                collection(["query": "SELECT email, code FROM v WHERE email = :email"], fields)
            )
            let found = try await ask(system, "email", "ada@example.org")
            #expect(found.count == 1)
            let driver = try #require(BuiltInDrivers.named(server.rawValue))
            try await driver.using(system) { source in
                let isEmpty = try await source.holdsNobody(system.collections[0])
                #expect(!isEmpty)
                let held = try await source.heldIdentifiers(system.collections[0], limit: 2)
                #expect(held?.count == 2)
            }
            let wrong = await findings(system).filter { $0.hasPrefix("error") }
            #expect(wrong == [])
        }
    }

    @Test(.timeLimit(.minutes(5)))
    func `a value with characters that a column cannot hold is looked for in the others`() async throws {
        let tables = """
            CREATE TABLE t (code VARCHAR(20) CHARACTER SET latin1, old VARCHAR(20), number INTEGER);
            INSERT INTO t VALUES ('Ö', 'x', 1), ('y', '😀', 2), ('ł', 'ł', 3)
            """.replacing("('ł'", with: "('z'")
        try await ServerKind.mariadb.withDatabase(tables) { database in
            for (condition, counts) in [
                ("code = :code", [1, 0, 0]), ("code = :code OR BINARY old = :code", [1, 1, 1]),
            ] {
                let system = try ServerKind.mariadb.system(
                    database,
                    collection(
                        needs: ["code"],
                        ["query": "SELECT code, old FROM t WHERE \(condition)"],
                        [field("code", matches: "code"), field("old", matches: "code")]
                    )
                )
                let asked = ["Ö", "😀", "ł"].map { [Identifier(kind: "code", $0)] }
                let found = try await ask(system, 0, asked)
                #expect(found.map(\.count) == counts, "\(condition)")
            }
        }
    }
}
