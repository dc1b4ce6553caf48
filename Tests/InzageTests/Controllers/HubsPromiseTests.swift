import Foundation
import TestSupport
import Testing
import Policy
import Cases
import Groundwork
import Inzage
import IdentityStage
import RegisterStore
import ControllerFiles
import Calendars
import IntakeStage

@Suite struct `Protolabs Network keeps its promise` {
    @Test func `HUB-1: the month ends with February, and the extension in April`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .protolabs, in: folder, at: "2026-02-10T12:00:00Z")
            let id = try await house.evaProven(received: "2026-01-31")
            #expect(try house.deadlines(id).strict.description == "2026-02-28")
            _ = try await house.pipeline.extend(id, reason: "Uw gegevens staan op veel plaatsen.")
            #expect(try house.deadlines(id).strict.description == "2026-04-30")
        }
    }

    @Test func `HUB-2: an extension that was not announced in the first month is refused`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .protolabs, in: folder, at: "2026-03-10T12:00:00Z")
            let id = try await house.evaProven(received: "2026-03-10")
            try house.clock.set("2026-04-11T09:00:00Z")
            let error = await #expect(throws: InzageError.self) {
                try await house.pipeline.extend(id, reason: "Te laat.")
            }
            #expect(error?.ending == .notInThisState && error?.message.contains("2026-04-10") == true)
            #expect(try house.deadlines(id).strict.description == "2026-04-10")
            #expect(try !house.actions(id).contains("extended"))
        }
    }

    @Test func `HUB-2: on the last day it is still in time, once`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .protolabs, in: folder, at: "2026-03-10T12:00:00Z")
            let id = try await house.evaProven(received: "2026-03-10")
            try house.clock.set("2026-04-10T21:00:00Z")
            _ = try await house.pipeline.extend(id, reason: "Uw gegevens staan op veel plaatsen.")
            #expect(try house.deadlines(id).strict.description == "2026-06-10")
            await #expect(throws: InzageError.self) { try await house.pipeline.extend(id, reason: "Nog eens.") }
        }
    }

    @Test(arguments: ["", " \t"])
    func `HUB-3: a refusal without a ground is rejected`(ground: String) async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .protolabs, in: folder)
            let id = try await house.evaProven()
            let error = await #expect(throws: InzageError.self) {
                try await house.pipeline.refuse(id, ground: ground, reason: "Daarom.")
            }
            #expect(error?.ending == .usage)
            #expect(try house.intake.request(id).state == .verified)
        }
    }

    @Test func `HUB-3: with a ground the answer names it, the authority and the court`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .protolabs, in: folder)
            let id = try await house.evaProven()
            _ = try await house.pipeline.refuse(id, ground: "excessive", reason: "Dit is uw derde verzoek deze maand.")
            let letter = try #require(house.postbox.mails.last)
            #expect(letter.flat.contains("Dit is uw derde verzoek deze maand."))
            #expect(letter.flat.contains("buitensporig") && letter.flat.contains("Autoriteit Persoonsgegevens"))
            #expect(letter.flat.contains("rechter"))
            #expect(try house.intake.request(id).state == .refused)
            #expect(try house.actions(id).contains("refused excessive"))
        }
    }

    @Test func `HUB-4: a request that names no right is one for access, and is asked with the clock running`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let house = try House(of: .protolabs, in: folder, at: "2026-06-15T12:00:00Z")
            let claim = Claim(email: "eva.bakker@example.org")
            let request = try house.intake.open(Submission(right: nil, claim: claim))
            #expect(request.right == .access && !request.rightWasNamed)
            let before = try house.deadlines(request.id)
            let sent = try await house.pipeline.askForMore(request.id, .mailed)
            #expect(sent.handedOver != nil && sent.letter.flat.contains("Wat wilt u dat wij doen?"))
            #expect(try house.deadlines(request.id) == before)
            try house.clock.set("2026-06-25T12:00:00Z")
            #expect(try house.deadlines(request.id) == before)
        }
    }

    @Test(arguments: [
        ("2018-05-24", false, ["P3Y"], [RetentionRule.Action.anonymise]),
        ("2018-05-25", false, ["P3M", nil], [.anonymise, .anonymise]),
        ("2026-01-05", true, ["P1Y"], [.anonymise]),
    ])
    func `HUB-5: what applies to an applicant depends on the day and on staying in touch`(
        applied: String,
        stays: Bool,
        durations: [String?],
        actions: [RetentionRule.Action]
    ) async throws {
        try await withTemporaryFolder { folder in
            let processing = try ControllerFixture.protolabs.configuration(in: folder + "/c").processing
            let facts = RetentionFacts(
                days: ["application": try #require(CivilDay(applied))],
                choices: ["stays_in_touch": stays]
            )
            let rules = try #require(processing.category("applications")).retention.applying(to: facts)
            #expect(rules.map(\.duration) == durations && rules.compactMap(\.action) == actions)
            if stays { #expect(rules.map(\.kind) == [.max]) }
            if durations.count == 2 { #expect(rules.map(\.combine) == [.unspecifiedOr, .unspecifiedOr]) }
        }
    }

    @Test func `HUB-6: seven years count from the later of contract and dispute`() async throws {
        try await withTemporaryFolder { folder in
            let processing = try ControllerFixture.protolabs.configuration(in: folder + "/c").processing
            let rule = try #require(processing.category("orders")?.retention.first)
            var facts = RetentionFacts(days: ["contract_end": try #require(CivilDay("2020-01-01"))])
            #expect(rule.end(for: facts) == nil, "the dispute may last")
            facts.days["dispute_settled"] = CivilDay("2021-06-30")
            #expect(rule.end(for: facts)?.description == "2028-06-30")
        }
    }

    @Test func `HUB-7: decisions are kept for twenty years`() async throws {
        try await withTemporaryFolder { folder in
            let processing = try ControllerFixture.protolabs.configuration(in: folder + "/c").processing
            #expect(processing.category("relationship_decisions")?.retention.map(\.duration) == ["P20Y"])
        }
    }

    @Test func `HUB-8: nothing is gathered before identity is proven or the check waived`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .protolabs, in: folder)
            let request = try house.open("eva.bakker@example.org")
            let waiting = try #require(try await house.pipeline.advance(request.id).waiting)
            #expect(waiting.ending == .waiting && waiting.reasons.contains { $0.hasPrefix("address-unproven") })
            #expect(try !house.actions(request.id).contains("gathered"))

            let report = try await house.pipeline.perform(
                .waive(reason: "Wij spraken haar vanochtend."),
                on: request.id
            )
            #expect(report.isVerified)
            #expect(try house.actions(request.id).contains("verification waived"))
            let evidence = try house.register.read { try $0.evidence(of: request.id) }
            #expect(evidence.map(\.method) == ["waived"] && evidence.first?.detail == nil)
        }
    }

    @Test(arguments: ControllerFixture.allCases.filter { $0 != .protolabs })
    func `HUB-8: only a policy that may verify can waive`(other: ControllerFixture) async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: other, in: folder)
            let request = try house.open("eva.bakker@example.org")
            let report = try await house.pipeline.perform(.waive(reason: "Haast."), on: request.id)
            #expect(!report.isVerified && report.lines.first?.contains("not waived") == true)
        }
    }

    @Test func `HUB-8: a waiver settles no other doubt, and nobody is waived whom no system knows`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .protolabs, in: folder)
            let elsewhere = try house.open("eva.bakker@example.org", destination: .address("eva@elsewhere.example"))
            #expect(try await !house.pipeline.perform(.waive(reason: "Haast."), on: elsewhere.id).isVerified)
            let stranger = try house.open("nobody@example.org")
            let report = try await house.pipeline.perform(.waive(reason: "Haast."), on: stranger.id)
            #expect(!report.isVerified && report.lines.first?.contains("nobody is on file") == true)
        }
    }

    @Test func `HUB-9: records of a category held for a customer are withheld and referred`() async throws {
        try await withTemporaryFolder { folder in
            var house = try House(of: .protolabs, in: folder)
            let index = try #require(house.processing.categories.firstIndex { $0.id == "orders" })
            house.processing.categories[index].processorFor = "Plum Ltd."
            let id = try await house.evaProven()
            let ledger = try await house.pipeline.advance(id).ledger
            let lines = ledger.lines.filter { $0.category == "orders" }
            #expect(!lines.isEmpty)
            for line in lines {
                #expect(line.outcome == .withheld(ground: .processorFor("Plum Ltd.")) && line.records == 0)
            }
        }
    }

    @Test func `HUB-10: private messages are marked as naming others`() async throws {
        try await withTemporaryFolder { folder in
            let processing = try ControllerFixture.protolabs.configuration(in: folder + "/c").processing
            #expect(processing.category("private_messages")?.marks.thirdPartyData == true)
        }
    }
}
