import Foundation
import Policy
import Cases
import GRDB
import Groundwork
import Inzage
import IntakeStage
import RegisterStore
import TestSupport
import Testing

@Suite struct `Requests of one person` {
    private func withHouse(_ body: (House) async throws -> Void) async throws {
        try await withTemporaryFolder { try await body(House(in: $0)) }
    }

    private func open(_ house: House, _ claim: Claim, received: String? = nil, lateEntry: String? = nil) throws
        -> Request
    {
        try house.intake.open(
            Submission(right: .access, claim: claim, language: .en, receivedOn: received, lateEntry: lateEntry)
        )
    }

    @Test func `are told of each other while they are open, whatever the case of the address`() async throws {
        try await withHouse { house in
            let first = try open(house, Claim(email: "ada@example.org"), received: "2026-06-01")
            _ = try open(house, Claim(email: "eve@example.org"))
            let second = try open(house, Claim(email: "ADA@example.org"))
            #expect(try house.intake.others(like: second).map(\.request.id) == [first.id])
            #expect(try house.intake.others(like: second).map(\.due.description) == ["2026-07-01"])
            _ = try house.pipeline.change(first.id) { try $0.close(first.id, reason: .mistake) }
            #expect(try house.intake.others(like: second).isEmpty)
        }
    }

    @Test func `are found by whole words of the claim, and by nothing else`() async throws {
        try await withHouse { house in
            let ada = try open(
                house,
                Claim(email: "ada@example.org", name: "Zoë de Vries", identifiers: ["customer_id=A-77"])
            )
            _ = try open(house, Claim(email: "eve@example.org", name: "Eve de Vries"))
            for text in ["ADA@example.org", "zoe", "Zoë", "vries zoe", "a-77", "customer_id=A-77"] {
                #expect(try house.register.read { try $0.requests(about: text) }.map(\.id) == [ada.id], "\(text)")
            }
            for text in ["", " ", "ada", "vrie", "zoe eve", "77", "%", "*"] {
                #expect(try house.register.read { try $0.requests(about: text) }.isEmpty, "\(text)")
            }
            #expect(try house.register.read { try $0.requests(about: "vries") }.count == 2)
        }
    }

    @Test func `are found by what an amendment changed, and no more by what it was`() async throws {
        try await withHouse { house in
            let request = try open(house, Claim(email: "old@example.org"))
            _ = try house.intake.amend(request.id, Amendment(email: "new@example.org"))
            #expect(try house.register.read { try $0.requests(about: "new@example.org") }.count == 1)
            #expect(try house.register.read { try $0.requests(about: "old@example.org") }.isEmpty)
        }
    }

    @Test func `leave no word of theirs in the register's file`() async throws {
        try await withHouse { house in
            _ = try open(house, Claim(email: "ada@example.org", name: "Zebedee"))
            let words = try house.rawRegister.read { try Row.fetchAll($0, sql: "SELECT word FROM requestWord") }
            #expect(words.count == 2)
            for row in words {
                let bytes: [UInt8] = Array(row["word"] as Data)
                #expect(bytes.count == 16)
            }
        }
    }

    @Test func `that an edition without the index wrote are found all the same`() async throws {
        try await withHouse { house in
            let request = try open(house, Claim(email: "ada@example.org"))
            try house.tamper("DELETE FROM requestWord")
            #expect(try house.register.read { try $0.requests(about: "Ada@example.org") }.map(\.id) == [request.id])
        }
    }

    @Test(arguments: ["customer_id=", "=5", "customer_id= ", "customer_id", ""])
    func `do not name an identifier without a value`(identifier: String) async throws {
        try await withHouse { house in
            let claim = Claim(email: "ada@example.org", identifiers: [identifier])
            #expect(await ending { _ = try open(house, claim) } == 2)
        }
    }

    @Test func `that came long ago are taken with a reason, which is noted`() async throws {
        try await withHouse { house in
            let claim = Claim(email: "ada@example.org")
            #expect(await ending { _ = try open(house, claim, received: "2025-06-15") } == 2)
            _ = try open(house, claim, received: "2026-03-17")
            let late = try open(house, claim, received: "2025-06-15", lateEntry: "found in a drawer")
            let notes = try house.register.read { try $0.decisions(request: late.id, round: 1) }
            #expect(notes.map(\.detail.reason) == ["entered late: found in a drawer"])
        }
    }
}
