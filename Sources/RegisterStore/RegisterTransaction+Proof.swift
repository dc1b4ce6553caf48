import Foundation
import GRDB
package import Cases
package import Groundwork

/// A one-time code that was mailed; the code itself is not kept.
package struct Challenge: Sendable {
    package let number: Int64
    package let sentOn: CivilDay
    package let validUntil: CivilDay
    package let digest: [UInt8]
    package let isOpen: Bool
}

/// What was checked, by whom, when; never a copy of a document.
package struct Evidence: Sendable, Codable, Hashable {
    /// The method's word for a mailed code that came back.
    package static let returnedCode = "mailed-code"
    /// The word for the decision not to verify.
    package static let waived = "waived"

    package var method: String
    package var checkedBy: String
    package var checkedAt: String
    /// The kinds of facts or the kind of document; never a value or a number.
    package var detail: String?
    /// The doubts that it settles.
    package var settles: [Doubt.Kind]

    package init(
        method: String,
        checkedBy: String,
        checkedAt: String,
        detail: String? = nil,
        settles: [Doubt.Kind]
    ) {
        self.method = method
        self.checkedBy = checkedBy
        self.checkedAt = checkedAt
        self.detail = detail
        self.settles = settles
    }
}

extension RegisterTransaction {
    /// Stores a mailed code's digest, and voids those before it.
    package func insertChallenge(request id: String, sentOn: CivilDay, validUntil: CivilDay, digest: [UInt8]) throws {
        try voidChallenges(of: id)
        try database.execute(
            cached: "INSERT INTO challenge (request, sentOn, validUntil, digest) VALUES (?, ?, ?, ?)",
            arguments: [id, sentOn.description, validUntil.description, Data(digest)]
        )
    }

    /// The codes that were mailed for a request, the newest last.
    package func challenges(of id: String) throws -> [Challenge] {
        try Row.fetchAll(database, cached: "SELECT * FROM challenge WHERE request = ? ORDER BY id", arguments: [id])
            .map { row in
                Challenge(
                    number: row["id"],
                    sentOn: try row.day("sentOn"),
                    validUntil: try row.day("validUntil"),
                    digest: Array(row["digest"] as Data),
                    isOpen: (row["fate"] as String?) == nil
                )
            }
    }

    /// Makes the open codes of a request worthless.
    package func voidChallenges(of id: String) throws {
        try database.execute(
            cached: "UPDATE challenge SET fate = 'voided' WHERE request = ? AND fate IS NULL",
            arguments: [id]
        )
    }

    /// Notes that a code was returned: it works once.
    package func use(_ challenge: Challenge) throws {
        try database.execute(cached: "UPDATE challenge SET fate = 'used' WHERE id = ?", arguments: [challenge.number])
    }

    /// Stores a piece of evidence.
    package func insert(_ evidence: Evidence, for id: String) throws {
        try database.execute(
            cached: """
                INSERT INTO evidence (request, method, checkedBy, checkedAt, detail, settles) VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id, evidence.method, evidence.checkedBy, evidence.checkedAt, evidence.detail,
                evidence.settles.map(\.rawValue).joined(separator: " "),
            ]
        )
    }

    /// The evidence that still counts, oldest first.
    package func evidence(of id: String) throws -> [Evidence] {
        try Row.fetchAll(
            database,
            cached: "SELECT * FROM evidence WHERE request = ? AND outgrown = 0 ORDER BY id",
            arguments: [id]
        ).map(Self.evidence(from:))
    }

    static func evidence(from row: Row) throws -> Evidence {
        Evidence(
            method: row["method"],
            checkedBy: row["checkedBy"],
            checkedAt: row["checkedAt"],
            detail: row["detail"],
            settles: try (row["settles"] as String).split(separator: " ").map { word in
                guard let kind = Doubt.Kind(rawValue: String(word)) else { throw Row.unknown("settles") }
                return kind
            }
        )
    }

    /// Lets evidence no longer count, because the request has changed under it; a returned code may be kept.
    package func outgrowEvidence(of id: String, exceptReturnedCode: Bool = false) throws {
        let kept = exceptReturnedCode ? Evidence.returnedCode : ""
        try database.execute(
            cached: "UPDATE evidence SET outgrown = 1 WHERE request = ? AND method <> ?",
            arguments: [id, kept]
        )
    }

    /// Notes whom evidence named.
    ///
    /// Evidence about another candidate no longer counts: it was not about this one.
    /// - Returns: whether somebody else was named before.
    package func choose(_ candidate: Candidate, of id: String) throws -> Bool {
        let named = ChosenSubject(identifiers: candidate.identifiers.map(KnownIdentifier.init))
        let before = try chosenSubject(of: id)
        let isAnother = before != nil && before != named
        if isAnother { try outgrowEvidence(of: id, exceptReturnedCode: true) }
        try database.execute(
            cached: "UPDATE request SET chosen = ? WHERE id = ?",
            arguments: [try vault(of: id).seal(named, context: "chosen \(id)"), id]
        )
        return isAnother
    }

    /// Whom evidence named, or nil.
    package func chosenSubject(of id: String) throws -> ChosenSubject? {
        let blob = try Data.fetchOne(database, cached: "SELECT chosen FROM request WHERE id = ?", arguments: [id])
        return try blob.map { try vault(of: id).open(ChosenSubject.self, from: $0, context: "chosen \(id)") }
    }
}
