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

/// From is read by its addr-spec, and proves nothing.
@Suite("Who a mail is from") struct SenderTests {
    private func take(_ fields: [String], _ body: (House, TakenMail) throws -> Void) async throws {
        try await House.withShop { house in
            let lines = ["Received: from a by mx.fietsen.example; Mon, 15 Jun 2026 10:00:00 +0200"] + fields
            let text = (lines + ["Subject: Inzageverzoek", "", "Ik wil inzage in mijn gegevens.", ""])
            try body(house, await house.mailDesk.take(Array(text.joined(separator: "\r\n").utf8)))
        }
    }

    @Test("is not asked of Reply-To, and a code goes to the stored address alone (case 1)")
    func spoofed() async throws {
        try await House.withShop { house in
            let taken = try await house.take("Ik wil inzage.", extra: ["Reply-To: attacker@evil.example"])
            _ = try await house.pipeline.advance(#require(taken.id))
            #expect(house.postbox.mails.map(\.recipient) == ["ada@example.org"])
        }
    }

    @Test(
        "is not what stands in the display name (case 2)",
        arguments: [
            "\"ada@example.org\" <attacker@evil.example>", "=?utf-8?q?ada=40example.org?= <attacker@evil.example>",
            "=?utf-8?B?YWRhQGV4YW1wbGUub3Jn?= <attacker@evil.example>", "(ada@example.org) attacker@evil.example",
        ]
    )
    func displayName(from: String) async throws {
        try await take(["From: \(from)"]) { _, taken in
            #expect(taken.claim?.email == "attacker@evil.example")
            #expect(taken.claim?.name == nil)
        }
    }

    @Test("is nobody's where several are named, in one field or in two (cases 3 and 4)")
    func several() async throws {
        for fields in [
            ["From: ada@example.org, bob@example.org"], ["From: ada@example.org", "From: bob@example.org"],
            ["From: friends: ada@example.org, bob@example.org;"], ["From: ada@example.org", "FROM: ada@example.org"],
        ] {
            try await take(fields) { house, taken in
                #expect(taken.outcome == .held && taken.claim?.email == nil, "\(fields)")
                let id = try #require(taken.id)
                #expect(try house.pipeline.mails(of: id).first?.heldBecause == [.severalSenders], "\(fields)")
            }
        }
    }

    @Test("may differ from Sender, which is not asked (case 3)")
    func senderDiffers() async throws {
        try await take(["From: ada@example.org", "Sender: attacker@evil.example"]) { _, taken in
            #expect(taken.claim?.email == "ada@example.org")
        }
    }

    @Test(
        "is nobody's where it is no plain address (cases 11 and 12)",
        arguments: [
            ["From: undisclosed-recipients:;"], ["From: "], ["From: Ada"], [], ["From: @example.org"],
            ["From: <@relay.example:ada>"], ["From: ada@"], ["From: \u{200B}"],
        ]
    )
    func none(fields: [String]) async throws {
        try await take(fields) { house, taken in
            #expect(taken.outcome == .held && taken.claim?.email == nil, "\(fields)")
            let reasons = try house.pipeline.mails(of: #require(taken.id)).first?.heldBecause ?? []
            #expect(reasons.contains(.noSender), "\(fields): \(reasons)")
        }
    }

    @Test(
        "keeps its bytes, and a look-alike is another address (cases 5 to 9 and 13)",
        arguments: ["\u{212A}im@example.org", "ad\u{430}@example.org", "ada+x@example.org", "a.da@example.org"]
    )
    func lookAlikes(address: String) async throws {
        try await House.withShop { house in
            let taken = try await house.take("Ik wil inzage.", from: "Ada <\(address)>")
            #expect(taken.claim?.email.map { Array($0.utf8) } == Array(address.utf8))
            let examination = try await house.verification.examine(house.intake.request(#require(taken.id)))
            #expect(examination.candidates.isEmpty)
        }
    }

    @Test("in a header with lines that are none waits for a person (case 4)")
    func brokenLines() async throws {
        try await take(["From: ada@example.org", "this is no field", "X-A: b"]) { house, taken in
            #expect(taken.outcome == .held)
            let reasons = try house.pipeline.mails(of: #require(taken.id)).first?.heldBecause ?? []
            #expect(reasons.contains(.malformed))
        }
    }

    // MARK: What the own server found

    @Test("is marked by the own server's results alone, above its Received (case 91)")
    func results() async throws {
        let own =
            "Authentication-Results: mx.fietsen.example (v1);\r\n spf=pass (ok) smtp.mailfrom=example.org;\r\n dkim=fail header.d=example.org; dmarc=fail"
        let cases: [([String], [String], [String])] = [
            ([own], [], ["spf=pass", "dkim=fail", "dmarc=fail"]),
            (["Authentication-Results: MX.Fietsen.Example 1; dkim=pass"], [], ["dkim=pass"]),
            // Of another server, a name that only looks like it, below the own Received, and hidden in a comment.
            (["Authentication-Results: mx.evil.example; dkim=pass"], [], []),
            (["Authentication-Results: mx.fietsen.example.evil; dkim=pass"], [], []),
            ([], ["Authentication-Results: mx.fietsen.example; dkim=pass"], []),
            (["Authentication-Results: x (mx.fietsen.example; dkim=pass)"], [], []),
            (["Authentication-Results: mx.fietsen.example; none"], [], []),
            (["Authentication-Results: mx.fietsen.example; dkim=<script>"], [], []),
        ]
        for (above, below, expected) in cases {
            try await House.withShop { house in
                let lines = above + ["Received: from a by mx.fietsen.example; Mon, 15 Jun 2026 10:00:00 +0200"] + below
                let text = lines + ["From: ada@example.org", "Subject: Inzageverzoek", "", "Ik wil inzage.", ""]
                let taken = try await house.mailDesk.take(Array(text.joined(separator: "\r\n").utf8))
                let id = try #require(taken.id)
                #expect(try house.pipeline.mails(of: id).first?.detail.signals == expected, "\(above) \(below)")
                // A signal proves nothing: who passes every test is asked for the code all the same.
                _ = try await house.pipeline.advance(id)
                #expect(try house.intake.request(id).state == .awaitingIdentity)
            }
        }
    }
}
