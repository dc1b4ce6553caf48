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

/// No answer ever goes to a machine (RFC 3834; cases 84 and 94).
@Suite("A mail that a machine sent") struct MachineMailTests {
    private static let asking = "Ik wil inzage in mijn gegevens. I want access to my data."

    private static let headers: [(String, [String])] = [
        (
            "Exchange out of office",
            [
                "Auto-Submitted: auto-generated", "X-Auto-Response-Suppress: All",
                "X-MS-Exchange-Inbox-Rules-Loop: ada@example.org",
            ]
        ),
        ("Exchange automatic reply", ["Auto-Submitted: auto-replied", "X-Auto-Response-Suppress: DR, OOF, AutoReply"]),
        ("Gmail vacation", ["Auto-Submitted: auto-replied", "Precedence: bulk", "X-Autoreply: yes"]),
        ("vacation(1)", ["Auto-Submitted: auto-replied (vacation)", "Precedence: junk"]),
        ("Sieve vacation", ["Auto-Submitted: auto-replied (vacation)", "X-Sieve: Pigeonhole Sieve 0.5.19"]),
        ("old autoresponder", ["X-Autorespond: yes", "Precedence: auto_reply"]),
        ("cPanel autoresponder", ["X-Autorespond: Re: Inzageverzoek", "Precedence: bulk"]),
        ("Zimbra", ["Auto-Submitted: auto-replied (zimbra; vacation)", "Precedence: bulk"]),
        ("Lotus Notes", ["X-AutoReply: yes"]),
        ("ticket system", ["Auto-Submitted: auto-generated"]),
        ("X-Auto-Reply", ["X-Auto-Reply: yes"]),
        ("capitals and a comment", ["AUTO-SUBMITTED:   Auto-Replied ; owner-email=\"ada@example.org\""]),
        (
            "Mailman list",
            [
                "List-Id: Fietsers <fietsers.lists.example>", "List-Post: <mailto:fietsers@lists.example>",
                "Precedence: list",
            ]
        ),
        (
            "newsletter",
            ["List-Unsubscribe: <https://news.example/u>", "List-Unsubscribe-Post: List-Unsubscribe=One-Click"]
        ),
        ("Google Groups", ["List-ID: <other.groups.example>", "Mailing-list: list other@groups.example"]),
        ("ezmlm", ["Mailing-List: contact list-help@lists.example; run by ezmlm"]),
        ("bulk", ["Precedence: bulk"]),
        ("read receipt", ["Content-Type: multipart/report; report-type=disposition-notification; boundary=E"]),
    ]

    @Test("opens nothing and is answered by nobody", arguments: Self.headers.indices)
    func automatic(number: Int) async throws {
        let (name, extra) = Self.headers[number]
        let mail = plain(["From: Ada Jansen <ada@example.org>"] + extra)
        try await expectLeft(mail, name)
    }

    private static let bounces: [(String, [String])] = [
        ("null return path", ["Return-Path: <>", "From: ada@example.org"]),
        ("null return path with a blank", ["Return-Path: < >", "From: ada@example.org"]),
        (
            "Postfix",
            [
                "Return-Path: <>", "From: MAILER-DAEMON@mx.example (Mail Delivery System)",
                "Auto-Submitted: auto-replied",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=\"E\"",
            ]
        ),
        (
            "Exchange",
            [
                "From: postmaster@firm.example",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=\"E\"",
            ]
        ),
        (
            "Gmail",
            [
                "From: Mail Delivery Subsystem <mailer-daemon@googlemail.example>",
                "X-Failed-Recipients: bob@example.org",
            ]
        ),
        ("qmail", ["From: MAILER-DAEMON@mail.example"]),
        (
            "Exim",
            [
                "From: Mail Delivery System <Mailer-Daemon@mx.example>", "X-Failed-Recipients: a@b.example",
                "Auto-Submitted: auto-replied",
            ]
        ),
    ]

    @Test("that brings a mail back is left, and moves nothing (case 83)", arguments: Self.bounces.indices)
    func bounce(number: Int) async throws {
        let (name, extra) = Self.bounces[number]
        try await expectLeft(plain(extra), name)
    }

    @Test("that quotes the code mail proves nothing")
    func vacationWithCode() async throws {
        try await House.withShop { house in
            let id = try #require(try await house.take(Self.asking).id)
            _ = try await house.pipeline.advance(id)
            let code = try house.mailedCode()
            let reply = plain(
                [
                    "From: Ada Jansen <ada@example.org>", "Auto-Submitted: auto-replied",
                    "In-Reply-To: <\(house.postbox.mails[0].messageID)>",
                ],
                text: "I am away. \(code)"
            )
            #expect(try await house.mailDesk.take(reply).outcome == .automatic)
            #expect(try house.intake.request(id).tries == 0)
            #expect(try house.intake.request(id).state == .awaitingIdentity)
        }
    }

    @Test("is one by a person where the mailbox is a group of the controller's own")
    func ownList() async throws {
        try await House.withShop { house in
            var house = house
            house.controller.intake.ownList = "privacy.fietsen.example"
            let extra = [
                "List-ID: <Privacy.Fietsen.example>", "Precedence: list", "Mailing-list: list privacy@fietsen.example",
            ]
            let taken = try await house.mailDesk.take(plain(["From: Ada <ada@example.org>"] + extra))
            #expect(taken.outcome == .opened)
            // A vacation notice that came through the group is one all the same.
            let reply = plain(["From: Bob <bob@example.org>", "Auto-Submitted: auto-replied"] + extra)
            #expect(try await house.mailDesk.take(reply).outcome == .automatic)
        }
    }

    @Test("says no where a person wrote it: Auto-Submitted: no")
    func byHand() async throws {
        try await House.withShop { (house: House) async throws in
            let mail = plain(["From: Ada <ada@example.org>", "Auto-Submitted: no"])
            #expect(try await house.mailDesk.take(mail).outcome == .opened)
        }
    }

    @Test("or that the controller sent itself, opens nothing")
    func own() async throws {
        try await House.withShop { (house: House) async throws in
            #expect(try await house.mailDesk.take(plain(["From: Privacy@Fietsen.example"])).outcome == .own)
        }
    }

    private func expectLeft(_ mail: [UInt8], _ name: String) async throws {
        try await House.withShop { house in
            let taken = try await house.mailDesk.take(mail)
            #expect(taken.outcome == .automatic, "\(name): \(taken.outcome.rawValue)")
            #expect(taken.id == nil && taken.ending == .done)
            #expect(try house.register.read { try $0.requests() }.isEmpty)
            #expect(house.postbox.mails.isEmpty)
            #expect(try house.register.read { try $0.auditEntries() }.count == 1, "\(name) is counted")
        }
    }

    private func plain(_ fields: [String], text: String = Self.asking) -> [UInt8] {
        let lines = ["Received: from a by mx.fietsen.example; Mon, 15 Jun 2026 10:00:00 +0200"] + fields
        let rest = ["Subject: Inzageverzoek", "Message-ID: <m\(fields.count)@example.org>", "", text, ""]
        return Array((lines + rest).joined(separator: "\r\n").utf8)
    }
}
