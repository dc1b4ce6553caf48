import CommandParts
import Calendars
import Cases
import ExporterKit
import Foundation
import Groundwork
import IdentityStage
import IntakeStage
import Inzage
import MailIntake
import Policy
import RegisterStore
import TestSupport
import Testing

/// What was guessed of a mail is confirmed or amended by a person before an answer goes.
@Suite("A guess") struct GuessTests {
    private func proven(_ house: House, _ text: String = "Ik wil inzage in mijn gegevens.") async throws -> String {
        let id = try #require(try await house.take(text).id)
        _ = try await house.pipeline.advance(id)
        _ = try await house.pipeline.perform(.code(house.mailedCode()), on: id)
        return id
    }

    @Test("lets the code go and no answer, until it is confirmed")
    func confirmed() async throws {
        try await House.withShop { house in
            let id = try await proven(house)
            let progress = try await house.pipeline.advance(id)
            #expect(progress.waiting?.ending == .waiting)
            #expect(progress.waiting?.next.first?.text.contains("request looked \(id)") == true)
            #expect(try house.intake.request(id).state == .verified && house.postbox.mails.count == 1)
            let request = try house.intake.request(id)
            #expect(try house.pipeline.owed(in: request).map(\.what) == [.reading])
            #expect(try house.pipeline.due().isEmpty)
            _ = try house.pipeline.settleMails(id)
            #expect(try house.actions(id).contains("its mail was read"))
            _ = try await house.pipeline.advance(id)
            #expect(try house.intake.request(id).state == .delivered)
            #expect(throws: InzageError.self) { try house.pipeline.settleMails(id) }
        }
    }

    @Test("is amended to another right, which confirms it")
    func amended() async throws {
        try await House.withShop { house in
            let id = try await proven(house)
            _ = try house.pipeline.change(id) { try $0.amend(id, Amendment(right: .erasure)) }
            let request = try house.intake.request(id)
            #expect(request.right == .erasure && request.rightWasNamed)
            #expect(try house.pipeline.owed(in: request).allSatisfy { $0.what != .reading })
        }
    }

    @Test("of the language alone amended stays a guess")
    func language() async throws {
        try await House.withShop { house in
            let id = try await proven(house)
            _ = try house.pipeline.change(id) { try $0.amend(id, Amendment(language: .de)) }
            #expect(try house.pipeline.mails(of: id).contains(where: \.isGuess))
        }
    }

    @Test("keeps nothing else waiting where several are asked for in one pass")
    func together() async throws {
        try await House.withShop { house in
            let id = try await proven(house)
            let other = try await house.proven("bob@example.org")
            let due = try house.pipeline.due().map(\.id)
            #expect(due == [other.id])
            let requests = try [id, other.id].map { try house.intake.request($0) }
            let asked = await house.pipeline.askTogether(requests)
            for request in requests { _ = try await house.pipeline.advance(request.id, after: asked) }
            #expect(try house.intake.request(id).state == .verified)
        }
    }

    @Test("of a mail that names no right is access, and the person is asked")
    func unnamed() async throws {
        try await House.withShop { house in
            let taken = try await house.take("Welke gegevens hebben jullie van mij?", subject: "Vraag")
            let request = try house.intake.request(#require(taken.id))
            #expect(request.right == .access && !request.rightWasNamed)
            #expect(taken.reasons.contains { $0.contains("names no right") })
        }
    }

    @Test("is forgotten with who asked")
    func forgotten() async throws {
        try await House.withShop { house in
            let id = try #require(try await house.take("Ik wil inzage.").id)
            _ = try house.pipeline.change(id) { try $0.close(id, reason: .spam) }
            house.clock.move(days: 3 * 366)
            try house.intake.purge()
            #expect(try house.pipeline.mails(of: id).isEmpty)
            // The mail itself is still known: the mailbox may still hold it.
            #expect(try await house.take("Ik wil inzage.", id: "again").outcome == .takenBefore)
        }
    }
}
