import ExporterKit
import Foundation
import TestSupport
import Testing

/// What is read out of one mail.
@Suite struct MailContentTests {
    private func only(_ mail: String, _ path: String, _ type: String = "string") async throws -> String {
        try await Mailboxes.only(mail, path, type)
    }

    @Test(arguments: [
        ("From: \"bob@example.org\" <ada@example.org>", "from", "text ada@example.org"),
        ("To: Team: x@A.example, Y <y@B.EXAMPLE>;, z@c.example", "to", "text x@a.example, y@b.example, z@c.example"),
        ("To: =?iso-8859-1?q?Zo=EB?= <Z@X.example>,\n\tplain@x.example", "to_name", "text Zoë"),
        ("To: undisclosed-recipients:;", "to", "null"),
        ("To: broken <x@a.example, \"y\" <y@b.example>", "to", "text x@a.example, y@b.example"),
        ("Reply-To: r@x.example", "reply_to", "text r@x.example"),
        ("X-Original-To: o@x.example\nDelivered-To: d@x.example", "delivered_to", "text d@x.example, o@x.example"),
        ("Date: Mon, 5 Jan 2026 10:00:00 +0100", "date", "text 2026-01-05T10:00:00+01:00"),
        ("Date: yesterday", "date", "text yesterday"),
        ("Subject: =?utf-8?B?4oKs?=\n =?utf-8?B?NQ==?=", "subject", "text €5"),
        ("Subject: caf\u{E9}", "subject", "text caf\u{E9}"),
        ("X-Ticket: 12", "headers.x-ticket", "text 12"),
        ("X-Other: 12", "headers.X-Ticket", "null"),
        ("In-Reply-To: Your mail of <today@x>", "in_reply_to", "text today@x"),
        ("References: <a@x>\n <b@x>\nIn-Reply-To: <b@x>", "thread", "text a@x"),
        ("In-Reply-To: Your mail of today", "thread", "text 1@x"),
    ])
    func `a field of the header is read as people read it`(line: String, path: String, value: String) async throws {
        let header = line.hasPrefix("From") ? [] : [line]
        let mail = Mailboxes.mail(header).replacing(
            "From: ada@example.org",
            with: line.hasPrefix("From") ? line : "From: ada@example.org"
        )
        #expect(try await only(mail, path) == value)
    }

    @Test func `lists are arrays where the field is one, with the names beside them`() async throws {
        let mail = Mailboxes.mail(["To: A <a@x.example>, b@x.example"])
        #expect(try await only(mail, "to", "array") == #"json ["a@x.example","b@x.example"]"#)
        #expect(try await only(mail, "to_name", "array") == #"json ["A",null]"#)
        #expect(try await only(mail, "cc", "array") == "json []")
        #expect(
            try await only(mail, "headers", "array")
                == #"json [{"name":"From","value":"ada@example.org"},{"name":"Message-ID","value":"<1@x>"},{"name":"To","value":"A <a@x.example>, b@x.example"}]"#
        )
    }

    @Test(arguments: [
        ("text/plain; charset=utf-8", "e9", "\u{FFFD}", #"["bytes_replaced"]"#),
        ("text/plain; charset=iso-8859-1", "e9", "é", "[]"),
        ("text/plain; charset=windows-1252", "80", "€", "[]"),
        ("text/plain", "e9", "é", #"["charset_guessed"]"#),
        ("text/plain; charset=x-nobody-knows", "80", "€", #"["charset_guessed"]"#),
        ("text/plain; charset=us-ascii", "c3a9", "é", "[]"),
        ("text/plain; charset=utf-16", "fffee900", "é", "[]"),
        ("text/plain; charset=shift_jis", "93fa81", "日\u{FFFD}", #"["bytes_replaced"]"#),
        ("text/plain; charset=iso-2022-jp", "1b2442467c1b2842", "日", "[]"),
        ("text/plain; charset=\"\"", "61", "a", "[]"),
        ("text/plain; charset=utf-8", "610062", "a\0b", "[]"),
    ])
    func `a text that is not what it says is kept as far as it goes, and the loss is said`(
        type: String,
        hex: String,
        text: String,
        losses: String
    ) async throws {
        let bytes = stride(from: 0, to: hex.count, by: 2).compactMap { UInt8(hex.dropFirst($0).prefix(2), radix: 16) }
        let mail = Array(Mailboxes.mail(["Content-Type: " + type], "").utf8) + bytes
        let found = try await Mailboxes.only(mail, [Mailboxes.field("text"), Mailboxes.field("losses", "array")])
        #expect(found == ["text " + text, "json " + losses])
    }

    @Test func `the text is what is no attachment, and quoted replies stay`() async throws {
        let mail = Mailboxes.mail(
            ["Content-Type: multipart/mixed; boundary=a"],
            """
            --a
            Content-Type: multipart/alternative; boundary=b

            --b

            One
            > and what Bob wrote
            --b
            Content-Type: text/html

            <p>One</p>
            --b--
            --a
            Content-Type: text/plain
            Content-Disposition: attachment

            attached
            --a
            Content-Type: text/plain; name="notes.txt"

            named
            --a

            Two
            --a
            Content-Type: message/rfc822

            From: x@x.example

            inner
            --a--
            """
        )
        #expect(try await only(mail, "text") == "text One\n> and what Bob wrote\nTwo")
        #expect(try await only(mail, "html") == "text <p>One</p>")
        #expect(
            try await only(mail, "attachments", "array")
                == #"json [{"part":"2","name":"part-2","type":"text/plain","size":8},{"part":"3","name":"notes.txt","type":"text/plain","size":5},{"part":"5","name":"part-5.eml","type":"message/rfc822","size":24}]"#
        )
        #expect(try await only(mail, "losses") == "null")
    }

    @Test(arguments: [
        ("multipart/mixed; boundary=b", "--b\n\nHello\n", "text Hello\n", "cut_off"),
        ("multipart/mixed", "Hello\n", "text Hello\n", "cut_off"),
        ("multipart/mixed; boundary=other", "Hello\n", "text Hello\n", "cut_off"),
        (
            "multipart/encrypted; boundary=b", "--b\nContent-Type: application/octet-stream\n\nx\n--b--\n", "null",
            "encrypted"
        ),
        ("application/pkcs7-mime; smime-type=enveloped-data", "x\n", "null", "encrypted"),
        ("application/pkcs7-mime; smime-type=signed-data", "x\n", "null", nil),
        ("text/plain\nno field at all", "Hello\n", "text Hello\n", "lines_left_out"),
        ("text/plain\nContent-Transfer-Encoding: base64", "SGVsbG8", "text Hello", "cut_off"),
        ("image/png\nContent-Transfer-Encoding: base64", "SGVsbG8K\nSGVsb", "null", "cut_off"),
        ("text/plain\nContent-Transfer-Encoding: base64", "SGVsbG8=", "text Hello", nil),
    ])
    func `what cannot be kept as it was meant is said`(type: String, body: String, text: String, loss: String?)
        async throws
    {
        let mail = Mailboxes.mail(["Content-Type: " + type], body)
        #expect(try await only(mail, "text") == text)
        #expect(try await only(mail, "losses") == (loss.map { "text " + $0 } ?? "null"))
    }

    @Test func `a signed mail is there byte for byte, and its signature is an attachment`() async throws {
        try await withTemporaryFolder { folder in
            let part =
                "--s\nContent-Type: text/plain\n\nFrom me\n--s\nContent-Type: application/pgp-signature; name=s.asc\n\nPGP\n--s--\n"
            let mail = Mailboxes.mail(["Content-Type: multipart/signed; boundary=s"], part)
            try write("From x\n" + mail.replacing("\nFrom me", with: "\n>From me"), to: "mail/Inbox", in: folder)
            let system = Mailboxes.mails(
                in: folder,
                ["original", "text", "attachments", "size"].map { Mailboxes.field($0) }
            )
            var contents: [[UInt8]] = []
            let question = Question(identifiers: [Identifier(kind: "email", "ADA@example.org")])
            try await read(system.collections[0], of: system, for: [question]) { record, _ in
                var content: [UInt8] = []
                try record.document(at: 0)?.read { content += $0 }
                contents.append(content)
                #expect(String(decoding: record.cell(at: 1), as: UTF8.self) == "From me")
                #expect(record.cell(at: 3).elementsEqual("\(mail.utf8.count)".utf8))
            }
            #expect(contents == [Array(mail.utf8)])
        }
    }
}
