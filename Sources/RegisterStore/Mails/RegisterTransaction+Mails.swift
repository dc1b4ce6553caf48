import Cryptography
import Foundation
import GRDB
package import Cases
import Groundwork

/// The mails that were taken in.
extension RegisterTransaction {
    /// By what a mail is known again.
    package func mark(header: [UInt8], content: [UInt8], messageID: [UInt8]?) -> MailMark {
        MailMark(
            header: digest("header", header),
            content: digest("content", content),
            messageID: messageID.map { digest("id", $0) }
        )
    }

    /// Whether a mail with this header was taken, so that the rest of it need not be read.
    package func hasTaken(header: [UInt8]) throws -> Bool {
        try Bool.fetchOne(
            database,
            cached: "SELECT EXISTS (SELECT 1 FROM takenMail WHERE header = ?)",
            arguments: [digest("header", header)]
        ) ?? false
    }

    private func digest(_ part: String, _ bytes: [UInt8]) -> Data {
        Data(vault.key(for: "mails").authenticationCode(for: Array(part.utf8) + [0] + bytes))
    }

    /// The mail that was taken before and is this one, or has its Message-ID.
    package func takenBefore(_ mark: MailMark) throws -> TakenBefore? {
        let same = "SELECT request, fate FROM takenMail WHERE header = ? OR content = ? ORDER BY takenAt LIMIT 1"
        if let row = try Row.fetchOne(database, cached: same, arguments: [mark.header, mark.content]) {
            return TakenBefore(request: row["request"], isSame: true, fate: try row.word("fate"))
        }
        guard let messageID = mark.messageID else { return nil }
        let row = try Row.fetchOne(
            database,
            cached: "SELECT request, fate FROM takenMail WHERE messageID = ? ORDER BY takenAt LIMIT 1",
            arguments: [messageID]
        )
        return try row.map { TakenBefore(request: $0["request"], isSame: false, fate: try $0.word("fate")) }
    }

    /// Remembers a mail; one whose header is remembered already stays as it is.
    package func remember(_ mark: MailMark, _ fate: MailFate, request: String? = nil) throws {
        try database.execute(
            cached: """
                INSERT INTO takenMail (header, content, messageID, takenAt, fate, request) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (header) DO NOTHING
                """,
            arguments: [
                mark.header, mark.content, mark.messageID, surroundings.timestamp, fate.rawValue, request,
            ]
        )
    }

    /// How many requests mails have opened since a moment, in UTC.
    package func requestsOpenedByMail(since moment: String) throws -> Int {
        try Int.fetchOne(
            database,
            cached: "SELECT count(*) FROM takenMail WHERE fate IN ('opened', 'held') AND takenAt >= ?",
            arguments: [moment]
        ) ?? 0
    }

    /// The request for which a mail went out under a Message-ID.
    package func idOfRequest(mailedAs messageID: String) throws -> String? {
        try String.fetchOne(
            database,
            cached: "SELECT request FROM outbox WHERE messageID = ?",
            arguments: [messageID]
        )
    }

    /// Keeps what a mail was to a request.
    package func insert(
        _ kind: ReceivedMail.Kind,
        _ detail: ReceivedMailDetail,
        heldBecause reasons: [HoldReason],
        request id: String
    ) throws {
        try database.execute(
            cached: "INSERT INTO receivedMail (request, kind, takenAt, detail, heldBecause) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                id, kind.rawValue, surroundings.timestamp,
                try vault(of: id).seal(detail, context: "received mail \(id) \(kind.rawValue)"),
                reasons.map(\.rawValue).joined(separator: " "),
            ]
        )
    }

    /// The mails of a request, oldest first.
    package func receivedMails(of id: String) throws -> [ReceivedMail] {
        try Row.fetchAll(
            database,
            cached: "SELECT * FROM receivedMail WHERE request = ? ORDER BY id",
            arguments: [id]
        ).map { row in
            let kind: ReceivedMail.Kind = try row.word("kind")
            let reasons: String = row["heldBecause"]
            return ReceivedMail(
                number: row["id"],
                kind: kind,
                takenAt: row["takenAt"],
                detail: try vault(of: id).open(
                    ReceivedMailDetail.self,
                    from: row["detail"],
                    context: "received mail \(id) \(kind.rawValue)"
                ),
                heldBecause: try reasons.split(separator: " ").map { word in
                    guard let reason = HoldReason(rawValue: String(word)) else {
                        throw InzageError(.integrityBroken, "the register holds a mail for a reason that is none")
                    }
                    return reason
                },
                settledAt: row["settledAt"]
            )
        }
    }

    /// Notes that a person has read the mails of a request, so that what was guessed of them holds.
    ///
    /// - Returns: whether there was one to read.
    package func settleMails(of id: String) throws -> Bool {
        try database.execute(
            cached: "UPDATE receivedMail SET settledAt = ?, settledBy = ? WHERE request = ? AND settledAt IS NULL",
            arguments: [surroundings.timestamp, surroundings.operatorName, id]
        )
        guard database.changesCount > 0 else { return false }
        try audit("its mail was read", request: id)
        return true
    }
}
