import ExporterKit
import Foundation
import Inzage
import TestSupport
import Testing
import Cases
import ControllerFiles
import IdentityMethods
import Policy
import IntakeStage
import IdentityStage
import RegisterStore
import Calendars
import Groundwork

@Suite struct `3D CONFIG keeps its promise` {
    @Test func `3DC-1: what is asked for from the known address goes to that address and to no other`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .threeD, in: folder)
            let id = try await house.evaProven()
            _ = try await house.answer(id)
            #expect(Set(house.postbox.mails.map(\.recipient)) == ["eva.bakker@example.org"])
            #expect(house.postbox.mails.last?.attachment != nil)
        }
    }

    @Test(arguments: [Destination.address("eva@elsewhere.example"), .post])
    func `3DC-2: nothing goes elsewhere, or by post, before identification is recorded`(to: Destination) async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .threeD, in: folder)
            let request = try house.open("eva.bakker@example.org", destination: to)
            _ = try await house.pipeline.advance(request.id)
            let report = try await house.pipeline.perform(.code(house.mailedCode()), on: request.id)
            #expect(!report.isVerified)
            let waiting = try #require(try await house.pipeline.advance(request.id).waiting)
            #expect(waiting.reasons.contains { $0.hasPrefix("another-destination") })
            #expect(house.postbox.mails.allSatisfy { $0.attachment == nil })
        }
    }

    @Test func `3DC-3: with identification it goes to the stated address, and the log has how`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .threeD, in: folder)
            let request = try house.open("eva.bakker@example.org", destination: .address("eva@elsewhere.example"))
            _ = try await house.pipeline.advance(request.id)
            _ = try await house.pipeline.perform(.code(house.mailedCode()), on: request.id)
            let evidence = EvidenceRecord(method: "in-person", checkedBy: "An", document: "passport")
            #expect(try await house.pipeline.perform(.evidence(evidence), on: request.id).isVerified)
            for category in try house.pipeline.categoriesPending(in: request.id) {
                try house.pipeline.addNothing(category: category, to: request.id)
            }
            _ = try await house.answer(request.id)
            let archive = house.postbox.mails.last { $0.attachmentName != nil }
            #expect(archive?.recipient == "eva@elsewhere.example")
            let actions = try house.actions(request.id)
            #expect(
                actions.contains("evidence in-person, checked by An")
                    && actions.contains("delivered to another address")
            )
        }
    }

    @Test func `3DC-4: an access answer has all data, the processors and the category of every record`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .threeD, in: folder)
            let files = try await house.answer(house.evaProven())
            let bytes = try #require(files["datapackage.json"])
            let descriptor = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
            let data = (descriptor["resources"] as? [[String: Any]] ?? []).filter {
                ($0["path"] as? String)?.hasPrefix("data/") == true
            }
            let categories = try data.map { try #require(Self.category(of: $0)) }
            #expect(Set(categories) == ["customer_profile", "order_documents", "invoices"])
            let overview = String(decoding: try #require(files["01-overview.html"]), as: UTF8.self)
            #expect(overview.contains("SiteGround") && overview.contains("Sparkpost"))
        }
    }

    private static func category(of resource: [String: Any]) -> String? {
        resource["category"] as? String ?? resource["inzage:category"] as? String
    }

    @Test func `3DC-5: what processors hold is there or disclosed as missing, and the letter has the notice`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let house = try House(of: .threeD, in: folder)
            let request = try house.open("eva.bakker@example.org", right: .portability)
            _ = try await house.pipeline.advance(request.id)
            _ = try await house.pipeline.perform(.code(house.mailedCode()), on: request.id)
            let waiting = try #require(try await house.pipeline.advance(request.id).waiting)
            #expect(
                waiting.reasons.contains { $0.hasPrefix("transactional_email") },
                "Sparkpost's, which nothing reads"
            )
            var orders = Orders()
            orders.acceptGap = ("transactional_email", "Sparkpost heeft nog niet geantwoord.")
            _ = try await house.pipeline.advance(request.id, orders: orders)
            for category in try house.pipeline.categoriesPending(in: request.id) {
                try house.pipeline.addNothing(category: category, to: request.id)
            }
            _ = try await house.answer(request.id)
            let ledger = try house.pipeline.ledger(of: request.id)
            let sites = house.systems.filter { $0.heldBy == "siteground" }.map(\.id)
            #expect(ledger.lines.contains { sites.contains($0.system) && $0.outcome == .records })
            let gap = try #require(ledger.lines.first { $0.category == "transactional_email" })
            #expect(gap.outcome == .gapAccepted(reason: "Sparkpost heeft nog niet geantwoord."))
            // The policy promises all data, not what Article 20 gives alone.
            #expect(!ledger.lines.contains { $0.outcome == .withheld(ground: .notPortable) })

            let mail = try #require(house.postbox.mails.last { $0.attachment != nil })
            #expect(mail.flat.contains("we probably cannot continue it"))
            #expect(mail.flat.contains("does not end anything by itself"))
        }
    }

    @Test(arguments: [("2026-07-01", "2026-07-31"), ("2026-01-31", "2026-02-28")])
    func `3DC-6: thirty days, or the law's month where that is shorter`(received: String, due: String) async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .threeD, in: folder, at: "2026-07-01T12:00:00Z")
            let id = try await house.evaProven(received: received)
            #expect(try house.deadlines(id).strict.description == due)
        }
    }

    @Test func `3DC-7: of a handled erasure the log names nobody; an access request is logged as handled`() async throws
    {
        try await withTemporaryFolder { folder in
            let house = try House(of: .threeD, in: folder)
            let erasure = try await house.evaProven(.erasure)
            try house.intake.note(erasure, "Eva Bakker belde hierover.")
            try await house.carryOut(erasure)
            _ = try await house.pipeline.grant(erasure)
            let handled = try house.intake.request(erasure)
            #expect(handled.state == .closed && handled.closedBecause == "answered")
            #expect(handled.claim == Claim(email: nil))
            let left = try house.register.read { transaction in
                (
                    try transaction.subject(of: erasure), try transaction.chosenSubject(of: erasure),
                    try transaction.decisions(request: erasure, round: 1),
                    try transaction.outbox(request: erasure, round: 1).compactMap(\.content)
                )
            }
            #expect(left.0 == nil && left.1 == nil && left.2.isEmpty && left.3.isEmpty)
            let log = try house.register.read { try $0.auditEntries(request: erasure) }.map { "\($0)" }.joined()
            for value in ["Eva", "Bakker", "eva.bakker", "5001"] { #expect(!log.contains(value)) }

            let access = try await house.evaProven()
            _ = try await house.answer(access)
            #expect(try house.pipeline.change(access) { try $0.close(access, reason: .answered) }.state == .closed)
            #expect(try house.actions(access).last == "closed answered")
        }
    }

    @Test func `3DC-8: the invoice inside its statutory period stays, and the letter lists it as kept`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .threeD, in: folder)
            let id = try await house.evaProven(.erasure)
            try await house.carryOut(id)
            _ = try await house.pipeline.grant(id)
            let letter = try #require(house.postbox.mails.last)
            #expect(letter.flat.contains("Facturen: de wet verplicht ons deze gegevens te bewaren"))
            #expect(!letter.flat.contains("Klantprofiel"))
        }
    }

    @Test func `3DC-9: an upheld objection stops the processing, and a copy follows`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .threeD, in: folder)
            let id = try await house.evaProven(.objection)
            let waiting = try #require(try await house.pipeline.advance(id).waiting)
            #expect(waiting.reasons.contains { $0.contains("stops the processing at once") })
            try await house.carryOut(id)
            _ = try await house.pipeline.grant(id)
            #expect(try house.actions(id).contains("granted objection: processing stopped"))
            #expect(try house.intake.request(id).grantedOn != nil)
            let files = try await house.answer(id)
            #expect(files.keys.contains { $0.hasPrefix("data/") })
            #expect(house.postbox.mails.last?.attachment != nil)
        }
    }

    @Test func `3DC-10: without contact details the check fails with the field's name`() async throws {
        try await withTemporaryFolder { folder in
            let findings = try await ControllerFixture.threeD.findings(in: folder + "/c", settling: .nothing)
            let errors = findings.filter { $0.severity == .error }
            #expect(errors.map(\.field) == ["contact.email"])
            #expect(findings.contains { $0.field == "supervisory_authority.name" && $0.severity == .warning })
            let configuration = ConfigurationReader(folder: folder + "/c", drivers: []).read().0
            #expect(configuration == nil)
        }
    }
}
