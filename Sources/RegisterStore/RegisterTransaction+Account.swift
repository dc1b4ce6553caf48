import GRDB
package import Groundwork

/// When a request was entered and when it ended, RFC 3339 in UTC.
package struct RequestMoments: Sendable {
    package let openedAt: String
    package let closedAt: String?
}

/// A piece of evidence, and whether it still counts: a change of the request may have outgrown it.
package struct TakenEvidence: Sendable {
    package let evidence: Evidence
    package let counts: Bool
}

/// A code that was mailed, without the code.
package struct MailedCode: Sendable, Encodable, Hashable {
    package let sentOn: CivilDay
    package let validUntil: CivilDay
    /// What became of it: `used`, `voided`, or nil while nothing has.
    package let fate: String?
}

/// What is read to account for what was done.
extension RegisterTransaction {
    /// When a request was entered and when it ended; nil where there is none.
    package func moments(of id: String) throws -> RequestMoments? {
        try Row.fetchOne(database, cached: "SELECT openedAt, closedAt FROM request WHERE id = ?", arguments: [id])
            .map { RequestMoments(openedAt: $0["openedAt"], closedAt: $0["closedAt"]) }
    }

    /// All evidence that was ever taken for a request and is still kept, oldest first.
    package func evidenceEverTaken(of id: String) throws -> [TakenEvidence] {
        try Row.fetchAll(database, cached: "SELECT * FROM evidence WHERE request = ? ORDER BY id", arguments: [id])
            .map { TakenEvidence(evidence: try Self.evidence(from: $0), counts: !($0["outgrown"] as Bool)) }
    }

    /// The codes that were mailed for a request, as far as they are still kept, the newest last.
    package func mailedCodes(of id: String) throws -> [MailedCode] {
        try Row.fetchAll(
            database,
            cached: "SELECT sentOn, validUntil, fate FROM challenge WHERE request = ? ORDER BY id",
            arguments: [id]
        ).map { MailedCode(sentOn: try $0.day("sentOn"), validUntil: try $0.day("validUntil"), fate: $0["fate"]) }
    }
}
