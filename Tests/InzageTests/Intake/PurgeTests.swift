import Cryptography
import Foundation
import GRDB
import Inzage
import TestSupport
import Testing
import RegisterStore
import Groundwork
import Cases
import IntakeStage
import Policy

/// What is kept no longer.
@Suite struct `What is kept no longer` {
    private func closed(_ house: House) throws -> String {
        let request = try house.open("ada@example.org")
        try house.register.transaction { transaction in
            let detail = DecisionDetail(reason: "canary note")
            try transaction.insert(.note, target: "t", detail: detail, request: request.id, round: 1)
        }
        try house.rawRegister.write { database in
            try database.execute(
                sql: "INSERT INTO evidence (request, method, checkedBy, checkedAt, detail, settles) "
                    + "VALUES (?, 'call', 'tester', '2026-06-15T12:00:00Z', 'canary evidence', '')",
                arguments: [request.id]
            )
        }
        return try house.intake.close(request.id, reason: .mistake).id
    }

    @Test func `who asked is forgotten when a request is kept no longer, and not a moment before`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(in: folder)
            let (id, open) = (try closed(house), try house.open("bob@example.org").id)
            try house.clock.set("2028-06-15T11:59:59Z")
            #expect(try house.intake.purgeable().isEmpty)
            try house.clock.set("2028-06-15T12:00:00Z")
            let purgeable = try house.intake.purgeable()
            #expect(purgeable.requests.map(\.request) == [id] && purgeable.archives.isEmpty)
            // Looking is not removing.
            #expect(try house.intake.request(id).claim.email == "ada@example.org")
            let copy = try sealedClaim(of: id, house)
            try house.intake.purge()
            let purged = try house.intake.request(id)
            #expect(purged.claim == Claim(email: nil) && purged.state == .closed && purged.purgedAt != nil)
            let register = house.register
            #expect(try register.read { try $0.evidence(of: id) }.isEmpty)
            #expect(try register.read { try $0.decisions(request: id, round: 1) }.isEmpty)
            let audit = try register.read { try $0.auditEntries() }
            #expect(audit.last?.action == "purged: who asked is forgotten" && audit.last?.request == id)
            #expect(register.auditChain.breaks(in: audit).isEmpty)
            #expect(try house.intake.request(open).claim.email == "bob@example.org")
            // When it was finished stays.
            let closedAt = try house.rawRegister.read { database in
                try String.fetchOne(database, sql: "SELECT closedAt FROM request WHERE id = ?", arguments: [id])
            }
            #expect(closedAt == "2026-06-15T12:00:00Z")
            // A copy of what was sealed is worth nothing: the register's key does not open it.
            #expect(throws: InzageError.self) {
                try Vault(key: house.key).open(Claim.self, from: copy, context: "claim \(id)")
            }
            #expect(try house.intake.purgeable().isEmpty)
        }
    }

    @Test func `a request whose requester is forgotten is not opened again`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(in: folder)
            let id = try closed(house)
            try house.clock.set("2029-01-01T12:00:00Z")
            try house.intake.purge()
            let error = try #require(throws: InzageError.self) { try house.intake.reopen(id, reason: "again") }
            #expect(error.ending == .notInThisState && error.message.contains("2029-01-01"))
        }
    }

    @Test func `the controller says how long`() async throws {
        try await withTemporaryFolder { folder in
            var house = try House(in: folder)
            let id = try closed(house)
            house.controller.requestsKept = ISOPeriod(months: 1)
            try house.clock.set("2026-07-16T12:00:00Z")
            #expect(try house.intake.purgeable().requests.map(\.request) == [id])
            house.controller.requestsKept = ISOPeriod(days: 0)
            try house.clock.set("2026-06-15T12:00:00Z")
            #expect(try house.intake.purgeable().requests.map(\.request) == [id])
        }
    }

    @Test func `an archive past its day is shown, and goes with its passphrase`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(
                in: folder,
                systems: GraphSample.systems,
                drivers: [ScriptedDriver(GraphSample.answers)]
            )
            let request = try await house.proven("ada@example.org")
            var releasing = Orders()
            releasing.release = true
            _ = try await house.pipeline.advance(request.id, orders: releasing)
            let archive = try #require(
                try house.register.read { try $0.package(request: request.id, round: 1) }?.archive
            )
            house.clock.move(days: house.controller.delivery.archiveDays + 1)
            #expect(try house.intake.purgeable().archives.map(\.request) == [request.id])
            let path = "\(house.archives)/\(archive.name)"
            #expect(FileManager.default.fileExists(atPath: path))
            try house.intake.purge()
            #expect(!FileManager.default.fileExists(atPath: path))
            #expect(try house.register.read { try $0.package(request: request.id, round: 1) }?.secrets.passphrase == "")
            #expect(try house.intake.purgeable().isEmpty)
        }
    }

    private func sealedClaim(of id: String, _ house: House) throws -> Data {
        let queue = try DatabaseQueue(path: house.folder + "/register.sqlite")
        return try #require(
            try queue.read { try Data.fetchOne($0, sql: "SELECT claim FROM request WHERE id = ?", arguments: [id]) }
        )
    }
}
