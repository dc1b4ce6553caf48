import Cryptography
import Foundation
import GRDB
import Groundwork

/// One thing that somebody did; no personal data, only ids and counts.
package struct AuditEntry: Sendable, Codable, Hashable {
    package var number: Int64
    package var at: String
    package var `operator`: String
    package var action: String
    package var request: String?
    package var purpose: String
    package var counts: [String: Int]
    /// The SHA-256 of the entry before, 64 hexadecimal digits; zeros at the beginning.
    package var previous: String
    package var hash: String

    /// The SHA-256 over everything but the hash, in a fixed order with unambiguous borders.
    var computedHash: String {
        var hasher = RunningSHA256()
        let countsText = counts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
        let parts = [String(number), at, self.operator, action, request ?? "-", purpose, countsText, previous]
        for part in parts { hasher.update(Array("\(part.utf8.count):\(part)\n".utf8)) }
        return hasher.finish().hexadecimal
    }
}

/// Where the audit chain breaks.
package struct AuditBreak: Sendable, Hashable, Codable {
    package let number: Int64
    package let problem: String
}

extension RegisterTransaction {
    /// Appends an entry to the chain, within the transaction of what it tells.
    package func audit(
        _ action: String,
        request: String? = nil,
        purpose: String = "answering a data subject",
        counts: [String: Int] = [:]
    ) throws {
        let last = try Row.fetchOne(database, cached: "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1")
        var entry = AuditEntry(
            number: (last?["number"] ?? 0) + 1,
            at: surroundings.timestamp,
            operator: surroundings.operatorName,
            action: action,
            request: request,
            purpose: purpose,
            counts: counts,
            previous: last?["hash"] ?? AuditChain.beginning,
            hash: ""
        )
        entry.hash = entry.computedHash
        try database.execute(
            cached: "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                entry.number, entry.at, entry.operator, entry.action, entry.request, entry.purpose,
                try AuditChain.text(entry.counts), entry.previous, entry.hash,
            ]
        )
    }

    /// The audit, oldest first; of one request where one is named.
    package func auditEntries(request: String? = nil) throws -> [AuditEntry] {
        let rows =
            try request.map {
                try Row.fetchAll(
                    database,
                    cached: "SELECT * FROM audit WHERE request = ? ORDER BY number",
                    arguments: [$0]
                )
            } ?? Row.fetchAll(database, cached: "SELECT * FROM audit ORDER BY number")
        return rows.map { row in
            AuditEntry(
                number: row["number"],
                at: row["at"],
                operator: row["operator"],
                action: row["action"],
                request: row["request"],
                purpose: row["purpose"],
                counts: AuditChain.counts(row["counts"]),
                previous: row["previous"],
                hash: row["hash"]
            )
        }
    }
}

/// The chain of audit entries (RFC 9162 has the idea): each carries the hash of the one before.
package enum AuditChain {
    /// What the first entry carries as its predecessor's hash.
    static let beginning = String(repeating: "0", count: 64)

    /// Finds an edit, a deletion and a reordering (case 101); a cut tail shows only against an outside anchor.
    package static func breaks(in entries: [AuditEntry]) -> [AuditBreak] {
        var breaks: [AuditBreak] = []
        var previous = beginning
        var expected: Int64 = 1
        for entry in entries {
            if entry.number != expected {
                breaks.append(AuditBreak(number: entry.number, problem: "an entry before it is missing"))
            }
            if entry.previous != previous {
                breaks.append(AuditBreak(number: entry.number, problem: "it does not follow the entry before it"))
            }
            if entry.hash != entry.computedHash {
                breaks.append(AuditBreak(number: entry.number, problem: "it was edited"))
            }
            previous = entry.hash
            expected = entry.number + 1
        }
        return breaks
    }

    static func text(_ counts: [String: Int]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(counts), as: UTF8.self)
    }

    /// Counts that cannot be read are not the empty ones that an entry may have had: the hash must not fit them.
    static func counts(_ text: String) -> [String: Int] {
        (try? JSONDecoder().decode([String: Int].self, from: Data(text.utf8))) ?? ["unreadable": 1]
    }
}
