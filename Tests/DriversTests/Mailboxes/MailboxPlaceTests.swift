import Drivers
import ExporterKit
import Foundation
import TestSupport
import Testing

/// What counts as a mailbox, and where one mail in it ends.
@Suite struct MailboxPlaceTests {
    private let edge = "From MAILER-DAEMON Mon Jan  5 10:00:00 2026\n"
    private let fields = [Mailboxes.field("folder"), Mailboxes.field("subject")]

    private func mail(_ subject: String, _ body: String = "Hello\n") -> String {
        "From: ada@example.org\nMessage-ID: <\(subject)@x>\nSubject: \(subject)\n\n\(body)"
    }

    private func found(in folder: String, _ connection: String = "mail") async throws -> [String] {
        let system = Mailboxes.mails(in: folder, connection: connection, fields)
        return try await ask(system, "email", "ada@example.org").map { $0.prefix(2).joined(separator: " ") }
    }

    @Test func `a folder may hold Maildirs, mboxes and mails, and folders of them`() async throws {
        try await withTemporaryFolder { folder in
            let files = [
                "mail/box/cur/1.host:2,S": mail("a"), "mail/box/new/2.host": mail("b"), "mail/box/tmp/3": mail("no"),
                "mail/box/.Sent.2025/cur/4": mail("c"), "mail/box/.Sent.2025/new/.keep": "",
                "mail/box/dovecot.index": "x",
                "mail/Inbox": edge + mail("d"), "mail/Inbox.msf": "x", "mail/Inbox.sbd/Old.mbox": edge + mail("e"),
                "mail/loose/9.EML": mail("f"), "mail/.hidden": "x", "mail/Trash": "",
            ]
            for (path, text) in files { try write(text, to: path, in: folder) }
            try FileManager.default.createDirectory(
                atPath: folder + "/mail/box/tmp/x",
                withIntermediateDirectories: true
            )
            #expect(
                try await found(in: folder) == [
                    "text mail/Inbox text d", "text mail/Inbox/Old text e", "text mail/box text b",
                    "text mail/box text a",
                    "text mail/box/Sent/2025 text c", "text mail/loose text f",
                ]
            )
            #expect(try await found(in: folder, "mail/Inbox") == ["text Inbox text d"])
            #expect(try await found(in: folder, "mail/loose/9.EML") == ["text 9 text f"])
            #expect(try await found(in: folder, "mail/box/").count == 3)
        }
    }

    @Test func `what is neither a mail nor an mbox fails, and is not named`() async throws {
        try await withTemporaryFolder { folder in
            try write(mail("a"), to: "mail/1.eml", in: folder)
            try write("not mail", to: "mail/ada@example.org.txt", in: folder)
            let system = Mailboxes.mails(in: folder, fields)
            let failed = try #require(try await failure(system, "email", "ada@example.org"))
            #expect(failed.code == .malformed)
            #expect(
                failed.message == "file 2 of the folder is no mail: no `.eml`, and no mbox that begins with `From `"
            )
            let file = Mailboxes.mails(in: folder, connection: "mail/ada@example.org.txt", fields)
            #expect(await findings(file) == ["error connection: the file is no mbox: it does not begin with `From `"])
        }
    }

    @Test func `links are not followed, case 71`() async throws {
        try await withTemporaryFolder { folder in
            try write(mail("a"), to: "other/1.eml", in: folder)
            try write(mail("a"), to: "mail/new/1", in: folder)
            try write(mail("a"), to: "mail/cur/1", in: folder)
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/mail/cur/2",
                withDestinationPath: folder + "/other/1.eml"
            )
            let failed = try await failure(Mailboxes.mails(in: folder, fields), "email", "ada@example.org")
            #expect(failed?.code == .notARegularFile)
        }
    }

    @Test func `an empty mailbox holds nobody, and one of somebody else's mails does`() async throws {
        try await withTemporaryFolder { folder in
            try write("", to: "mail/Inbox", in: folder)
            let system = Mailboxes.mails(in: folder, fields)
            let driver = try #require(BuiltInDrivers.named("mailbox"))
            #expect(try await driver.using(system) { try await $0.holdsNobody(system.collections[0]) })
            #expect(await findings(system) == ["warning connection: there is no mail in the mailbox"])
            try write("From: bob@example.org\n\n", to: "mail/1.eml", in: folder)
            #expect(try await !driver.using(system) { try await $0.holdsNobody(system.collections[0]) })
            #expect(try await found(in: folder) == [])
        }
    }

    @Test(arguments: [
        ("From here on it rained\n", 2), ("\nFrom here on it rained\n", 2),
        ("\nFrom the bank at 10:00 in 2026\nit went\n", 3),
        ("From x Mon Jan  5 10:00:00 2026\nit went\n", 3), ("x\nFrom x Mon Jan  5 10:00:00 2026\nit went\n", 2),
        (">From x Mon Jan  5 10:00:00 2026\n", 2),
        ("x\nFrom: x\n", 2),
    ])
    func `a line that begins with From is a text where it is no edge`(body: String, count: Int) async throws {
        try await withTemporaryFolder { folder in
            try write(edge + mail("a", body) + "\n" + edge + mail("b"), to: "mail/Inbox", in: folder)
            let system = Mailboxes.mails(in: folder, [Mailboxes.field("text")])
            if count == 3 {
                // Told by its time as an edge, the rest is no mail: that is said, and nothing is lost without a word.
                #expect(try await failure(system, "email", "ada@example.org")?.code == .malformed)
            } else {
                let texts = try await ask(system, "email", "ada@example.org").map { $0[0] }
                #expect(texts == ["text " + body.replacing(">From", with: "From"), "text Hello\n"])
            }
        }
    }

    @Test(arguments: [
        ("mboxrd", "From a\n>From b\n>x\n"), ("mboxo", "From a\n>>From b\n>x\n"), ("none", ">From a\n>>From b\n>x\n"),
    ])
    func `the marks of an mbox are taken off as it was written`(quoting: String, text: String) async throws {
        try await withTemporaryFolder { folder in
            try write(edge + mail("a", ">From a\n>>From b\n>x\n"), to: "mail/Inbox", in: folder)
            let system = Mailboxes.mails(in: folder, [Mailboxes.field("text")], system: ["quoting": quoting])
            #expect(try await ask(system, "email", "ada@example.org").map { $0[0] } == ["text " + text])
        }
    }

    @Test func `mails are parted whatever their lines end with and Content-Length says`() async throws {
        try await withTemporaryFolder { folder in
            let thunderbird = "From - Mon Jan  5 10:00:00 2026\r\n"
            let first = mail("a").replacing("Subject", with: "Content-Length: 99999\nSubject")
            let text = thunderbird + first.replacing("\n", with: "\r\n") + "\r\n" + thunderbird
            try write(text + mail("b").replacing("\n", with: "\r\n"), to: "mail/Inbox", in: folder)
            // Neither an empty line before the edge nor a time in it; a dash is what some write for a sender.
            try write(edge + mail("c") + edge + mail("d") + "\nFrom -\n" + mail("e"), to: "mail/Other", in: folder)
            let system = Mailboxes.mails(in: folder, [Mailboxes.field("subject"), Mailboxes.field("text")])
            let found = try await ask(system, "email", "ada@example.org").map { $0.prefix(2).joined(separator: " ") }
            #expect(found == ["a", "b", "c", "d", "e"].map { "text \($0) text Hello\n" })
        }
    }

    @Test func `edges are found where the pieces meet in which an mbox is read`() async throws {
        try await withTemporaryFolder { folder in
            // From the last bytes of the first MiB on: the mark of an edge lies across it in each possible way.
            for shift in 0..<8 {
                let head = edge + "From: ada@example.org\nSubject: long\n\n"
                let filling = String(repeating: "x", count: (1 << 20) + edge.utf8.count - head.utf8.count - 8 + shift)
                try write(head + filling + "\n\n" + edge + mail("b\(shift)"), to: "mail/\(shift)", in: folder)
            }
            let subjects = try await found(in: folder).map { $0.suffix(6) }
            #expect(subjects == (0..<8).flatMap { ["t long", "ext b\($0)"] })
        }
    }
}
