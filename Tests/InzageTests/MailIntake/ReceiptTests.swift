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

/// When a mail was received, and that one mail is one request.
@Suite("The receipt of a mail") struct ReceiptTests {
    @Test(
        "is the day of the own server's Received in the controller's zone, never Date (case 97)",
        arguments: [
            ("Mon, 15 Jun 2026 10:00:00 +0200", "2026-06-15"), ("Sun, 14 Jun 2026 21:59:59 +0000", "2026-06-14"),
            ("Sun, 14 Jun 2026 22:00:00 +0000", "2026-06-15"), ("Sun, 14 Jun 2026 23:30:00 -0800", "2026-06-15"),
            ("Sun, 29 Mar 2026 01:30:00 +0100", "2026-03-29"), ("14 Jun 2026 23:59:59 +0200", "2026-06-14"),
            ("Fri, 01 May 2026 00:00:00 +0200 (CEST)", "2026-05-01"),
        ]
    )
    func day(received: String, day: String) async throws {
        try await House.withShop { house in
            let taken = try await house.take(
                "Ik wil inzage.",
                extra: ["Received: x; Mon, 1 Jan 2024 00:00:00 +0000"],
                received: received
            )
            #expect(taken.receivedOn == day)
            #expect(try house.intake.request(#require(taken.id)).receivedOn.description == day)
        }
    }

    @Test(
        "is today where no server says when, or says what cannot be, and that is told",
        arguments: [
            "", "soon", "Mon, 15 Jun 2099 10:00:00 +0200", "Thu, 99 Foo 2026 10:00:00",
            "Mon, 15 Jun 1970 10:00:00 +0200",
        ]
    )
    func today(received: String) async throws {
        try await House.withShop { house in
            let taken = try await house.take("Ik wil inzage.", received: received)
            #expect(taken.receivedOn == "2026-06-15", "\(received)")
            #expect(taken.reasons.contains { $0.contains("counts as received today") }, "\(received): \(taken.reasons)")
        }
    }

    @Test("without any Received is today")
    func none() async throws {
        try await House.withShop { house in
            let mail = "From: ada@example.org\nDate: Mon, 1 Jan 2024 00:00:00 +0000\nSubject: Inzageverzoek\n\nGraag.\n"
            let taken = try await house.mailDesk.take(Array(mail.utf8))
            #expect(taken.receivedOn == "2026-06-15" && taken.outcome == .opened)
        }
    }

    @Test("of long ago waits for a person, and keeps its day")
    func longAgo() async throws {
        try await House.withShop { house in
            let taken = try await house.take("Ik wil inzage.", received: "Mon, 5 Jan 2026 10:00:00 +0100")
            #expect(taken.outcome == .held && taken.receivedOn == "2026-01-05")
            #expect(try house.pipeline.mails(of: #require(taken.id)).first?.heldBecause == [.longAgo])
            // What it asks was recognised, so a person needs only say that it is so.
            _ = try house.pipeline.settleMails(#require(taken.id))
            _ = try await house.pipeline.advance(#require(taken.id))
            #expect(house.postbox.mails.count == 1)
        }
    }

    @Test("taken twice makes one request and says so, also from another server's hands (case 93)")
    func replay() async throws {
        try await House.withShop { house in
            let first = try await house.take("Ik wil inzage.", id: "one")
            let again = try await house.take("Ik wil inzage.", id: "one")
            #expect(again.outcome == .takenBefore && again.id == first.id && again.ending == .done)
            let id = try #require(first.id)
            #expect(again.reasons == ["the same mail was taken before, as request \(id)"])
            let resent = try await house.take("Ik wil inzage.", id: "two", received: "Mon, 15 Jun 2026 11:00:00 +0200")
            #expect(resent.outcome == .takenBefore)
            #expect(try house.register.read { try $0.requests() }.count == 1)
        }
    }

    @Test("with a known Message-ID and other words waits for a person")
    func sameID() async throws {
        try await House.withShop { house in
            _ = try await house.take("Ik wil inzage.", from: "ada@example.org", id: "one")
            let other = try await house.take("Ik wil inzage, alstublieft.", from: "bob@example.org", id: "one")
            #expect(other.outcome == .held)
            #expect(try house.pipeline.mails(of: #require(other.id)).first?.heldBecause == [.knownMessageID])
        }
    }

    @Test("of a second mail of the same address for the same right makes no second request (case 23)")
    func merged() async throws {
        try await House.withShop { house in
            let first = try await house.take("Ik wil inzage.")
            for number in 1...20 {
                let more = try await house.take("Ik wil nu echt inzage, voor de \(number)e keer.")
                #expect(more.outcome == .about && more.id == first.id)
            }
            let question = try await house.take("Wanneer krijg ik antwoord?", subject: "Vraag")
            #expect(question.outcome == .about && question.id == first.id)
            #expect(try await house.take("Verwijder mijn account.", subject: "Account").outcome == .opened)
            #expect(try house.register.read { try $0.requests() }.count == 2)
            _ = try await house.pipeline.advance(#require(first.id))
            #expect(house.postbox.mails.count == 1)
        }
    }

    @Test("above the day's limit waits for a person, and no code is mailed (case 22)")
    func flood() async throws {
        try await House.withShop { house in
            var house = house
            house.controller.intake.requestsADay = 3
            for number in 1...6 {
                let taken = try await house.take("Ik wil inzage.", from: "p\(number)@example.org")
                #expect(taken.outcome == (number <= 3 ? .opened : .held))
                _ = try await house.pipeline.advance(#require(taken.id))
            }
            #expect(house.postbox.mails.count == 3)
            house.clock.move(days: 2)
            #expect(try await house.take("Ik wil inzage.", from: "p9@example.org").outcome == .opened)
        }
    }

    @Test("leaves nothing of the mail's words in the register, its log or the audit (case 102)")
    func sealed() async throws {
        try await House.withShop { house in
            let words = ["zeldzaamwoord", "Zonderling", "ada@example.org", "onderwerpwoord", "eigenid"]
            let taken = try await house.take(
                "Ik wil inzage, zeldzaamwoord.",
                subject: "Inzage onderwerpwoord",
                from: "Zonderling <ada@example.org>",
                id: "eigenid"
            )
            _ = try await house.take("zeldzaamwoord", subject: "Re: \(taken.id ?? "")", id: "eigenid-2")
            let names = try FileManager.default.contentsOfDirectory(atPath: house.folder)
            for name in names where name.hasPrefix("register") {
                let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(house.folder)/\(name)"))
                for word in words { #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) in \(name)") }
            }
            #expect("\(taken)" == "<redacted>")
        }
    }
}
