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

/// A reply to a mailed code is known by its token or its number, and the code alone proves who asks.
@Suite("A reply to a mailed code") struct ReplyTests {
    /// A request whose code was mailed.
    private struct Asked {
        let house: House
        let id: String
        let code: String
        let messageID: String
        let body: String

        /// Answers the code mail.
        func reply(
            _ text: String,
            subject: String? = nil,
            inReplyTo: Bool = true,
            from: String = "ada@example.org"
        ) async throws -> TakenMail {
            try await house.take(
                text,
                subject: subject ?? "Re: Verzoek \(id): stuur ons de code terug",
                from: from,
                extra: inReplyTo ? ["In-Reply-To: <\(messageID)>", "References: <x@example.org> <\(messageID)>"] : []
            )
        }
    }

    private func withCode(_ body: (Asked) async throws -> Void) async throws {
        try await House.withShop { house in
            let id = try #require(try await house.take("Ik wil inzage in mijn gegevens.").id)
            _ = try await house.pipeline.advance(id)
            let mail = try #require(house.postbox.mails.first)
            try await body(
                Asked(house: house, id: id, code: house.mailedCode(), messageID: mail.messageID, body: mail.body)
            )
        }
    }

    private static func quoted(_ body: String) -> String {
        body.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }.joined(separator: "\n")
    }

    @Test("with the code above what it quotes proves it", arguments: 0..<10)
    func above(shape: Int) async throws {
        try await withCode { asked in
            let quote = Self.quoted(asked.body)
            let outlook =
                "-----Oorspronkelijk bericht-----\nVan: privacy\nVerzonden: maandag\nAan: Ada\nOnderwerp: x\n\n\(asked.body)"
            let texts = [
                "\(asked.code)\n\nOp ma 15 jun 2026 om 10:00 schreef Fietsen en Zo:\n\(quote)",
                "De code is \(asked.code.lowercased()).\n\nOn Mon, Jun 15, 2026 at 10:00 AM Fietsen\n<privacy@fietsen.example> wrote:\n\(quote)",
                "\(asked.code.replacingOccurrences(of: "-", with: ""))\n\n\(outlook)",
                "\(asked.code.replacingOccurrences(of: "-", with: " "))\n\n________________________________\nFrom: privacy@fietsen.example\nSent: Monday\nTo: Ada\nSubject: x\n\n\(asked.body)",
                "Voici : \(asked.code)\n\nLe lun. 15 juin 2026 à 10:00, Fietsen a écrit :\n\(quote)",
                "Code: *\(asked.code)*\n\nAm 15.06.26 um 10:00 schrieb Fietsen:\n\(quote)",
                "\(quote)\n\n\(asked.code)\nGroet, Ada",
                "Op 15-06-2026 schreef privacy@fietsen.example:\n\(quote)\n\nHier is hij: \(asked.code)",
                "\(asked.code.replacingOccurrences(of: "-", with: "\u{2013}"))",
                "[\(asked.code)]\nlong-term, received, personal: ordinary words of eight letters",
            ]
            let taken = try await asked.reply(texts[shape])
            #expect(taken.outcome == .proven, "\(taken.outcome.rawValue), \(taken.reasons)")
            #expect(taken.ending == .done && taken.waitingFor == nil)
            #expect(try asked.house.intake.request(asked.id).state == .verified)
            #expect(try asked.house.intake.request(asked.id).tries == 0)
            #expect(try asked.house.actions(asked.id).contains("code returned"))
        }
    }

    @Test("as a page proves it, and the quoted code in it does not")
    func page() async throws {
        try await withCode { (asked: Asked) async throws in
            let quote =
                "<div class=\"gmail_quote\"><div>On Mon wrote:</div><blockquote>\(asked.body)</blockquote></div>"
            for (own, outcome) in [("Ja, dat was ik.", TakenMail.Outcome.about), (asked.code, .proven)] {
                let page = "<html><body><div>\(own)<br></div>\(quote)</body></html>"
                let mail = Array(
                    """
                    From: ada@example.org\r
                    Subject: Re: Verzoek \(asked.id)\r
                    Message-ID: <\(own.utf8.count)@example.org>\r
                    Content-Type: text/html; charset=utf-8\r
                    \r
                    \(page)
                    """.utf8
                )
                #expect(try await asked.house.mailDesk.take(mail).outcome == outcome)
            }
        }
    }

    @Test("that only quotes the code proves nothing, costs no try, and is read by a person")
    func onlyQuoted() async throws {
        try await withCode { asked in
            for text in [
                "Dat was ik.\n\nOp ma 15 jun 2026 schreef Fietsen:\n\(Self.quoted(asked.body))",
                "Ja!\n\n-----Original Message-----\nFrom: privacy\nSent: Monday\nTo: Ada\nSubject: x\n\n\(asked.body)",
                "\(Self.quoted(asked.body))",
            ] {
                let taken = try await asked.reply(text)
                #expect(taken.outcome == .about && taken.waitingFor == "reading")
            }
            let request = try asked.house.intake.request(asked.id)
            #expect(request.tries == 0 && request.state == .awaitingIdentity)
            #expect(try asked.house.pipeline.mails(of: asked.id).count == 4)
            #expect(try asked.house.pipeline.owed(in: request).contains { $0.what == .reading })
        }
    }

    @Test("counts a wrong code as verify does, and five are all (case 24)")
    func wrong() async throws {
        try await withCode { asked in
            for number in 1...5 {
                let taken = try await asked.reply("AAAA-000\(number)")
                #expect(taken.outcome == .wrongCode && taken.ending == .waiting)
                #expect(try asked.house.intake.request(asked.id).tries == number)
            }
            #expect(try await asked.reply(asked.code).outcome == .wrongCode)
            #expect(try asked.house.intake.request(asked.id).state == .awaitingIdentity)
        }
    }

    @Test("is known by its number alone, and by its token alone")
    func tokens() async throws {
        for (subject, inReplyTo) in [("Re: AW: Verzoek ID", false), ("Antwoord", true), ("re verzoek id code", false)] {
            try await withCode { (asked: Asked) async throws in
                let subject = subject.replacingOccurrences(of: "ID", with: asked.id)
                    .replacingOccurrences(of: "id", with: asked.id.lowercased())
                #expect(try await asked.reply(asked.code, subject: subject, inReplyTo: inReplyTo).outcome == .proven)
            }
        }
    }

    @Test("may come from any address: From proves nothing, and the code does")
    func anyAddress() async throws {
        try await withCode { asked in
            let taken = try await asked.reply(asked.code, from: "ada.private@elsewhere.example")
            #expect(taken.outcome == .proven)
            // Where the answer goes is not moved by it (case 19).
            #expect(try asked.house.intake.request(asked.id).claim.email == "ada@example.org")
        }
    }

    @Test("with the code of another request is wrong there (case 34)")
    func anotherRequest() async throws {
        try await withCode { asked in
            let other = try asked.house.open("bob@example.org")
            _ = try await asked.house.pipeline.advance(other.id)
            let taken = try await asked.reply(asked.code, subject: "Re: Verzoek \(other.id)", inReplyTo: false)
            #expect(taken.outcome == .wrongCode && taken.id == other.id)
            #expect(try asked.house.intake.request(other.id).tries == 1)
            #expect(try asked.house.intake.request(asked.id).state == .awaitingIdentity)
        }
    }

    @Test("that holds two codes tries none")
    func twoCodes() async throws {
        try await withCode { asked in
            let taken = try await asked.reply("\(asked.code) of AAAA-0001?")
            #expect(taken.outcome == .about)
            #expect(try asked.house.intake.request(asked.id).tries == 0)
        }
    }

    @Test("that comes twice is tried once (case 26)")
    func twice() async throws {
        try await withCode { (asked: Asked) async throws in
            let mail = MailShape.gmail.mail(subject: "Re: \(asked.id)", text: "AAAA-0001", id: "same")
            #expect(try await asked.house.mailDesk.take(mail).outcome == .wrongCode)
            #expect(try await asked.house.mailDesk.take(mail).outcome == .takenBefore)
            #expect(try asked.house.intake.request(asked.id).tries == 1)
        }
    }

    @Test("is held up while somebody else works on the request, and is taken the next time")
    func leased() async throws {
        try await withCode { asked in
            do {
                let lease = try Lease(request: asked.id, inFolder: asked.house.folder)
                defer { withExtendedLifetime(lease) {} }
                await #expect(throws: InzageError.self) {
                    try await asked.house.mailDesk.take(
                        MailShape.gmail.mail(subject: asked.id, text: asked.code, id: "l")
                    )
                }
            }
            let mail = MailShape.gmail.mail(subject: asked.id, text: asked.code, id: "l")
            #expect(try await asked.house.mailDesk.take(mail).outcome == .proven)
        }
    }
}
