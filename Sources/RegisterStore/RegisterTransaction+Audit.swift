import GRDB
import Groundwork

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
        entry.hash = auditChain.hash(of: entry)
        try database.execute(
            cached: """
                INSERT INTO audit (number, at, operator, action, request, purpose, counts, previous, hash, keyed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
                """,
            arguments: [
                entry.number, entry.at, entry.operator, entry.action, entry.request, entry.purpose,
                try AuditChain.text(entry.counts), entry.previous, entry.hash,
            ]
        )
    }

    /// The number of the newest entry; 0 where there is none.
    package func lastAuditNumber() throws -> Int64 {
        try Int64.fetchOne(database, cached: "SELECT max(number) FROM audit") ?? 0
    }

    /// What was done in a request after an entry of the audit, oldest first.
    package func actions(in id: String, after number: Int64) throws -> [String] {
        try String.fetchAll(
            database,
            cached: "SELECT action FROM audit WHERE number > ? AND request = ? ORDER BY number",
            arguments: [number, id]
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
                hash: row["hash"],
                isKeyed: row["keyed"]
            )
        }
    }
}
