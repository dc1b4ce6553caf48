import ExporterKit
import TestSupport
import Testing
import Cases
import IntakeStage
import IdentityMethods
import Inzage
import IdentityStage
import Policy
import RegisterStore

@Suite struct `Doubts about a request` {
    private let callBack = EvidenceRecord(method: "call-back", checkedBy: "Bo")
    private let facts = EvidenceRecord(
        method: "known-facts",
        checkedBy: "Bo",
        facts: ["order-number", "order-amount"]
    )

    @Test func `the code alone proves a plain request, and starts from nothing that was claimed`() async throws {
        try await withShop { shop, house in
            try shop.customer(1, "ada@example.org")
            try shop.customer(2, "bob@example.org")
            let request = try house.open(identifiers: ["customer_id=2", "email=bob@example.org"])
            _ = try await house.pipeline.advance(request.id)
            #expect(try await house.pipeline.perform(.code(house.mailedCode()), on: request.id).isVerified)
            let subject = try await house.verified(request.id).subject
            #expect(Set(subject.identifiers.map(\.identifier.text)) == ["ada@example.org", "1"])
            #expect(subject.address == Array("ada@example.org".utf8))
            #expect(!subject.isUnknown && !subject.sharesAddress)
        }
    }

    @Test func `where the controller asks for no code the archive still goes to the stored address alone`() async throws
    {
        try await withShop { shop, house in
            try shop.customer(1, "Ada@example.org")
            var house = house
            house.controller.identity.codeRequired = false
            let id = try house.open().id
            let progress = try await house.pipeline.advance(id)
            #expect(progress.stage == .delivered)
            #expect(house.postbox.mails.map(\.recipient) == ["Ada@example.org"])
        }
    }

    @Test func `nobody learns who is known: the same mail, word for word, but for its code and number (case 21)`()
        async throws
    {
        try await withShop { shop, house in
            try shop.customer(1, "ada@example.org")
            var mails: [String] = []
            for email in ["ada@example.org", "eve@example.org"] {
                let id = try house.open(email).id
                let progress = try await house.pipeline.advance(id)
                #expect(progress.waiting?.ending == .waiting)
                let mail = try #require(house.postbox.mails.last)
                #expect(mail.recipient == email)
                let code = try #require(mail.code)
                mails.append(
                    (mail.subject + mail.body).replacing(id, with: "ID").replacing(code, with: "CODE")
                )
            }
            #expect(mails[0] == mails[1])
        }
    }

    @Test func `an unknown address that returns its code is told that nothing is held, and no more`() async throws {
        try await withShop { _, house in
            let id = try await house.proven("eve@example.org").id
            let progress = try await house.pipeline.advance(id)
            #expect(progress.stage == .delivered && progress.archive == nil)
            let mail = try #require(house.postbox.mails.last)
            #expect(mail.recipient == "eve@example.org" && mail.attachment == nil)
            #expect(house.postbox.mails.count == 2)
            _ = try await house.pipeline.advance(id)
            #expect(house.postbox.mails.count == 2)
            #expect(await ending { _ = try house.pipeline.tellPassphrase(of: id) } == 9)
            #expect(try house.intake.close(id, reason: .nothingHeld).state == .closed)
        }
    }

    @Test func `without a code there is no such answer either, whatever the policy`() async throws {
        try await withShop { _, house in
            var house = house
            house.controller.identity.codeRequired = false
            let id = try house.open("eve@example.org").id
            #expect(try await house.pipeline.advance(id).stage == .identity)
            #expect(house.postbox.mails.count == 1)
        }
    }

    @Test(arguments: [
        Destination.address("eve@evil.example"), .post, .handOver,
        .organisation(name: "Anders B.V.", email: "in@anders.example"),
    ])
    func `another destination needs more than the code (cases 1, 19 and 46)`(destination: Destination) async throws {
        try await withShop { shop, house in
            try shop.customer(1, "ada@example.org", phone: "+31205550142")
            let id = try house.open(destination: destination).id
            _ = try await house.pipeline.advance(id)
            let report = try await house.pipeline.perform(.code(house.mailedCode()), on: id)
            #expect(!report.isVerified && report.ending == .waiting)
            #expect(try await house.pipeline.perform(.evidence(facts), on: id).isVerified == false)
            #expect(try await house.pipeline.advance(id).stage == .identity)
            #expect(house.postbox.mails.map(\.recipient) == ["ada@example.org"])
            #expect(try await house.pipeline.perform(.evidence(callBack), on: id).isVerified)
        }
    }

    @Test func `a changed destination drops the proof, and the way back does not bring it back`() async throws {
        try await withShop { shop, house in
            try shop.customer(1, "ada@example.org", phone: "+31205550142")
            let id = try await house.proven().id
            _ = try house.intake.amend(id, Amendment(destination: .address("new@example.org")))
            #expect(try house.intake.request(id).state == .awaitingIdentity)
            #expect(try await house.pipeline.advance(id).stage == .identity)
            #expect(try await house.pipeline.perform(.evidence(callBack), on: id).isVerified)
            _ = try house.intake.amend(id, Amendment(destination: .address("other@example.org")))
            #expect(try await house.pipeline.advance(id).stage == .identity)
            #expect(house.postbox.mails.count == 1)
        }
    }

    @Test func `a representative needs a mandate, and a mandate is not the subject's identity (case 42)`() async throws
    {
        try await withShop { shop, house in
            try shop.customer(1, "ada@example.org", phone: "+31205550142")
            let agent = Representative(name: "Lex", email: "lex@law.example")
            let id = try house.open(representative: agent).id
            let mandate = EvidenceRecord(method: "mandate", checkedBy: "Bo")
            #expect(try await house.pipeline.perform(.evidence(mandate), on: id).isVerified == false)
            #expect(try await house.pipeline.perform(.evidence(callBack), on: id).isVerified)
            _ = try await house.pipeline.advance(id)
            #expect(house.postbox.mails.map(\.recipient) == ["ada@example.org"], "the answer goes to the subject")
        }
    }

    @Test(arguments: [("2026-06-13", Doubt.Kind.addressRecentlyChanged), ("2030-01-01", .addressDateUnclear)])
    func `an address that is new or oddly dated needs more than the code (case 17)`(since: String, doubt: Doubt.Kind)
        async throws
    {
        try await withShop { shop, house in
            try shop.customer(1, "ada@example.org", since: since)
            let id = try house.open().id
            _ = try await house.pipeline.advance(id)
            let report = try await house.pipeline.perform(.code(house.mailedCode()), on: id)
            #expect(!report.isVerified)
            #expect(report.lines.contains { $0.hasPrefix(doubt.rawValue) })
            #expect(try await house.pipeline.perform(.evidence(facts), on: id).isVerified)
        }
    }

    @Test func `several people under an address: the code does not tell them apart (case 14)`() async throws {
        try await withFamily { _, house, id in
            let report = try await house.pipeline.perform(.code(house.mailedCode()), on: id)
            #expect(!report.isVerified && report.candidates.count == 2)
            #expect(await judgement(callBack, house, id) == "refused")
            var named = callBack
            named.subject = 3
            #expect(await judgement(named, house, id) == "refused")
            named.subject = 2
            #expect(await judgement(named, house, id) == "accepted")
            let subject = try await house.verified(id).subject
            #expect(Set(subject.identifiers.map(\.identifier.text)) == ["family@example.org", "2"])
            #expect(subject.othersIdentifiers.map(\.identifier.text) == ["1"])
            #expect(subject.sharesAddress)
            #expect(subject.phones == ["222"])
        }
    }

    @Test(arguments: ["another-destination", "representative", "address-recently-changed"])
    func `evidence about the first person does not help the second`(doubt: String) async throws {
        try await withFamily { shop, house, _ in
            var house = house
            house.controller.identity.accepts = ["several-people": ["in-person"]]
            if doubt == "address-recently-changed" { try shop.change("UPDATE customer SET since = '2026-06-14'") }
            let request = try house.open(
                "family@example.org",
                destination: doubt == "another-destination" ? .post : .addressOfRecord,
                representative: doubt == "representative" ? Representative(name: "L", email: "l@law.example") : nil
            )
            var first = doubt == "representative" ? EvidenceRecord(method: "mandate", checkedBy: "Bo") : callBack
            first.subject = 1
            #expect(await judgement(first, house, request.id) == "accepted")
            house.controller.identity.accepts[doubt] = [first.method]
            _ = try await house.pipeline.advance(request.id)
            _ = try await house.pipeline.perform(.code(house.mailedCode()), on: request.id)
            let second = EvidenceRecord(method: "in-person", checkedBy: "Bo", document: "passport", subject: 2)
            let report = try await house.pipeline.perform(.evidence(second), on: request.id)
            #expect(!report.isVerified)
            #expect(report.lines.contains { $0.hasPrefix(doubt) })
        }
    }

    @Test func `evidence that names nobody among several is refused, a mandate too (case 42)`() async throws {
        try await withFamily { _, house, id in
            #expect(await judgement(EvidenceRecord(method: "mandate", checkedBy: "Bo"), house, id) == "refused")
            let evidence = try house.register.read { try $0.evidence(of: id) }
            #expect(evidence.isEmpty)
        }
    }

    @Test func `of several people each gets their own records and nobody else's (case 14)`() async throws {
        try await withFamily { shop, house, id in
            try shop.order(10, of: 1, "first canary")
            try shop.order(20, of: 2, "second")
            _ = try await house.pipeline.perform(.code(house.mailedCode()), on: id)
            var named = facts
            named.subject = 2
            #expect(try await house.pipeline.perform(.evidence(named), on: id).isVerified)
            let dossier = try await house.gather(id).done()
            #expect(dossier.rows("crm", "orders") == [["20", "2", "second"]])
            #expect(dossier.rows("crm", "accounts").map { $0[1] } == ["Bob"])
        }
    }

    @Test func `what was gathered for one person is never packed for another who is proven later`() async throws {
        try await withFamily { shop, house, id in
            try shop.order(10, of: 1, "first canary")
            try shop.order(20, of: 2, "second")
            _ = try await house.pipeline.perform(.code(house.mailedCode()), on: id)
            var named = callBack
            named.subject = 1
            #expect(try await house.pipeline.perform(.evidence(named), on: id).isVerified)
            #expect(try await house.gather(id).done().rows("crm", "orders") == [["10", "1", "first canary"]])
            _ = try house.intake.amend(id, Amendment(destination: .post))
            named.subject = 2
            #expect(try await house.pipeline.perform(.evidence(named), on: id).isVerified)
            let dossier = try await house.gather(id).done()
            #expect(dossier.rows("crm", "orders") == [["20", "2", "second"]])
        }
    }

    @Test func `numbers that shift when a person leaves do not move the evidence`() async throws {
        try await withFamily { shop, house, id in
            try shop.customer(3, "family@example.org", name: "Cy")
            var named = facts
            named.subject = 2
            #expect(await judgement(named, house, id) == "accepted")
            try shop.change("DELETE FROM customer WHERE id = 1")
            let examination = try await house.verification.examine(house.intake.request(id))
            #expect(examination.candidates.count == 2)
            #expect(examination.subjectCandidate?.identifiers.map(\.text) == ["2"])
        }
    }

    private func withShop(_ body: (Shop, House) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let shop = try Shop(in: folder)
            try await body(shop, House(in: folder, systems: [shop.crm], processing: .withoutChat))
        }
    }

    /// Two people under one address, and a request about it whose code was mailed.
    private func withFamily(_ body: (Shop, House, String) async throws -> Void) async throws {
        try await withShop { shop, house in
            try shop.customer(1, "family@example.org", name: "Ada", phone: "111")
            try shop.customer(2, "family@example.org", name: "Bob", phone: "222")
            let id = try house.open("family@example.org").id
            _ = try await house.pipeline.advance(id)
            try await body(shop, house, id)
        }
    }

    private func judgement(_ record: EvidenceRecord, _ house: House, _ id: String) async -> String {
        guard let request = try? house.intake.request(id),
            let judgement = try? await house.verification.record(record, for: request)
        else { return "failed" }
        if case .accepted = judgement { return "accepted" }
        return "refused"
    }
}
