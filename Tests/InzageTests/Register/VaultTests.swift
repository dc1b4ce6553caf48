import Cryptography
import Foundation
import GRDB
import Mail
import TestSupport
import Testing
import RegisterStore
import Cases
import Inzage
import IntakeStage

@Suite struct `Vault of the register` {
    private let vault = Vault(key: SecretKey([UInt8](repeating: 7, count: 32)))
    private let claim = Claim(email: "kim.sam@example.org", name: "Kim")

    @Test func `what was sealed comes back under its own context alone`() throws {
        let blob = try vault.seal(claim, context: "claim R1")
        #expect(try vault.open(Claim.self, from: blob, context: "claim R1") == claim)
        for wrong in ["claim R2", "subject R1", "claim R1 ", ""] {
            let error = #expect(throws: InzageError.self) {
                try vault.open(Claim.self, from: blob, context: wrong)
            }
            #expect(error?.ending == .integrityBroken)
        }
    }

    @Test func `the same value is never sealed to the same bytes, and shows nothing of itself`() throws {
        let blobs = try (0..<20).map { _ in try vault.seal(claim, context: "claim R1") }
        #expect(Set(blobs).count == 20)
        #expect(blobs.allSatisfy { $0.range(of: Data("kim".utf8)) == nil })
    }

    @Test func `every changed, cut or added byte is found`() throws {
        let blob = try vault.seal(claim, context: "c")
        for place in blob.indices {
            var changed = blob
            changed[place] ^= 1
            #expect(throws: InzageError.self) { try vault.open(Claim.self, from: changed, context: "c") }
        }
        for broken in [Data(), blob.dropLast(), blob + [0], Data(repeating: 0, count: 12)] {
            #expect(throws: InzageError.self) { try vault.open(Claim.self, from: Data(broken), context: "c") }
        }
    }

    @Test(arguments: [
        "UPDATE request SET claim = (SELECT claim FROM request WHERE id = 'R2') WHERE id = 'R1'",
        "UPDATE request SET claim = subject WHERE id = 'R1'",
        "UPDATE request SET subject = (SELECT subject FROM request WHERE id = 'R2') WHERE id = 'R1'",
        "UPDATE request SET subject = claim WHERE id = 'R1'",
        "UPDATE package SET secrets = (SELECT secrets FROM package WHERE request = 'R2') WHERE request = 'R1'",
        "UPDATE package SET secrets = (SELECT secrets FROM package WHERE round = 2) WHERE round = 1",
        "UPDATE decision SET detail = (SELECT detail FROM decision WHERE request = 'R2') WHERE request = 'R1'",
        "UPDATE decision SET detail = (SELECT detail FROM decision WHERE kind = 'withhold') WHERE kind = 'note'",
        "UPDATE decision SET detail = (SELECT detail FROM decision WHERE round = 2) WHERE round = 1 AND target = 'note'",
        "UPDATE outbox SET message = (SELECT message FROM outbox WHERE request = 'R2' AND kind = 'archive') "
            + "WHERE request = 'R1' AND kind = 'archive'",
        "UPDATE gathered SET sealed = (SELECT sealed FROM gathered WHERE request = 'R1' AND collection = 'orders') "
            + "WHERE collection = 'accounts'",
    ])
    func `a sealed value moved to another row, column or round is refused`(move: String) async throws {
        try await withTemporaryFolder { folder in
            let shop = try Shop(in: folder)
            let house = try House(in: folder, systems: [shop.crm], processing: .withoutChat)
            var tampering = move
            var ids: [String] = []
            for (number, name) in [(1, "R1"), (2, "R2")] {
                try shop.customer(number, "\(name)@example.org")
                try shop.order(number, of: number, "lamp")
                ids.append(try await fill("\(name)@example.org", house))
                tampering = tampering.replacingOccurrences(of: "'\(name)'", with: "'\(ids[number - 1])'")
            }
            try readAll(ids[0], house.register)
            #expect(try house.tamper(tampering) > 0)
            let error = #expect(throws: InzageError.self) { try readAll(ids[0], house.register) }
            #expect(error?.ending == .integrityBroken)
        }
    }

    /// Takes a request through two rounds, the first of which was sealed and not delivered.
    private func fill(_ email: String, _ house: House) async throws -> String {
        let id = try await house.proven(email).id
        try house.intake.note(id, "first round")
        try house.pipeline.withhold("crm/accounts/*/phone", ground: "privilege", reason: "asked", from: id)
        house.postbox.refuseNext(MailFailure(.deferred, "later"))
        _ = try await house.pipeline.advance(id)
        _ = try house.intake.reopen(id, reason: "something is missing")
        try house.intake.note(id, "second round")
        _ = try await house.gather(id)
        return id
    }

    /// Reads everything sealed that a request has.
    private func readAll(_ id: String, _ register: Register) throws {
        let counts = try register.read { transaction in
            [
                try transaction.request(id) == nil ? 0 : 1,
                try transaction.subject(of: id) == nil ? 0 : 1,
                try [1, 2].compactMap { try transaction.package(request: id, round: $0) }.count,
                try [1, 2].flatMap { try transaction.decisions(request: id, round: $0) }.count,
                try transaction.outbox(request: id, round: 1).compactMap(\.content).count,
                try [1, 2].flatMap { try transaction.gathered(request: id, round: $0) }.count,
            ]
        }
        #expect(counts == [1, 1, 2, 5, 1, 4])
    }
}
