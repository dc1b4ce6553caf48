import Foundation
import TestSupport
import Testing
import IntakeStage
import Cases
import IdentityMethods
import Inzage
import IdentityStage
import Policy
import Calendars
import Groundwork

@Suite struct `ProgressX keeps its promise` {
    @Test func `PGX-1: a verified subject's data may go to the organisation they name, and the log says so`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let house = try House(of: .progressX, in: folder)
            let request = try house.open(
                "eva.bakker@example.org",
                right: .portability,
                destination: .organisation(name: "Andere Adviseur", email: "inname@adviseur.example")
            )
            _ = try await house.pipeline.advance(request.id)
            _ = try await house.pipeline.perform(.code(house.mailedCode()), on: request.id)
            let evidence = EvidenceRecord(method: "in-person", checkedBy: "An", document: "passport")
            #expect(try await house.pipeline.perform(.evidence(evidence), on: request.id).isVerified)
            for category in try house.pipeline.categoriesPending(in: request.id) {
                try house.pipeline.addNothing(category: category, to: request.id)
            }
            _ = try await house.answer(request.id)
            let archive = house.postbox.mails.last { $0.attachmentName != nil }
            #expect(archive?.recipient == "inname@adviseur.example")
            #expect(try house.actions(request.id).contains("delivered to an organisation"))
        }
    }

    @Test func `PGX-2: a request that does not say whom it is about is asked, with the clock running`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .progressX, in: folder, at: "2026-06-15T12:00:00Z")
            let request = try house.intake.open(Submission(right: .access, claim: Claim(email: nil, name: "E. Bakker")))
            let waiting = try #require(try await house.pipeline.advance(request.id).waiting)
            #expect(waiting.ending == .waiting && waiting.reasons.contains { $0.hasPrefix("subject-unclear") })
            let before = try house.deadlines(request.id)
            let sent = try await house.pipeline.askForMore(request.id, .posted)
            #expect(sent.letter.flat.contains("wie"))
            #expect(house.postbox.mails.isEmpty, "nobody is named, so nobody is mailed")

            try house.clock.set("2026-06-25T12:00:00Z")
            let amendment = Amendment(email: "eva.bakker@example.org")
            _ = try house.pipeline.change(request.id) { try $0.amend(request.id, amendment) }
            _ = try await house.pipeline.advance(request.id)
            #expect(try await house.pipeline.perform(.code(house.mailedCode()), on: request.id).isVerified)
            #expect(try house.deadlines(request.id) == before)
        }
    }

    @Test func `PGX-3: as soon as possible is a month at the most`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .progressX, in: folder)
            #expect(house.controller.deadline.pace == .asSoonAsPossible && house.controller.deadline.base == nil)
            let id = try await house.evaProven(received: "2026-05-31")
            #expect(try house.deadlines(id).strict.description == "2026-06-30")
        }
    }

    @Test func `PGX-4: the answer is files that a machine can read`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .progressX, in: folder)
            let files = try await house.answer(house.evaProven())
            let data = files.filter { $0.key.hasPrefix("data/") }
            #expect(!data.isEmpty)
            for content in data.values { #expect(try JSONSerialization.jsonObject(with: content) is [Any]) }
        }
    }

    @Test func `PGX-7: without an e-mail address the letter gives post and telephone`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .progressX, in: folder)
            _ = try await house.answer(house.evaProven())
            let letter = try #require(house.postbox.mails.last)
            #expect(letter.body.contains("Sytskelan 48, 9261 VB Eastermar"))
            #expect(letter.body.contains("+31 6 36 456 789") && !letter.body.contains("E-mail:"))
        }
    }
}
