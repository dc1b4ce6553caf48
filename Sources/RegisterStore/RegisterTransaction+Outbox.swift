package import Foundation
import GRDB
import Groundwork

/// A mail that is to go, or went: the same bytes and the same `Message-ID` at each try.
package struct OutgoingMail: Sendable {
    /// What the mail carries.
    package enum Kind: String, Sendable, CaseIterable {
        case code
        case archive
        case nothingHeld = "nothing-held"
        case acknowledgement
        case moreIdentification = "more-identification"
        case extensionNotice = "extension"
        case refusal
        case confirmation
        /// To the address on file, that an answer went elsewhere.
        case elsewhere

        /// Whether the mail is the answer itself or a part of proving who asks, and not a letter beside them.
        package var isOfThePipeline: Bool { [.code, .archive, .nothingHeld].contains(self) }
    }

    package let number: Int64
    package let kind: Kind
    package let messageID: String
    /// Nil once it was handed over: what was sent is not kept.
    package let content: MailContent?
    package let tries: Int
    package let lastFailure: String?
    package let handedOverAt: String?
}

/// The content of a mail; sealed in the register, because it may hold a code and always holds an address.
package struct MailContent: Sendable, Codable {
    package var to: String
    package var subject: String
    package var body: String
    package var date: Date
    /// The file in `archives/` that goes along.
    package var archive: ArchiveRecord?

    package init(
        to: String,
        subject: String,
        body: String,
        date: Date,
        archive: ArchiveRecord? = nil
    ) {
        self.to = to
        self.subject = subject
        self.body = body
        self.date = date
        self.archive = archive
    }
}

extension RegisterTransaction {
    /// Puts a mail into the outbox.
    package func insert(
        _ content: MailContent,
        kind: OutgoingMail.Kind,
        messageID: String,
        request id: String,
        round: Int
    ) throws {
        try database.execute(
            cached: "INSERT INTO outbox (request, round, kind, messageID, message) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                id, round, kind.rawValue, messageID, try vault(of: id).seal(content, context: "mail \(messageID)"),
            ]
        )
    }

    /// The mails of a request's round, oldest first.
    package func outbox(request id: String, round: Int) throws -> [OutgoingMail] {
        try Row.fetchAll(
            database,
            cached: "SELECT * FROM outbox WHERE request = ? AND round = ? ORDER BY id",
            arguments: [id, round]
        ).map { row in
            let kind: OutgoingMail.Kind = try row.word("kind")
            let messageID: String = row["messageID"]
            let blob: Data? = row["message"]
            return OutgoingMail(
                number: row["id"],
                kind: kind,
                messageID: messageID,
                content: try blob.map {
                    try vault(of: id).open(MailContent.self, from: $0, context: "mail \(messageID)")
                },
                tries: row["tries"],
                lastFailure: row["lastFailure"],
                handedOverAt: row["handedOverAt"]
            )
        }
    }

    /// Notes a mail that could not be handed over; the word says why.
    package func noteFailure(_ word: String, of mail: OutgoingMail) throws {
        try database.execute(
            cached: "UPDATE outbox SET tries = tries + 1, lastFailure = ? WHERE id = ?",
            arguments: [word, mail.number]
        )
    }

    /// Notes that a mail was handed over, and forgets what it said.
    package func noteHandedOver(_ mail: OutgoingMail) throws {
        try database.execute(
            cached: """
                UPDATE outbox SET tries = tries + 1, lastFailure = NULL, handedOverAt = ?, message = NULL WHERE id = ?
                """,
            arguments: [surroundings.timestamp, mail.number]
        )
    }

    /// Takes back the letters beside the answer that have not gone.
    package func withdrawUnsentLetters(request id: String) throws {
        for kind in OutgoingMail.Kind.allCases where !kind.isOfThePipeline { try withdrawMails(kind, request: id) }
    }

    /// Takes back every mail that has not gone: what it said holds no longer.
    package func withdrawUnsentMails(request id: String) throws {
        try database.execute(cached: "DELETE FROM outbox WHERE request = ? AND handedOverAt IS NULL", arguments: [id])
    }

    /// Takes back mails of a kind that have not gone.
    package func withdrawMails(_ kind: OutgoingMail.Kind, request id: String) throws {
        try database.execute(
            cached: "DELETE FROM outbox WHERE request = ? AND kind = ? AND handedOverAt IS NULL",
            arguments: [id, kind.rawValue]
        )
    }
}

extension MailContent: Redacted {}
