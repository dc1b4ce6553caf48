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

/// Mails that are made to be too much (case 90).
@Suite("A mail that is too much") struct MailLimitTests {
    private static let head = """
        Received: from a by mx.fietsen.example; Mon, 15 Jun 2026 10:00:00 +0200
        From: Ada Jansen <ada@example.org>
        Subject: Inzageverzoek
        Message-ID: <big@example.org>
        MIME-Version: 1.0

        """

    private func expectHeld(_ body: String, _ reason: HoldReason, head: String = Self.head) async throws {
        try await House.withShop { house in
            let taken = try await house.mailDesk.take(Array((head + body).utf8))
            #expect(taken.outcome == .held && taken.ending == .waiting)
            let id = try #require(taken.id)
            let reasons = try house.pipeline.mails(of: id).first?.heldBecause ?? []
            #expect(reasons.contains(reason), "\(reasons)")
            #expect(taken.reasons.contains("it waits for a person: \(reason.sentence)"))
            #expect(try await house.mailDesk.take(Array((head + body).utf8)).outcome == .takenBefore)
        }
    }

    @Test("by its size waits for a person, who is told whose it is and when it came")
    func size() async throws {
        try await House.withShop { house in
            let mail = Array(Self.head.utf8) + [0x0A] + [UInt8](repeating: 0x61, count: 100 << 20)
            let taken = try await house.mailDesk.take(mail)
            #expect(taken.outcome == .held && taken.claim?.email == "ada@example.org")
            #expect(taken.receivedOn == "2026-06-15")
            #expect(try house.pipeline.mails(of: #require(taken.id)).first?.heldBecause == [.tooLarge])
        }
    }

    @Test("by ten thousand parts waits for a person")
    func parts() async throws {
        let part = "--E\nContent-Type: text/plain\n\nx\n"
        let body = "Content-Type: multipart/mixed; boundary=E\n\n" + String(repeating: part, count: 10_000) + "--E--\n"
        try await expectHeld(body, .tooManyParts)
    }

    @Test("by a hundred parts in one another waits for a person")
    func depth() async throws {
        var body = ""
        for level in 0..<100 { body += "Content-Type: multipart/mixed; boundary=E\(level)\n\n--E\(level)\n" }
        try await expectHeld(body + "Content-Type: text/plain\n\nx\n", .tooDeep)
    }

    @Test("by its header waits for a person")
    func header() async throws {
        let line = "X-Long: \(String(repeating: "a", count: 900))\n"
        try await expectHeld(String(repeating: line, count: 1300) + "\nhallo\n", .tooLarge)
    }

    @Test(
        "or too little waits for a person",
        arguments: ["", "\n", "\u{0}", "no header at all", "%PDF-1.4 \u{1}\u{2}"]
    )
    func garbage(text: String) async throws {
        try await House.withShop { house in
            let taken = try await house.mailDesk.take(Array(text.utf8))
            #expect(taken.outcome == .held && taken.claim?.email == nil)
        }
    }

    @Test(
        "or broken ends in a value, whatever it holds",
        arguments: [
            // Broken edges, charsets that are none, broken encoded words, endless continuations of a parameter.
            "Content-Type: multipart/mixed; boundary=\n\n--\n", "Content-Type: multipart/mixed\n\nhallo\n",
            "Content-Type: text/plain; charset=klingon\n\nIk wil inzage.\n",
            "Content-Type: text/plain; charset=utf-7\n\n+AGkAbgB6AGEAZwBl- +//+ garbage\n",
            "Content-Type: text/plain; charset=utf-16\n\nI\u{0}k\n",
            "Content-Transfer-Encoding: base64\n\n!!!!not base64!!!!\n",
            "Content-Transfer-Encoding: x-unknown\n\nIk wil inzage.\n", "X: =?utf-8?B?////?=\n\nIk wil inzage.\n",
            "Content-Type: text/plain; " + (0..<2000).map { "name*\($0)=a" }.joined(separator: "; ")
                + "\n\nIk wil inzage.\n",
            "Content-Type: text/html\n\n<html><head><style>inzage\n",
            "Content-Type: text/html\n\n<<<<&&&&#xFFFFFF;&#0;\n",
            "Content-Type: text/html\n\n<!-- inzage",
        ]
    )
    func broken(body: String) async throws {
        try await House.withShop { house in
            let taken = try await house.mailDesk.take(Array((Self.head + body).utf8))
            #expect([.opened, .held].contains(taken.outcome))
            #expect(taken.claim?.email == "ada@example.org")
        }
    }

    @Test("or cut anywhere ends in a value")
    func cut() async throws {
        let mail = MailShape.outlook.mail(subject: "Inzage é", text: "Ik wil inzage in mijn gegevens.", id: "c")
        try await House.withShop { house in
            for end in stride(from: 0, to: mail.count, by: 37) {
                let taken = try await house.mailDesk.take(Array(mail[..<end]))
                #expect([.opened, .held, .about, .takenBefore].contains(taken.outcome), "\(end)")
            }
        }
    }
}
