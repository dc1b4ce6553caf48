import Drivers
import ExporterKit
import Foundation
import TestSupport
import Testing

/// Whose mails are found, how often, and what keeps a mailbox from being read.
@Suite struct MailboxAnswerTests {
    private func subjects(_ system: SystemDescription, _ values: String...) async throws -> [[String]] {
        try await ask(system, 0, values.map { [Identifier(kind: "email", $0)] }).map {
            $0.map { String($0[0].dropFirst(5)) }
        }
    }

    @Test(arguments: ["From", "To", "Cc", "Bcc", "Reply-To", "Sender", "Delivered-To", "X-Original-To", "Envelope-To"])
    func `a mail is found by whichever field names the person`(name: String) async throws {
        try await withTemporaryFolder { folder in
            try write("Subject: a\n\(name): X <x@x.example>,\n Kim <kim@EXAMPLE.org>\n\n", to: "mail/1.eml", in: folder)
            let system = Mailboxes.mails(in: folder, [Mailboxes.field("subject")])
            #expect(
                try await subjects(system, "Kim@example.org", "im@example.org", "", "x@x.example") == [
                    ["a"], [], [], ["a"],
                ]
            )
        }
    }

    @Test func `a copy adds its place, and what only looks like one is a mail of its own`() async throws {
        try await withTemporaryFolder { folder in
            let mail = Mailboxes.mail(["Subject: s", "To: bob@example.org"])
            try write(mail, to: "mail/a/1.eml", in: folder)
            try write(
                "Delivered-To: bob@example.org\n" + mail.replacing("\n", with: "\r\n"),
                to: "mail/b/1.eml",
                in: folder
            )
            try write("From x\n\(mail)\n", to: "mail/c", in: folder)
            try write(mail, to: "mail/a/2.eml", in: folder)
            try write(mail + "-- \nThis list is public\n", to: "mail/d/1.eml", in: folder)
            try write(mail.replacing("<1@x>", with: "<2@x>"), to: "mail/e/1.eml", in: folder)
            let system = Mailboxes.mails(in: folder, [Mailboxes.field("folder", "array"), Mailboxes.field("id")])
            let found = try await ask(
                system,
                0,
                [[Identifier(kind: "email", "ada@example.org")], [Identifier(kind: "email", "bob@example.org")]]
            )
            #expect(
                found[0].map { $0[0] } == [
                    #"json ["mail/a","mail/b","mail/c"]"#, #"json ["mail/d"]"#, #"json ["mail/e"]"#,
                ]
            )
            #expect(Set(found[0].map { $0[1] }).count == 3)
            #expect(found[1].map { $0[0] } == found[0].map { $0[0] })
        }
    }

    @Test func `a conversation is put together over mails that name one another in a chain or a ring`() async throws {
        try await withTemporaryFolder { folder in
            let chain = [("1", "0"), ("2", "1"), ("3", "2"), ("8", "9"), ("9", "8"), ("7", "7")]
            for (own, parent) in chain {
                let mail = "From: ada@example.org\nMessage-ID: <\(own)@x>\nIn-Reply-To: <\(parent)@x>\n\n\(own)"
                try write(mail, to: "mail/\(own).eml", in: folder)
            }
            try write("From: ada@example.org\n\nnone", to: "mail/a.eml", in: folder)
            let system = Mailboxes.mails(in: folder, [Mailboxes.field("thread")])
            let found = try await subjects(system, "ada@example.org")[0]
            #expect(found == ["0@x", "0@x", "0@x", "7@x", "8@x", "8@x", ""])
        }
    }

    @Test func `an address or a name in the text finds a mail where a field says what is mentioned`() async throws {
        try await withTemporaryFolder { folder in
            let texts = [
                "ask Ada@Example.org.", "ask bada@example.org", "ask ada@example.org.evil.example",
                "<a href='mailto:ada@example.org'>", "Ada Jansen rang", "Ada Jansens",
            ]
            for (number, text) in texts.enumerated() {
                let type = text.hasPrefix("<") ? "html" : "plain"
                let mail = "From: bob@example.org\nSubject: \(number)\nContent-Type: text/\(type)\n\n\(text)\n"
                try write(mail, to: "mail/\(number).eml", in: folder)
            }
            try write("From: ada@example.org\nSubject: own\n\nada@example.org\n", to: "mail/9.eml", in: folder)
            let byAddress = FieldDescription(
                name: "who",
                path: "mentions",
                type: "array",
                title: "Who",
                matches: "email"
            )
            let byName = FieldDescription(name: "who", path: "mentions", type: "array", title: "Who", matches: "name")
            let system = system(
                "mailbox",
                in: folder,
                connection: "mail",
                collection(["search": "text"], [field("subject"), byAddress]),
                collection(needs: ["name"], ["search": "text"], [field("subject"), byName])
            )
            #expect(
                try await ask(system, "email", "ada@example.org") == [
                    ["text 0", #"json ["ada@example.org"]"#], ["text 3", #"json ["ada@example.org"]"#],
                ]
            )
            #expect(
                try await ask(system, 1, [[Identifier(kind: "name", "ADA JANSEN")], [Identifier(kind: "name", "Bob")]])
                    == [[["text 4", #"json ["ADA JANSEN"]"#]], []]
            )
        }
    }

    @Test(arguments: [
        ("a huge header", "X: " + String(repeating: "a", count: 3 << 19) + "\n\n", "the header has more than 1 MiB"),
        ("a header without end", String(repeating: "X: a\n", count: 400_000), "the header has more than 1 MiB"),
        (
            "10,000 parts",
            "Content-Type: multipart/mixed; boundary=b\n\n" + String(repeating: "--b\n\nx\n", count: 10_000),
            "more parts than `part_limit`"
        ),
        (
            "100,000 edges",
            "Content-Type: multipart/mixed; boundary=b\n\n" + String(repeating: "--b\n", count: 100_000),
            "more parts than `part_limit`"
        ),
        (
            "100 levels", (0..<100).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined(),
            "more than 50 deep"
        ),
        ("a zero byte in the header", "X: a\0b\n\n", "zero byte"),
        ("a large mail", "\n" + String(repeating: "x", count: 3 << 20), "larger than `message_limit`"),
    ])
    func `a mail that nobody can read fails the answer at its end, counted`(what: String, rest: String, words: String)
        async throws
    {
        try await withTemporaryFolder { folder in
            try write("From: ada@example.org\nSubject: good\n\n", to: "mail/1.eml", in: folder)
            try write("From: ada@example.org\n" + rest, to: "mail/2.eml", in: folder)
            try write("From: ada@example.org\n" + rest, to: "mail/3.eml", in: folder)
            let system = Mailboxes.mails(in: folder, [Mailboxes.field("subject")], system: ["message_limit": "2"])
            let failed = try #require(try await failure(system, "email", "ada@example.org"))
            #expect(failed.message.hasPrefix("2 mails cannot be read, the first is mail 2: "))
            #expect(failed.message.contains(words))
            #expect(await findings(system) == ["error connection: " + failed.message])
        }
    }

    @Test(arguments: [[], Array("\n\nHello\n".utf8), Array("Hello there\n".utf8), [UInt8](0...255), [0x0A]])
    func `what has no header is a mail that nobody can read`(bytes: [UInt8]) async throws {
        try await withTemporaryFolder { folder in
            try write(bytes, to: "mail/1.eml", in: folder)
            let failed = try await failure(
                Mailboxes.mails(in: folder, [Mailboxes.field("subject")]),
                "email",
                "ada@example.org"
            )
            #expect(failed?.code == .malformed)
            #expect(failed?.message.hasPrefix("a mail cannot be read, the first is mail 1: it") == true)
        }
    }

    @Test func `settings and fields that mean nothing are told`() async throws {
        try await withTemporaryFolder { folder in
            try write(Mailboxes.mail([]), to: "mail/1.eml", in: folder)
            func told(_ path: String, _ settings: [String: String] = [:], _ system: [String: String] = [:]) async
                -> String
            {
                await findings(Mailboxes.mails(in: folder, [field(path)], settings, system: system)).joined()
            }
            #expect(await told("nosuch") == "error nosuch: a mail has no field `nosuch`")
            #expect(await told("content") == "error content: a mail has no field `content`")
            #expect(await told("original") == "error original: `original` is a document")
            #expect(
                await told("nosuch", ["records": "attachments"]) == "error nosuch: an attachment has no field `nosuch`"
            )
            #expect(await told("text", ["records": "mails"]) == "error records: `records` is not `attachments`")
            #expect(await told("text", ["search": "all"]) == "error search: `search` is not `text`")
            #expect(
                await told("text", [:], ["message_limit": "0"])
                    == "error message_limit: `message_limit` is no whole number from 1 to 1024"
            )
            #expect(await told("text", [:], ["quoting": "x"]) == "error quoting: `quoting` is none that there is")
            #expect(await told("text") == "")
        }
    }
}
