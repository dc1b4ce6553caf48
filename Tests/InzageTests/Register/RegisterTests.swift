import Cryptography
import Foundation
import GRDB
import TestSupport
import Testing
import RegisterStore
import Cases
import ControllerFiles
import Groundwork
import Inzage
import IntakeStage

@Suite struct `Register of requests` {
    @Test(arguments: [true, false])
    func `a request comes back as it went in, in memory and on disk`(inMemory: Bool) async throws {
        try await withTemporaryFolder { folder in
            let clock = try TestClock("2026-06-15")
            let vault = Vault(key: SecretKey.random())
            let register =
                try inMemory
                ? Register(DatabaseQueue(), vault: vault, surroundings: clock.surroundings())
                : Register(inFolder: folder, vault: vault, surroundings: clock.surroundings())
            let id = try register.open()
            var request = try #require(try register.read { try $0.request(id) })
            #expect(request.state == .received && request.round == 1 && request.tries == 0)
            #expect(request.claim == Claim(email: "ada@example.org", name: "Ada"))
            #expect(request.receivedOn == CivilDay("2026-06-15"))
            request.roundScope = ["chat", "crm"]
            request.round = 2
            try request.move(to: .verified)
            try request.move(to: .gathered)
            request.claim.destination = .organisation(name: "Anders B.V.", email: "in@anders.example")
            try register.transaction { try $0.update(request) }
            let stored = try #require(try register.read { try $0.request(id) })
            #expect(stored.claim == request.claim)
            #expect(stored.state == .gathered)
            #expect(stored.round == 2)
            #expect(stored.roundScope == ["chat", "crm"])
            #expect(stored.receivedOn == request.receivedOn)
        }
    }

    @Test func `opening the same register again changes nothing and loses nothing`() async throws {
        try await withTemporaryFolder { folder in
            let clock = try TestClock("2026-06-15")
            let vault = Vault(key: SecretKey.random())
            for round in 1...3 {
                let register = try Register(inFolder: folder, vault: vault, surroundings: clock.surroundings())
                if round == 1 { try register.open() }
                #expect(try register.read { try $0.requests() }.count == 1)
            }
            let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/register.sqlite")
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        }
    }

    @Test(arguments: [false, true])
    func `a transaction before another is whole or nothing, and the next one goes to the disk again`(
        fails: Bool
    ) async throws {
        try await withTemporaryFolder { folder in
            let queue = try DatabaseQueue(path: "\(folder)/register.sqlite")
            let clock = try TestClock("2026-06-15")
            let vault = Vault(key: SecretKey.random())
            let register = try Register(queue, vault: vault, surroundings: clock.surroundings())
            try? register.transactionBeforeAnother { transaction in
                try transaction.audit("gathered", request: "R1")
                if fails { throw InzageError(.unexpected, "the power went") }
            }
            #expect(try register.read { try $0.auditEntries() }.count == (fails ? 0 : 1))
            // 2 is FULL: with the write-ahead log, a trip to the disk for every transaction.
            #expect(try queue.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
        }
    }

    @Test func `a transaction that fails leaves nothing behind`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(in: folder)
            #expect(throws: InzageError.self) {
                try house.register.transaction { transaction in
                    try transaction.audit("opened", request: "R1")
                    throw InzageError(.unexpected, "the power went")
                }
            }
            #expect(try house.register.read { try $0.auditEntries() }.isEmpty)
        }
    }

    @Test(arguments: [
        "UPDATE request SET tries = 6", "UPDATE request SET tries = -1", "UPDATE request SET round = 0",
        "UPDATE request SET state = 'sent'", "UPDATE request SET receivedOn = '15-06-2026'",
        "UPDATE request SET receivedOn = NULL", "UPDATE request SET claim = NULL",
        "UPDATE request SET follows = 'nobody'", "UPDATE request SET claim = 'text'",
        "INSERT INTO challenge (request, sentOn, validUntil, digest) VALUES ('R1', '', '', x'00')",
        "INSERT INTO challenge (request, sentOn, validUntil, digest) VALUES ('none', '', '', zeroblob(32))",
        "INSERT INTO gathered VALUES ('R1', 9, 's', 'c', '{}', NULL)",
        "INSERT INTO outbox (request, round, kind, messageID) VALUES ('R1', 1, NULL, 'x')",
        "INSERT INTO audit VALUES (1, '', '', '', '', '', '{}', 'short', 'short', 1)",
    ])
    func `the schema refuses what can not be`(statement: String) async throws {
        try await withTemporaryFolder { folder in
            let house = try House(in: folder)
            let id = try house.register.open()
            let real = statement.replacingOccurrences(of: "'R1'", with: "'\(id)'")
            #expect(throws: DatabaseError.self) { try house.tamper(real) }
        }
    }

    @Test func `a request id or a message id stands once`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(in: folder)
            let request = try house.open()
            #expect(throws: InzageError.self) { try house.register.transaction { try $0.insert(request) } }
            _ = try await house.pipeline.advance(request.id)
            #expect(throws: DatabaseError.self) {
                try house.tamper(
                    "INSERT INTO outbox (request, round, kind, messageID) SELECT request, round, kind, messageID FROM outbox"
                )
            }
        }
    }

    @Test func `another key opens nothing, and says that integrity is broken`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(in: folder)
            let id = try house.register.open()
            let stranger = try Register(
                inFolder: folder,
                vault: Vault(key: SecretKey.random()),
                surroundings: house.clock.surroundings()
            )
            let error = #expect(throws: InzageError.self) { try stranger.read { try $0.request(id) } }
            #expect(error?.ending == .integrityBroken)
        }
    }

    @Test func `a register that somebody else writes to is said to be locked`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(in: folder)
            var quick = GRDB.Configuration()
            quick.busyMode = .immediateError
            let queue = try DatabaseQueue(path: folder + "/register.sqlite", configuration: quick)
            let other = try Register(queue, vault: Vault(key: house.key), surroundings: house.clock.surroundings())
            let error = try house.rawRegister.inDatabase { holder -> InzageError? in
                try holder.execute(sql: "BEGIN EXCLUSIVE")
                defer { try? holder.execute(sql: "ROLLBACK") }
                return #expect(throws: InzageError.self) { try other.open() }
            }
            #expect(error?.ending == .heldBySomebodyElse)
        }
    }

    @Test(arguments: ["garbage", "cut"])
    func `a damaged register is said to be damaged`(damage: String) async throws {
        try await withTemporaryFolder { folder in
            let clock = try TestClock("2026-06-15")
            let vault = Vault(key: SecretKey.random())
            let path = folder + "/register.sqlite"
            func register() throws -> Register {
                try Register(inFolder: folder, vault: vault, surroundings: clock.surroundings())
            }
            if damage == "cut" {
                do {
                    let sound = try register()
                    for number in 0..<200 { try sound.open("ada\(number)@example.org") }
                }
                let whole = try Data(contentsOf: URL(fileURLWithPath: path))
                try whole.prefix(whole.count / 2).write(to: URL(fileURLWithPath: path))
            } else {
                try Data(repeating: 0x41, count: 8192).write(to: URL(fileURLWithPath: path))
            }
            let error = #expect(throws: InzageError.self) { try register().read { try $0.requests() } }
            #expect(error?.ending == .integrityBroken)
        }
    }

    @Test func `reading that writes is refused, and leaves nothing`() async throws {
        try await withTemporaryFolder { folder in
            let clock = try TestClock("2026-06-15")
            let vault = Vault(key: SecretKey.random())
            let register = try Register(inFolder: folder, vault: vault, surroundings: clock.surroundings())
            let error = #expect(throws: InzageError.self) {
                try register.read { try $0.audit("written while reading", request: nil) }
            }
            #expect(error?.ending == .unexpected)
            #expect(try register.read { try $0.auditEntries() }.isEmpty)
        }
    }

    @Test func `leaves no log behind when it is closed`() async throws {
        try await withTemporaryFolder { folder in
            let clock = try TestClock("2026-06-15")
            let vault = Vault(key: SecretKey.random())
            do {
                let register = try Register(inFolder: folder, vault: vault, surroundings: clock.surroundings())
                try register.open("ada@example.org")
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["register.sqlite"])
        }
    }

    @Test func `what a closed register leaves on disk names nobody`() async throws {
        try await withTemporaryFolder { folder in
            let shop = try Shop(in: folder)
            try shop.customer(1, "ada@example.org", name: "Ada Canary", phone: "+31 20 555 0142")
            let house = try House(in: folder, systems: shop.systems)
            let request = try await house.proven()
            try house.intake.note(request.id, "rang Ada Canary")
            _ = try await house.pipeline.advance(request.id)
            let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("register.") }
            try #require(files.contains("register.sqlite-wal"))
            let bytes = try files.reduce(into: Data()) {
                try $0 += Data(contentsOf: URL(fileURLWithPath: "\(folder)/\($1)"))
            }
            for canary in ["ada@example.org", "Ada Canary", "555 0142", "YWRhQGV4YW1wbGU"] {
                #expect(bytes.range(of: Data(canary.utf8)) == nil, "the register holds \(canary) in the clear")
            }
        }
    }
}
