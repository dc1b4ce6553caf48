import CommandParts
import Cryptography
import Foundation
import GRDB
import TestSupport
import Testing
import RegisterStore
import Cases

/// Registers of other editions, and looking without writing.
@Suite struct `Editions of the register` {
    private static let vault = Vault(key: SecretKey(Array(repeating: 7, count: 32)))

    private func register(_ folder: String, for access: RegisterAccess = .writing) throws -> Register {
        try Register(
            inFolder: folder,
            for: access,
            vault: Self.vault,
            surroundings: TestClock("2026-06-15").surroundings()
        )
    }

    private func change(_ folder: String, _ sql: String) throws {
        let queue = try DatabaseQueue(path: folder + "/register.sqlite")
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA ignore_check_constraints = ON; " + sql)
        }
        try queue.close()
    }

    private func bytes(_ folder: String) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: folder + "/register.sqlite"))
    }

    @Test(arguments: [RegisterAccess.reading, .writing])
    func `a register that a newer edition has written is refused, and stays as it is`(access: RegisterAccess)
        async throws
    {
        try await withTemporaryFolder { folder in
            try register(folder).open()
            try change(folder, "INSERT INTO grdb_migrations VALUES ('99 something newer')")
            let before = try bytes(folder)
            let error = try #require(throws: InzageError.self) { try register(folder, for: access) }
            #expect(error.ending == .integrityBroken && error.message.contains("newer edition"))
            #expect(try bytes(folder) == before)
        }
    }

    @Test(arguments: [
        "UPDATE request SET state = 'pondering'", "UPDATE request SET \"right\" = 'oblivion'",
        "UPDATE request SET receivedOn = 'tomorrow'", "UPDATE request SET extendedOn = '2026-13-01'",
        "UPDATE outbox SET kind = 'pigeon'", "UPDATE decision SET kind = 'whim'",
        "UPDATE evidence SET settles = 'everything'", "UPDATE challenge SET sentOn = 'then'",
        "UPDATE suspension SET askedOn = 'then'", "UPDATE suspension SET answeredOn = 'later'",
    ]) func `a word that is not known is never passed over`(change: String) async throws {
        try await withTemporaryFolder { folder in
            let register = try register(folder)
            let id = try register.open()
            try register.transaction {
                try $0.insert(.note, target: "t", detail: DecisionDetail(), request: id, round: 1)
            }
            try self.change(
                folder,
                """
                INSERT INTO outbox (request, round, kind, messageID) VALUES ('\(id)', 1, 'code', 'm');
                INSERT INTO evidence (request, method, checkedBy, checkedAt, settles)
                    VALUES ('\(id)', 'call', 't', '2026-06-15T12:00:00Z', '');
                INSERT INTO challenge (request, sentOn, validUntil, digest)
                    VALUES ('\(id)', '2026-06-15', '2026-06-16', zeroblob(32));
                INSERT INTO suspension (request, askedOn, credited) VALUES ('\(id)', '2026-06-15', 1)
                """
            )
            func readAll() throws {
                try register.read { transaction in
                    _ = try transaction.requests()
                    _ = try transaction.outbox(request: id, round: 1)
                    _ = try transaction.decisions(request: id, round: 1)
                    _ = try transaction.evidence(of: id)
                    _ = try transaction.challenges(of: id)
                    _ = try transaction.asks(of: id)
                }
            }
            try readAll()
            try self.change(folder, change)
            let error = try #require(throws: InzageError.self) { try readAll() }
            #expect(error.ending == .integrityBroken && error.hint?.text.contains("edition") == true)
        }
    }

    @Test func `looking into a register of an older edition shows it and leaves it as it is`() async throws {
        try await withTemporaryFolder { folder in
            _ = try register(folder)
            let claim = try Self.vault.seal(Claim(email: "ada@example.org"), context: "claim OLD123")
            // As the third edition left it: without keys of requests, and of the audit.
            try change(
                folder,
                """
                DROP TABLE requestKey; ALTER TABLE request DROP COLUMN purgedAt; ALTER TABLE audit DROP COLUMN keyed;
                DELETE FROM grdb_migrations WHERE identifier LIKE '4 %' OR identifier LIKE '5 %';
                INSERT INTO request (id, "right", language, receivedOn, openedAt, state, claim)
                    VALUES ('OLD123', 'access', 'nl', '2026-06-01', '2026-06-01T00:00:00Z', 'received', x'\(claim.map { String(format: "%02x", $0) }.joined())')
                """
            )
            let before = try bytes(folder)
            let reading = try register(folder, for: .reading)
            #expect(try reading.read { try $0.request("OLD123") }?.claim.email == "ada@example.org")
            #expect(try bytes(folder) == before)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["register.sqlite"])
            let writing = try register(folder)
            #expect(try writing.read { try $0.request("OLD123") }?.claim.email == "ada@example.org")
            let names = try DatabaseQueue(path: folder + "/register.sqlite").read {
                try String.fetchAll($0, sql: "SELECT name FROM sqlite_master WHERE name = 'requestKey'")
            }
            #expect(names == ["requestKey"])
        }
    }

    @Test func `looking makes no register, and what looks cannot write`() async throws {
        try await withTemporaryFolder { folder in
            let none = try register(folder, for: .reading)
            #expect(try none.read { try $0.requests() }.isEmpty)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
            try register(folder).open()
            let reading = try register(folder, for: .reading)
            for register in [none, reading] {
                #expect(throws: InzageError.self) { try register.open("bob@example.org") }
            }
            #expect(try reading.read { try $0.requests() }.count == 1)
        }
    }

    @Test func `the commands that look change no file`() async throws {
        try await withTemporaryFolder { folder in
            let inzage = try Command.demo(in: folder + "/shop")
            let id = try inzage.openRequest("ada.jansen@example.com")
            _ = try inzage("export", id)
            func files() throws -> [String: Data] {
                let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
                return try names.reduce(into: [:]) { files, name in
                    var isFolder: ObjCBool = false
                    let path = "\(folder)/\(name)"
                    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
                    files[name] = isFolder.boolValue ? Data() : try Data(contentsOf: URL(fileURLWithPath: path))
                }
            }
            let before = try files()
            for arguments in [
                ["request", "list"], ["request", "list", "--all"], ["request", "show", id], ["audit", "show"],
                ["audit", "verify"], ["deadline", "--received", "2026-06-01"], ["retention", "orders"], ["purge"],
                ["check"], ["status"], ["status", "--json"],
            ] {
                let result = try inzage.run(arguments)
                #expect(result.status == 0, "\(arguments) \(result.errors)\(result.output)")
                #expect(try files() == before, "\(arguments)")
            }
        }
    }
}
