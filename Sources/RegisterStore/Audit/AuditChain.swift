import Cryptography
import Foundation
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
    /// The hash of the entry before, 64 hexadecimal digits; zeros at the beginning.
    package var previous: String
    package var hash: String
    /// Whether the hash is made under the register's key; those of earlier editions are not.
    package var isKeyed = true

    private enum CodingKeys: String, CodingKey {
        case number, at, `operator`, action, request, purpose, counts, previous, hash
    }

    /// Everything but the hash, in a fixed order with unambiguous borders.
    fileprivate var message: [UInt8] {
        let countsText = counts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
        let parts = [String(number), at, self.operator, action, request ?? "-", purpose, countsText, previous]
        return parts.flatMap { "\($0.utf8.count):\($0)\n".utf8 }
    }
}

/// Where the audit chain breaks.
package struct AuditBreak: Sendable, Hashable, Codable {
    package let number: Int64
    package let problem: String
}

/// The chain of audit entries (RFC 9162 has the idea): each carries the hash of the one before, made under a key.
///
/// Who can write the register and has not its key can add nothing, and change nothing before the first entry that has
/// the key. Entries that an earlier edition wrote have a SHA-256 that anybody can compute.
package struct AuditChain: Sendable {
    private let key: SecretKey

    /// Checks and makes hashes under a key.
    init(key: SecretKey) { self.key = key }

    /// The HMAC with SHA-256 of an entry, or what an earlier edition took.
    func hash(of entry: AuditEntry) -> String {
        let message = entry.message
        return (entry.isKeyed ? key.authenticationCode(for: message) : SHA256.digest(of: message)).hexadecimal
    }

    /// What the first entry carries as its predecessor's hash.
    static let beginning = String(repeating: "0", count: 64)

    /// Finds an edit, a deletion and a reordering (case 101); a cut tail shows only against an outside anchor.
    package func breaks(in entries: [AuditEntry]) -> [AuditBreak] {
        var breaks: [AuditBreak] = []
        var previous = Self.beginning
        var expected: Int64 = 1
        var hasKey = false
        for entry in entries {
            if entry.number != expected {
                breaks.append(AuditBreak(number: entry.number, problem: "an entry before it is missing"))
            }
            if entry.previous != previous {
                breaks.append(AuditBreak(number: entry.number, problem: "it does not follow the entry before it"))
            }
            if entry.hash != hash(of: entry) {
                breaks.append(AuditBreak(number: entry.number, problem: "it was edited"))
            }
            if hasKey, !entry.isKeyed {
                breaks.append(AuditBreak(number: entry.number, problem: "it is not under the register's key"))
            }
            hasKey = hasKey || entry.isKeyed
            previous = entry.hash
            expected = entry.number + 1
        }
        return breaks
    }

    /// Requests that are there and of which no entry tells, because somebody took the entries away (case 101).
    ///
    /// Each was audited in the transaction that opened it.
    package func untold(_ requests: [String], in entries: [AuditEntry]) -> [AuditBreak] {
        let told = Set(entries.compactMap(\.request))
        let next = (entries.last?.number ?? 0) + 1
        return requests.filter { !told.contains($0) }.sorted()
            .map { AuditBreak(number: next, problem: "no entry tells of request \($0), which is there") }
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
