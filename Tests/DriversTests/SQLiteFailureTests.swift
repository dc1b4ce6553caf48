import ExporterKit
import Foundation
import GRDB
import TestSupport
import Testing

@Suite struct SQLiteFailureTests {
    private func asking(_ query: String, _ fields: [FieldDescription]? = nil, in folder: String) throws
        -> SystemDescription
    {
        try makeDatabase(in: folder, "CREATE TABLE t (email TEXT, name TEXT); INSERT INTO t VALUES ('a@b.c', 'Ada');")
        return system(
            "sqlite",
            in: folder,
            connection: "store.sqlite",
            collection(["query": query], fields ?? [field("email", matches: "email")])
        )
    }

    @Test func `a column that no field names is a finding and a failure`() async throws {
        try await withTemporaryFolder { folder in
            let system = try asking("SELECT * FROM t WHERE email = :email", in: folder)
            #expect(await findings(system) == ["error name: the query returns the column `name`, which no field names"])
            #expect(try await failure(system, "email", "a@b.c")?.code == .undeclaredField)
        }
    }

    @Test func `a database that was put in the place of another is read, and not the one before`() async throws {
        try await withTemporaryFolder { folder in
            let system = try asking("SELECT email FROM t WHERE email = :email", in: folder)
            #expect(try await ask(system, "email", "a@b.c").count == 1)
            let path = folder + "/store.sqlite"
            try FileManager.default.createDirectory(atPath: folder + "/new", withIntermediateDirectories: false)
            try makeDatabase(in: folder + "/new", "CREATE TABLE t (email TEXT, name TEXT)")
            #expect(rename(folder + "/new/store.sqlite", path) == 0)
            #expect(try await ask(system, "email", "a@b.c").isEmpty)
        }
    }

    @Test func `what is changed between two readings is read`() async throws {
        try await withTemporaryFolder { folder in
            let system = try asking("SELECT email FROM t WHERE email = :email", in: folder)
            #expect(try await ask(system, "email", "a@b.c").count == 1)
            let writer = try DatabaseQueue(path: folder + "/store.sqlite")
            try await writer.write { try $0.execute(sql: "DELETE FROM t; ALTER TABLE t RENAME COLUMN name TO other") }
            #expect(try await ask(system, "email", "a@b.c").isEmpty)
        }
    }

    @Test func `a field that no column has is a finding and a failure`() async throws {
        try await withTemporaryFolder { folder in
            let system = try asking(
                "SELECT email FROM t WHERE email = :email",
                [field("email", matches: "email"), field("phone")],
                in: folder
            )
            #expect(await findings(system) == ["error phone: the query does not return the field `phone`"])
            #expect(try await failure(system, "email", "a@b.c")?.code == .missingField)
        }
    }

    @Test(arguments: [
        "DELETE FROM t WHERE email = :email", "UPDATE t SET name = :email RETURNING email",
        "SELECT email FROM t WHERE email = :email; DROP TABLE t", "ATTACH ':memory:' AS email",
        "/* SELECT */ PRAGMA user_version", "EXPLAIN SELECT email FROM t WHERE email = :email",
        "WITH x AS (SELECT :email) DELETE FROM t", "SELECT email FROM nosuch WHERE email = :email", "SELEC", "",
        "SELECT email FROM t WHERE email = ?", "SELECT email FROM t WHERE email = ?1", "SELECT email FROM t",
        "SELECT email FROM t WHERE email = :email AND name = :name", "SELECT email, email FROM t WHERE email = :email",
        #"SELECT email FROM t WHERE email = "email_typo" AND :email <> ''"#,
    ])
    func `a query that is not one reading by the needed kinds is refused`(query: String) async throws {
        try await withTemporaryFolder { folder in
            let system = try asking(query, in: folder)
            let found = await findings(system)
            #expect(!found.isEmpty && found.allSatisfy { $0.hasPrefix("error query: ") })
            #expect(try await failure(system, "email", "a@b.c")?.code == .queryFailed)
        }
    }

    @Test func `a query after a comment and in capitals is a query`() async throws {
        try await withTemporaryFolder { folder in
            let system = try asking(
                "-- who\n /* and */ WITH x AS (SELECT 1)\nSELECT email FROM t, x WHERE email = @email ; ",
                in: folder
            )
            #expect(await findings(system) == [])
            #expect(try await ask(system, "email", "a@b.c") == [["text a@b.c"]])
        }
    }

    @Test func `a collection that is asked by nothing is refused`() async throws {
        try await withTemporaryFolder { folder in
            try makeDatabase(in: folder, "CREATE TABLE t (email TEXT)")
            let system = system(
                "sqlite",
                in: folder,
                connection: "store.sqlite",
                collection(needs: [], ["query": "SELECT email FROM t"], [field("email")])
            )
            #expect(await findings(system) == ["error needs: the collection is not asked by any identifier"])
            #expect(try await failure(system, "email", "x")?.code == .queryFailed)
        }
    }

    @Test func `a database that is not there is unreachable, and none is made`() async throws {
        try await withTemporaryFolder { folder in
            let system = system("sqlite", in: folder, connection: "none.sqlite", collection(["query": "SELECT 1"], []))
            let found = await findings(system)
            #expect(found == ["error connection: the database is not there"])
            let gone = try #require(try await failure(system, "email", "x"))
            #expect(gone.code == .unreachable && gone.hint != nil && !gone.retryable)
            #expect(try runTool("ls", [folder]).output == "")
        }
    }

    @Test func `a file that is no database is malformed`() async throws {
        try await withTemporaryFolder { folder in
            try write(String(repeating: "not a database ", count: 100), to: "store.sqlite", in: folder)
            let system = system("sqlite", in: folder, connection: "store.sqlite", collection(["query": "SELECT 1"], []))
            #expect(try await failure(system, "email", "x")?.code == .malformed)
        }
    }

    /// Locks a database from another program until the pipe is closed; a signal might not reach it, because a child
    /// inherits the blocked signals of the thread that starts it.
    private func holdLock(on database: String) throws -> Pipe {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = [
            "-c",
            """
            import sqlite3, sys
            connection = sqlite3.connect(sys.argv[1], isolation_level=None)
            connection.execute("BEGIN EXCLUSIVE")
            print("locked", flush=True)
            sys.stdin.read()
            """, database,
        ]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        _ = output.fileHandleForReading.availableData
        return input
    }

    @Test(.timeLimit(.minutes(5))) func `a locked database may be tried again`() async throws {
        try await withTemporaryFolder { folder in
            let system = try asking("SELECT email FROM t WHERE email = :email", in: folder)
            // A transaction may not be left open between two calls, so another program holds the lock.
            let lock = try holdLock(on: folder + "/store.sqlite")
            let locked = try #require(try await failure(system, "email", "a@b.c"))
            #expect(locked.code == .unreachable && locked.retryable)
            // The next reading waits for the lock itself.
            try lock.fileHandleForWriting.close()
            #expect(try await ask(system, "email", "a@b.c") == [["text a@b.c"]])
        }
    }

    @Test(.timeLimit(.minutes(5))) func `a query that searches for ever and finds nothing can be cancelled`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let system = try asking(
                """
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
                SELECT i AS email FROM n WHERE i < 0 AND :email <> ''
                """,
                in: folder
            )
            let reading = Task { try await ask(system, "email", "a@b.c") }
            try await Task.sleep(for: .milliseconds(200))
            reading.cancel()
            await #expect(throws: CancellationError.self) { try await reading.value }
        }
    }

    @Test func `an error that quotes what was asked is told without it`() async throws {
        try await withTemporaryFolder { folder in
            let system = try asking("SELECT json_extract(:email, '$') AS email FROM t WHERE :email <> ''", in: folder)
            let told = try #require(try await failure(system, "email", "ada.lovelace@example.org"))
            #expect(told.code == .queryFailed)
            #expect(!told.description.utf8.contains(UInt8(ascii: "@")))
        }
    }

    @Test func `the store is not written`() async throws {
        try await withTemporaryFolder { folder in
            let system = try asking("SELECT email FROM t WHERE email = :email ORDER BY name", in: folder)
            let before = try runTool("sha256sum", [folder + "/store.sqlite"]).output
            _ = try await ask(system, "email", "a@b.c")
            #expect(try runTool("sha256sum", [folder + "/store.sqlite"]).output == before)
            #expect(try runTool("ls", [folder]).output == "store.sqlite\n")
        }
    }
}
