import Foundation
import TestSupport
import Testing
import Cases
import IntakeStage
import Policy
import Groundwork

@Suite struct `Day of receipt` {
    @Test(arguments: [nil, "2026-06-15", "2026-06-14", "2024-02-29", "2020-01-01"])
    func `a request came in today or earlier`(day: String?) async throws {
        try await withTemporaryFolder { folder in
            let request = try House(in: folder).open(received: day)
            #expect(request.receivedOn.description == day ?? "2026-06-15")
        }
    }

    @Test(arguments: [
        "2026-06-16", "2027-01-01", "9999-12-31", "2026-02-30", "2025-02-29", "15-06-2026", "2026-6-1", "2026-06-15 ",
        "2026-06-15T10:00:00Z", "", "today", "２０２６-06-15", "-026-06-15",
    ])
    func `a day that is yet to come, or is none, is refused (case 97)`(day: String) async throws {
        try await withTemporaryFolder { folder in
            let house = try House(in: folder)
            let error = #expect(throws: InzageError.self) { try house.open(received: day) }
            #expect(error?.ending == .usage)
        }
    }

    @Test func `today is the controller's day, not Greenwich's`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(in: folder, at: "2026-06-15T22:30:00Z")
            #expect(try house.open(received: nil).receivedOn.description == "2026-06-16")
            #expect(try house.open(received: "2026-06-16").receivedOn.description == "2026-06-16")
        }
    }

    @Test func `the day can be put earlier and never later (case 98)`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(in: folder)
            let id = try house.open(received: "2026-06-10").id
            for later in ["2026-06-11", "2026-06-15"] {
                #expect(throws: InzageError.self) { try house.intake.amend(id, Amendment(receivedOn: later)) }
                #expect(try house.intake.request(id).receivedOn.description == "2026-06-10")
            }
            #expect(try house.intake.amend(id, Amendment(receivedOn: "2026-06-10")).receivedOn.day == 10)
            #expect(try house.intake.amend(id, Amendment(receivedOn: "2026-06-01")).receivedOn.day == 1)
            #expect(throws: InzageError.self) { try house.intake.amend(id, Amendment(receivedOn: "2026-06-10")) }
        }
    }

    @Test func `no other amendment, no reopening and no clock set back moves the day (case 98)`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(in: folder)
            let id = try house.open(received: "2026-06-10").id
            house.clock.move(days: 10)
            _ = try house.intake.amend(id, Amendment(right: .portability, language: .nl, destination: .post))
            _ = try house.intake.withdraw(id)
            house.clock.move(days: -60)
            #expect(try house.intake.reopen(id, reason: "changed their mind").receivedOn.description == "2026-06-10")
        }
    }
}

extension House {
    fileprivate func open(received day: String?) throws -> Request {
        try intake.open(
            Submission(
                right: .access,
                claim: Claim(email: "ada@example.org"),
                receivedOn: day,
                lateEntry: "a day of the test's"
            )
        )
    }
}
