import CommandParts
import Cases
import Correspondence
import DeliveryStage
import ExporterKit
import Foundation
import IdentityMethods
import IdentityStage
import Inzage
import IntakeStage
import Policy
import RegisterStore
import TestSupport
import Testing

@Suite struct `A passphrase reaches everybody` {
    private func withHouse(_ body: (House) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let shop = try Shop(in: folder)
            try shop.customer(1, "both@example.org", phone: "+31 20 555 01 42", post: "Kade 1")
            try shop.customer(2, "post@example.org", post: "Kade 2")
            try shop.participants([("owl", "owl@example.org")])
            try await body(House(in: folder, systems: shop.systems))
        }
    }

    private func answered(_ email: String, by house: House) async throws -> (id: String, told: PassphraseTold) {
        let id = try await house.proven(email).id
        _ = try await house.pipeline.advance(id)
        return (id, try house.pipeline.tellPassphrase(of: id))
    }

    @Test func `by telephone or by letter where these are on file, and the letter says whom to ring`() async throws {
        try await withHouse { house in
            let both = try await answered("both@example.org", by: house)
            #expect(both.told.ways == [.telephone, .letter])
            #expect(try #require(house.postbox.mails.last).flat.contains("Please ring"))
            #expect(try await answered("post@example.org", by: house).told.ways == [.letter])
        }
    }

    @Test
    func `in person who is known to a chat alone, and the letter does not ask them to ring for what nobody may tell`()
        async throws
    {
        try await withHouse { house in
            let (id, told) = try await answered("owl@example.org", by: house)
            #expect(told.ways == [.inPerson] && told.phones.isEmpty)
            let letter = try #require(house.postbox.mails.last).flat
            #expect(letter.contains("We have neither a telephone number nor a postal address of yours"))
            #expect(letter.contains("we tell you the passphrase in person") && letter.contains(told.callNumber))
            #expect(!letter.contains("we will call you back"))
            #expect(try house.pipeline.passphraseStep(of: house.intake.request(id)).text.contains("in person alone"))
        }
    }

    @Test func `as the controller says for those whom it cannot reach`() async throws {
        try await withHouse { house in
            var house = house
            house.controller.delivery.passphraseOtherwise = LocalizedText(byLanguage: [
                "en": "Log in to the chat; a colleague tells it to you there.", "nl": "Log in op de chat.",
            ])
            #expect(try await answered("owl@example.org", by: house).told.ways == [.otherwise])
            let letter = try #require(house.postbox.mails.last).flat
            #expect(letter.contains("Log in to the chat; a colleague tells it to you there."))
            #expect(!letter.contains("in person") && !letter.contains("we will call you back"))
            _ = try await answered("both@example.org", by: house)
            #expect(house.postbox.mails.last?.flat.contains("Log in to the chat") == false)
        }
    }

    @Test func `is said before anything is sealed`() async throws {
        try await withHouse { house in
            let request = try house.open("owl@example.org")
            #expect(try house.pipeline.passphraseWays(of: request) == nil)
            _ = try await house.pipeline.advance(request.id)
            let report = try await house.pipeline.perform(.code(house.mailedCode()), on: request.id)
            #expect(report.lines.contains { $0.contains("the passphrase is to be told in person alone") })
            let verified = try house.intake.request(request.id)
            #expect(verified.state == .verified)
            #expect(try house.pipeline.passphraseWays(of: verified) == [.inPerson])
            let preview = try house.pipeline.preview(.archive, of: request.id).letter
            #expect(preview.body.contains("in person"))
        }
    }

    @Test func `by letter, as far as is known, who was proven by an edition that did not look`() throws {
        let subject = VerifiedSubject(
            address: Array("owl@example.org".utf8),
            identifiers: [],
            othersIdentifiers: [],
            sharesAddress: false,
            phones: [],
            isUnknown: false
        )
        let data = try JSONEncoder().encode(subject)
        #expect(!String(decoding: data, as: UTF8.self).contains("hasPostalAddress"))
        let read = try JSONDecoder().decode(VerifiedSubject.self, from: data)
        let policy = DeliveryPolicy(from: "a@example.org", replyTo: "a@example.org")
        #expect(read.passphraseWays(policy) == [.letter])
    }

    @Test func `also of an answer that went to an organisation: its owner is told how`() async throws {
        try await withHouse { house in
            let elsewhere = Destination.organisation(name: "Bank", email: "in@bank.example")
            let request = try house.open("owl@example.org", right: .portability, destination: elsewhere)
            let evidence = EvidenceRecord(method: "in-person", checkedBy: "An", document: "passport")
            try #require(try await house.pipeline.perform(.evidence(evidence), on: request.id).isVerified)
            _ = try await house.pipeline.advance(request.id)
            let letter = try #require(house.postbox.mails.last { $0.recipient == "owl@example.org" }).flat
            #expect(letter.contains("so we tell it in person") && !letter.contains("by telephone"))
        }
    }
}
