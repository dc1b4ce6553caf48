import Foundation
import GRDB
package import Cases
import Groundwork

/// Something that a person decided about an answer.
package struct Decision: Sendable {
    /// What sort of decision.
    package enum Kind: String, Sendable {
        /// A source's silence is accepted and disclosed.
        case gap
        /// A collection, record or field is cut on a ground.
        case withhold
        /// A redacted version stands in place of a document.
        case replacement
        /// A file that a colleague found.
        case addition
        /// A colleague looked and found nothing.
        case nothing
        /// A remark.
        case note
        /// The check of identity is waived.
        case waiver
        /// More time is taken.
        case `extension`
        /// What was asked is not done, or not all of it.
        case refusal
        /// What was asked was carried out by people.
        case grant
    }

    /// What the register knows it by.
    package var id: Int64
    package var kind: Kind
    /// A system, `SYSTEM/COLLECTION[/KEY[/FIELD]]`, or a category.
    package var target: String
    package var detail: DecisionDetail
    package var decidedAt: String
    package var decidedBy: String

    /// The target of a note that evidence was taken though the name on file differs.
    package static let nameDiffers = "name differs"

    /// Whether it can be taken back before the answer is sealed.
    package var canBeUndone: Bool { [.gap, .withhold, .replacement, .addition, .nothing].contains(kind) }
}

/// The part of a decision that may hold personal data; sealed in the register.
package struct DecisionDetail: Sendable, Codable {
    package var ground: String?
    package var reason: String?
    /// Where the file of an addition, or of a redacted version, lies in the spool.
    package var file: GatheredFile?
    /// The whole target of `withhold` or `replace`, whose key may be personal.
    package var target: CutTarget?

    package init(ground: String? = nil, reason: String? = nil, file: GatheredFile? = nil, target: CutTarget? = nil) {
        self.ground = ground
        self.reason = reason
        self.file = file
        self.target = target
    }
}

extension RegisterTransaction {
    /// Stores a decision.
    package func insert(
        _ kind: Decision.Kind,
        target: String,
        detail: DecisionDetail,
        request id: String,
        round: Int
    ) throws {
        try database.execute(
            cached: """
                INSERT INTO decision (request, round, kind, target, detail, decidedAt, decidedBy)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id, round, kind.rawValue, target,
                try vault(of: id).seal(detail, context: "decision \(id) \(round) \(kind.rawValue) \(target)"),
                surroundings.timestamp, surroundings.operatorName,
            ]
        )
    }

    /// Takes a decision back: it is as if it had not been made, and the audit says that it was.
    package func remove(_ decision: Decision) throws {
        try database.execute(cached: "DELETE FROM decision WHERE id = ?", arguments: [decision.id])
    }

    /// The decisions of a round, oldest first.
    package func decisions(request id: String, round: Int) throws -> [Decision] {
        try Row.fetchAll(
            database,
            cached: "SELECT * FROM decision WHERE request = ? AND round = ? ORDER BY id",
            arguments: [id, round]
        ).map { row in
            let kind: Decision.Kind = try row.word("kind")
            let target: String = row["target"]
            return Decision(
                id: row["id"],
                kind: kind,
                target: target,
                detail: try vault(of: id).open(
                    DecisionDetail.self,
                    from: row["detail"],
                    context: "decision \(id) \(round) \(kind.rawValue) \(target)"
                ),
                decidedAt: row["decidedAt"],
                decidedBy: row["decidedBy"]
            )
        }
    }
}

extension DecisionDetail: Redacted {}
