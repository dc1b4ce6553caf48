import CommandParts
import Foundation
import Mail
import TestSupport
import Testing
import Cases
import IntakeStage
import IdentityMethods
import Inzage
import Policy
import Calendars
import IdentityStage
import RegisterStore
import Groundwork

@Suite struct `Letters beside the answer` {
    @Test func `another address is another person: nothing that was found for the first goes to the second`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let house = try House(of: .protolabs, in: folder)
            let request = try house.open("eva.bakker@example.org")
            let file = folder + "/found.txt"
            try Data("Eva's personnel file".utf8).write(to: URL(fileURLWithPath: file))
            try house.pipeline.add([file], category: "support", title: "Found", to: request.id)
            try house.pipeline.addNothing(category: "marketing", to: request.id)
            let amendment = Amendment(email: "tom.visser@example.org")
            _ = try house.pipeline.change(request.id) { try $0.amend(request.id, amendment) }
            let pending = try house.pipeline.categoriesPending(in: request.id)
            #expect(pending.contains("support") && pending.contains("marketing"))
            let round = try house.intake.request(request.id).round
            #expect(round == 2)
            #expect(try house.register.read { try $0.decisions(request: request.id, round: round) }.isEmpty)
        }
    }

    @Test func `an erasure that is reopened is carried out again, and never answered with the data`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .protolabs, in: folder)
            let id = try await house.evaProven(.erasure)
            try await house.carryOut(id)
            _ = try await house.pipeline.grant(id)
            _ = try house.pipeline.change(id) { try $0.reopen(id, reason: "Something is still there.") }
            let waiting = try #require(try await house.pipeline.advance(id).waiting)
            #expect(waiting.reasons.contains { $0.contains("carried out by people") })
            #expect(house.postbox.mails.allSatisfy { $0.attachment == nil })
            try await house.carryOut(id)
            _ = try await house.pipeline.grant(id)
        }
    }

    @Test func `a granted objection becomes no erasure by another name`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .threeD, in: folder)
            let id = try await house.evaProven(.objection)
            try await house.carryOut(id)
            _ = try await house.pipeline.grant(id)
            await #expect(throws: InzageError.self) {
                try await house.pipeline.refuse(id, ground: "legal_claims", reason: "Toch niet.")
            }
            _ = try house.pipeline.change(id) { try $0.amend(id, Amendment(right: .erasure)) }
            #expect(try await house.pipeline.advance(id).archive == nil)
        }
    }

    @Test func `a refusal that the server did not take goes with the next export`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .protolabs, in: folder)
            let id = try await house.evaProven()
            house.postbox.refuseNext(MailFailure(.cannotConnect, "down"))
            let sent = try await house.pipeline.refuse(id, ground: "excessive", reason: "Derde keer.")
            #expect(sent.waiting?.ending == .deliveryFailed && sent.handedOver == nil)
            house.postbox.refuseNext(MailFailure(.cannotConnect, "down"))
            #expect(try await house.pipeline.advance(id).waiting?.ending == .deliveryFailed)
            _ = try? await house.pipeline.advance(id)
            #expect(house.postbox.mails.last?.flat.contains("Derde keer.") == true)
        }
    }

    @Test func `a refusal that never left is not mailed once the request is reopened`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .protolabs, in: folder)
            let id = try await house.evaProven()
            house.postbox.refuseNext(MailFailure(.cannotConnect, "down"))
            _ = try await house.pipeline.refuse(id, ground: "excessive", reason: "Derde keer.")
            _ = try house.pipeline.change(id) { try $0.reopen(id, reason: "That was wrong.") }
            _ = try await house.pipeline.advance(id)
            #expect(!house.postbox.mails.contains { $0.flat.contains("Derde keer.") })
        }
    }

    @Test func `a letter that nobody takes does not hold the answer`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .protolabs, in: folder)
            let id = try await house.evaProven()
            house.postbox.refuseNext(MailFailure(.rejected, "no such mailbox"))
            #expect(try await house.pipeline.acknowledge(id, sending: true).waiting != nil)
            house.postbox.refuseNext(MailFailure(.rejected, "no such mailbox"))
            let progress = try await house.pipeline.advance(id)
            #expect(progress.stage == .delivered && progress.receipt != nil && progress.waiting != nil)
            #expect(house.postbox.mails.last?.attachment != nil)
        }
    }

    @Test func `an own ground stands in the letter and never in the log`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .protolabs, in: folder)
            let id = try await house.evaProven()
            _ = try await house.pipeline.refuse(id, ground: "Jan kreeg dit al in maart", reason: "Zie onze brief.")
            #expect(house.postbox.mails.last?.flat.contains("Jan kreeg dit al in maart") == true)
            #expect(try house.actions(id).contains("refused on an own ground"))
            #expect(try !house.register.read { try $0.auditEntries(request: id) }.contains { "\($0)".contains("Jan") })
        }
    }

    @Test(arguments: [(nil, "2026-09-15"), ("P1M", "2026-08-15"), ("P8W", "2026-09-09"), ("P6M", "2026-09-15")])
    func `an extension is as long as it is promised, and never longer than the law's`(
        max: String?,
        due: String
    ) async throws {
        try await withTemporaryFolder { folder in
            var house = try House(of: .protolabs, in: folder, at: "2026-06-15T12:00:00Z")
            house.controller.deadline.prolonging = .init(isAllowed: true, max: max)
            let id = try await house.evaProven()
            _ = try await house.pipeline.extend(id, reason: "Veel systemen.")
            #expect(try house.deadlines(id).strict.description == due)
        }
    }

    @Test func `an extension is announced within the time that the policy promises`() async throws {
        try await withTemporaryFolder { folder in
            var house = try House(of: .protolabs, in: folder, at: "2026-06-15T12:00:00Z")
            house.controller.deadline.prolonging = .init(isAllowed: true, noticeWithin: "P14D")
            let id = try await house.evaProven()
            try house.clock.set("2026-06-30T12:00:00Z")
            await #expect(throws: InzageError.self) { try await house.pipeline.extend(id, reason: "Te laat.") }
            house.controller.deadline.prolonging = .init(isAllowed: false)
            try house.clock.set("2026-06-16T12:00:00Z")
            await #expect(throws: InzageError.self) {
                try await house.pipeline.extend(id, reason: "Beloofd is beloofd.")
            }
        }
    }

    @Test func `a question that nobody can be mailed is not noted as asked: the clock runs, and people post it`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let house = try House(of: .threeD, in: folder)
            let claim = Claim(email: nil, name: "E. Bakker")
            let id = try house.intake.open(Submission(right: .access, claim: claim)).id
            let unsent = try await house.pipeline.askForMore(id, .mailed)
            #expect(unsent.isForThePost && unsent.handedOver == nil)
            #expect(unsent.waiting?.ending == .waiting)
            #expect(unsent.waiting?.next.contains { $0.text.contains("--posted") } == true)
            #expect(try house.register.read { try $0.asks(of: id) }.isEmpty)
            let acknowledged = try await house.pipeline.acknowledge(id, sending: true)
            #expect(acknowledged.isForThePost && acknowledged.waiting?.ending == .waiting)
            _ = try await house.pipeline.askForMore(id, .posted)
            #expect(try house.register.read { try $0.asks(of: id) }.count == 1)
        }
    }

    @Test func `what is over is not acknowledged any more`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .protolabs, in: folder)
            let id = try await house.evaProven()
            _ = try house.pipeline.change(id) { try $0.withdraw(id) }
            await #expect(throws: InzageError.self) { try await house.pipeline.acknowledge(id, sending: true) }
            await #expect(throws: InzageError.self) { try await house.pipeline.askForMore(id, .posted) }
        }
    }

    @Test func `an ask stands still the legal date alone, and loses its credit when the receipt was earlier`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let house = try House(of: .protolabs, in: folder, at: "2026-06-15T12:00:00Z")
            let request = try house.open("eva.bakker@example.org", destination: .address("eva@elsewhere.example"))
            let before = try house.deadlines(request.id)
            _ = try await house.pipeline.askForMore(request.id, .mailed)
            _ = try await house.pipeline.advance(request.id)
            _ = try await house.pipeline.perform(.code(house.mailedCode()), on: request.id)
            try house.clock.set("2026-06-25T12:00:00Z")
            let evidence = EvidenceRecord(method: "in-person", checkedBy: "An", document: "passport")
            #expect(try await house.pipeline.perform(.evidence(evidence), on: request.id).isVerified)
            let after = try house.deadlines(request.id)
            #expect(after.strict == before.strict && after.notice == before.notice)
            #expect(before.legal.description == "2026-07-15" && after.legal.description == "2026-07-27")
            _ = try house.pipeline.change(request.id) {
                try $0.amend(request.id, Amendment(receivedOn: "2026-06-01"))
            }
            #expect(try house.deadlines(request.id).legal.description == "2026-07-01")
        }
    }
}
