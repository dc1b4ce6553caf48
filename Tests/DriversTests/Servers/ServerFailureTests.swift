import DriverParts
import Drivers
import ExporterKit
import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct `Failures of servers` {
    private static let table =
        "CREATE TABLE t (email VARCHAR(200), name VARCHAR(20)); INSERT INTO t VALUES ('a@b.c', 'Ada')"

    private func asking(
        _ server: ServerKind,
        _ query: String,
        _ fields: [FieldDescription] = [field("email", matches: "email")],
        _ body: (SystemDescription) async throws -> Void
    ) async throws {
        try await server.withDatabase(Self.table) { database in
            try await body(server.system(database, collection(["query": query], fields)))
        }
    }

    @Test(arguments: ServerKind.allCases)
    func `a column that no field names and a field that no column has are findings and failures`(server: ServerKind)
        async throws
    {
        try await asking(server, "SELECT * FROM t WHERE email = :email") { system in
            let found = await findings(system).filter { $0.hasPrefix("error") }
            #expect(found == ["error name: the query returns the column `name`, which no field names"])
            let told = try await failure(system, "email", "a@b.c")
            #expect(told?.code == .undeclaredField)
        }
        let fields = [field("email", matches: "email"), field("phone")]
        try await asking(server, "SELECT email FROM t WHERE email = :email", fields) { system in
            let found = await findings(system).filter { $0.hasPrefix("error") }
            #expect(found == ["error phone: the query does not return the field `phone`"])
            let told = try await failure(system, "email", "a@b.c")
            #expect(told?.code == .missingField)
        }
    }

    @Test(arguments: ServerKind.allCases)
    func `a query that is not one reading by the needed kinds is refused`(server: ServerKind) async throws {
        let queries = [
            "DELETE FROM t WHERE email = :email", "UPDATE t SET name = :email",
            "SELECT email FROM t WHERE email = :email; DROP TABLE t",
            "EXPLAIN SELECT email FROM t WHERE email = :email", "SELECT email FROM nosuch WHERE email = :email",
            "SELEC", "",
            "SELECT email FROM t WHERE email = ?", "SELECT email FROM t",
            "SELECT email FROM t WHERE email = :email FOR UPDATE",
            "SELECT email FROM t WHERE email = :email AND name = :name",
            "SELECT email, email FROM t WHERE email = :email",
            "SELECT email FROM t WHERE email = $1", "TRUNCATE t", "SET ROLE :email", "CALL x(:email)",
            server == .postgresql
                ? "WITH x AS (DELETE FROM t RETURNING email) SELECT email FROM x WHERE email = :email"
                : "SELECT email FROM t WHERE email = :email INTO OUTFILE '/tmp/never'",
        ]
        try await server.withDatabase(Self.table) { database in
            for query in queries {
                let system = try server.system(
                    database,
                    collection(["query": query], [field("email", matches: "email")])
                )
                let found = await findings(system).filter { $0.hasPrefix("error") }
                #expect(!found.isEmpty && found.allSatisfy { $0.hasPrefix("error query: ") }, "\(query) \(found)")
                #expect(try await failure(system, "email", "a@b.c")?.code == .queryFailed, "\(query)")
            }
            let left = try server.run("SELECT count(*) FROM t", in: database)
            #expect(left == "1\n")
        }
    }

    @Test(arguments: ServerKind.allCases)
    func `a wrong password is refused for good, and stands in no message`(server: ServerKind) async throws {
        try await server.withDatabase(Self.table) { database in
            try server.setPassword("right horse", of: database)
            let system = try server.system(
                database,
                collection(["query": "SELECT email FROM t WHERE email = :email"], [field("email", matches: "email")])
            )
            let driver = try #require(BuiltInDrivers.named(server.rawValue))
            for secret in ["wrong battery", nil].map({ $0.map { Secret($0) } }) {
                let refused = await #expect(throws: SourceFailure.self) {
                    try await driver.using(system, DriverContext(secret: secret)) { _ in }
                }
                #expect(refused?.code == .refused && refused?.retryable == false)
                #expect(refused?.description.contains("battery") == false)
            }
            let found = await driver.findings(about: system, DriverContext(secret: Secret("right horse")))
            #expect(found.filter(\.isError).isEmpty)
        }
    }

    @Test(arguments: ServerKind.allCases)
    func `a query that takes too long is ended by the server`(server: ServerKind) async throws {
        let slow =
            server == .postgresql
            ? "SELECT email FROM t WHERE email = :email AND pg_sleep(30) IS NOT NULL"
            : "SELECT email FROM t WHERE email = :email AND (SELECT count(*) FROM seq_1_to_100000 a, seq_1_to_100000 b WHERE a.seq + b.seq < 0) > 0"
        try await server.withDatabase(Self.table) { database in
            let asked = try server.system(database, collection(["query": slow], [field("email", matches: "email")]))
            let system = SystemDescription(
                id: asked.id,
                title: asked.title,
                driver: asked.driver,
                connection: asked.connection,
                timeLimit: 1,
                folder: "/",
                collections: asked.collections
            )
            let start = ContinuousClock.now
            let ended = try #require(try await failure(system, "email", "a@b.c"))
            #expect(ended.code == .timedOut && ended.retryable)
            #expect(ContinuousClock.now - start < .seconds(10))
        }
    }

    @Test(arguments: ServerKind.allCases)
    func `a query that finds nothing for long can be cancelled, and the server ends it`(server: ServerKind) async throws
    {
        let slow =
            server == .postgresql
            ? "SELECT email FROM t WHERE email = :email AND pg_sleep(15) IS NOT NULL"
            : "SELECT email FROM t WHERE email = :email AND SLEEP(15) = 0"
        try await asking(server, slow) { system in
            let database = system.collections[0].id
            let reading = Task { try await ask(system, "email", "a@b.c") }
            try await Task.sleep(for: .milliseconds(700))
            let start = ContinuousClock.now
            reading.cancel()
            await #expect(throws: CancellationError.self) { try await reading.value }
            #expect(ContinuousClock.now - start < .seconds(10), "\(database)")
            var count = try server.running("15)")
            while count != "0\n", ContinuousClock.now - start < .seconds(8) {
                try await Task.sleep(for: .milliseconds(100))
                count = try server.running("15)")
            }
            #expect(count == "0\n")
        }
    }

    @Test(arguments: ServerKind.allCases)
    func `a server that ends in the middle of an answer is a failure that may pass`(server: ServerKind) async throws {
        let endless =
            server == .postgresql
            ? "SELECT repeat('x', 1000) || n AS email FROM generate_series(1, 3000000) n WHERE :email <> ''"
            : "SELECT concat(repeat('x', 1000), seq) AS email FROM seq_1_to_3000000 WHERE :email <> ''"
        try await server.withDatabase(Self.table) { database in
            let system = try server.system(database, collection(["query": endless], [field("email", matches: "email")]))
            let question = Question(identifiers: [Identifier(kind: "email", "a@b.c")])
            var count = 0
            let ended = await #expect(throws: SourceFailure.self) {
                try await read(system.collections[0], of: system, for: [question]) { _, _ in
                    count += 1
                    if count == 10 { try server.endConnections(to: database) }
                }
            }
            #expect(ended?.code == .unreachable && ended?.retryable == true, "\(ended?.description ?? "nothing")")
            #expect(count >= 10 && count < 3_000_000)
        }
    }

    @Test(arguments: ServerKind.allCases)
    func `an error that quotes what was asked is told without it`(server: ServerKind) async throws {
        let quoting =
            server == .postgresql
            ? "SELECT email FROM t WHERE CAST(CAST(:email AS text) AS integer) > 0 AND email <> ''"
            : "SELECT email FROM t WHERE extractvalue('<a/>', concat('~', :email)) <> '' AND email <> ''"
        try await asking(server, quoting) { system in
            let told = try #require(try await failure(system, "email", "ada.lovelace@example.org"))
            #expect(told.code == .queryFailed)
            #expect(!told.description.utf8.contains(UInt8(ascii: "@")))
        }
    }

    @Test(arguments: ServerKind.allCases)
    func `a value that is too large is a failure`(server: ServerKind) async throws {
        let query =
            server == .postgresql
            ? "SELECT repeat(name, 40000000) AS email FROM t WHERE email = :email"
            : "SELECT repeat(name, 15000000) AS email FROM t WHERE email = :email"
        try await asking(server, query) { system in
            let told = try await failure(system, "email", "a@b.c")
            #expect(told?.code == .tooLarge)
        }
    }

    @Test(arguments: ServerKind.allCases)
    func `a server that says nothing can be left`(server: ServerKind) async throws {
        let silent = try SilentServer()
        let system = SystemDescription(
            id: "sample",
            title: LocalizedText("Sample"),
            driver: server.rawValue,
            connection: "\(server.rawValue)://ada@127.0.0.1:\(silent.port)/shop",
            folder: "/",
            collections: []
        )
        let opening = Task { await findings(system) }
        try await Task.sleep(for: .milliseconds(300))
        let start = ContinuousClock.now
        opening.cancel()
        _ = await opening.value
        #expect(ContinuousClock.now - start < .seconds(20))
    }

    @Test(
        arguments: ServerKind.allCases,
        [
            "://ada:horse@127.0.0.1/shop", "://ada@/", "//", "://ada@db.example.org/shop?sslmode=require",
            "://ada@/shop?password=horse&host=/tmp&socket=/tmp",
        ]
    )
    func `a connection that tells a password or would not be safe is refused`(server: ServerKind, rest: String) async {
        let system = SystemDescription(
            id: "sample",
            title: LocalizedText("Sample"),
            driver: server.rawValue,
            connection: server.rawValue + rest,
            folder: "/",
            collections: []
        )
        let found = await findings(system)
        #expect(found.count == 1 && found[0].hasPrefix("error connection: the connection "))
        #expect(!found[0].contains("horse"))
    }

    @Test(arguments: ServerKind.allCases)
    func `a server is let in by its name on a certificate that is trusted, and by nothing less`(server: ServerKind)
        async throws
    {
        try await server.withDatabase(Self.table) { database in
            let folder = try server.server.folder
            let trusted = folder + "/server.pem"
            let other = try (server == .postgresql ? ServerKind.mariadb : .postgresql).server.folder + "/server.pem"
            let collection = collection(
                ["query": "SELECT email FROM t WHERE email = :email"],
                [field("email", matches: "email")]
            )
            for (host, file, isLetIn) in [
                ("localhost", trusted, true), ("127.0.0.1", trusted, false), ("localhost", other, false),
            ] {
                let connection = try server.networkConnection(database, host: host, trusting: file)
                let system = SystemDescription(
                    id: "sample",
                    title: LocalizedText("Sample"),
                    driver: server.rawValue,
                    connection: connection,
                    folder: "/",
                    collections: [collection]
                )
                let told = try await failure(system, "email", "a@b.c")
                #expect(told?.code == (isLetIn ? nil : .unreachable), "\(host) \(told?.description ?? "let in")")
            }
        }
    }

    @Test(arguments: ServerKind.allCases)
    func `a system is asked no faster than it may be`(server: ServerKind) async throws {
        try await server.withDatabase(Self.table) { database in
            let asked = try server.system(
                database,
                collection(["query": "SELECT email FROM t WHERE email = :email"], [field("email", matches: "email")])
            )
            let system = SystemDescription(
                id: "sample",
                title: asked.title,
                driver: asked.driver,
                connection: asked.connection,
                rateLimit: 10,
                folder: "/",
                collections: asked.collections
            )
            let driver = try #require(BuiltInDrivers.named(server.rawValue))
            let questions = (0..<6).map { Question(identifiers: [Identifier(kind: "email", "\($0)@b.c")]) }
            let start = ContinuousClock.now
            try await driver.using(system, DriverContext(pace: Pace(perSecond: 10))) { source in
                try await source.read(system.collections[0], for: questions) { _, _ in }
            }
            #expect(ContinuousClock.now - start > .milliseconds(390))
        }
    }
}
