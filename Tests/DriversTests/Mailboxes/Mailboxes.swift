import ExporterKit
import Foundation
import TestSupport

/// Mailboxes for tests, and collections of what is in them.
enum Mailboxes {
    /// A field with a path for its name.
    static func field(_ path: String, _ type: String = "string", matches: String? = nil) -> FieldDescription {
        FieldDescription(
            name: path,
            type: type,
            title: LocalizedText(path),
            matches: matches ?? (peopleNames.contains(path) ? "email" : nil),
            file: ["content", "original"].contains(path)
        )
    }

    /// The addresses of a header, by which a mail is found.
    static let people = peopleNames.map { field($0, "array") }
    private static let peopleNames = ["from", "to", "cc", "bcc", "reply_to", "sender", "delivered_to"]

    /// A system with a mailbox and a collection of its mails, whose first fields are those given.
    static func mails(
        in folder: String,
        connection: String = "mail",
        _ fields: [FieldDescription],
        _ settings: [String: String] = [:],
        system: [String: String] = [:]
    ) -> SystemDescription {
        SystemDescription(
            id: "sample",
            title: "Sample",
            driver: "mailbox",
            connection: connection,
            settings: system.mapValues { .text($0) },
            folder: folder,
            collections: [
                collection(settings, fields + people.filter { one in !fields.contains { $0.name == one.name } })
            ]
        )
    }

    /// A mail with a header in lines and a body.
    static func mail(_ header: [String], _ body: String = "Hello\n") -> String {
        (["From: ada@example.org", "Message-ID: <1@x>"] + header).joined(separator: "\n") + "\n\n" + body
    }

    /// What a mailbox of one mail holds for Ada, cell by cell.
    static func only(_ mail: [UInt8], _ fields: [FieldDescription]) async throws -> [String] {
        try await withTemporaryFolder { folder in
            try write(mail, to: "mail/1.eml", in: folder)
            let found = try await ask(mails(in: folder, fields), "email", "ada@example.org")
            return found.count == 1 ? Array(found[0].prefix(fields.count)) : ["\(found.count) mails"]
        }
    }

    /// The first cell of a mail of Ada's.
    static func only(_ mail: String, _ path: String, _ type: String = "string") async throws -> String {
        try await only(Array(mail.utf8), [field(path, type)]).joined()
    }
}
