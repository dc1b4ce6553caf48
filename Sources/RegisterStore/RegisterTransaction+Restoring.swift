import GRDB
import Cases

/// What a register that was restored does not know: how its requests stood when it was lost.
extension RegisterTransaction {
    /// When the backup was made that a request was restored from; nil where that is settled, or never was.
    package func restoredFrom(of id: String) throws -> String? {
        try String.fetchOne(database, cached: "SELECT restoredFrom FROM request WHERE id = ?", arguments: [id])
    }

    /// Notes that a person has looked how a request stands.
    package func settleRestored(_ id: String) throws {
        try database.execute(cached: "UPDATE request SET restoredFrom = NULL WHERE id = ?", arguments: [id])
        try audit("looked at after the restore", request: id)
    }

    /// Takes for uncertain what may have gone on since a backup, and makes every code worthless.
    ///
    /// A code that was open then may have been used since. A release was given for what people had seen then; what they
    /// cut since is lost, so they look again.
    /// - Returns: the requests that a person must look at, and how many codes were open.
    func distrust(since madeAt: String) throws -> (requests: [String], codes: Int) {
        try database.execute(cached: "UPDATE challenge SET fate = 'voided' WHERE fate IS NULL")
        let codes = database.changesCount
        // Their codes are worth nothing any more.
        try database.execute(cached: "DELETE FROM outbox WHERE kind = 'code' AND handedOverAt IS NULL")
        let uncertain = try requests().filter { try !$0.state.isFinal || hasUnsentMail($0.id) }
        for request in uncertain {
            // Of two restores the older backup says since when.
            try database.execute(
                cached: "UPDATE request SET restoredFrom = coalesce(restoredFrom, ?) WHERE id = ?",
                arguments: [madeAt, request.id]
            )
            if request.state.precedesSeal { try release(round: 0, of: request.id) }
            try audit("held after a restore", request: request.id)
        }
        try audit(
            "restored from the backup of \(madeAt)",
            purpose: "keeping the register",
            counts: ["codes": codes, "held": uncertain.count]
        )
        return (uncertain.map(\.id), codes)
    }

    private func hasUnsentMail(_ id: String) throws -> Bool {
        try Bool.fetchOne(
            database,
            cached: """
                SELECT EXISTS (SELECT 1 FROM outbox WHERE request = ? AND message IS NOT NULL AND handedOverAt IS NULL)
                """,
            arguments: [id]
        ) ?? false
    }
}
