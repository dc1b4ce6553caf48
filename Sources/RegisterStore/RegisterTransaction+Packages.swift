import Foundation
import GRDB
package import Cases
package import Groundwork

extension RegisterTransaction {
    /// Stores a new package.
    package func insertPackage(request id: String, round: Int, packageID: String, secrets: PackageSecrets) throws {
        try database.execute(
            cached: "INSERT INTO package (request, round, packageID, collectedAt, secrets) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                id, round, packageID, surroundings.timestamp,
                try vault(of: id).seal(secrets, context: "secrets \(id) \(round)"),
            ]
        )
    }

    /// The package of a round, or nil before it is begun.
    package func package(request id: String, round: Int) throws -> PackageRecord? {
        try Row.fetchOne(
            database,
            cached: "SELECT * FROM package WHERE request = ? AND round = ?",
            arguments: [id, round]
        ).map { row in
            PackageRecord(
                request: id,
                round: round,
                packageID: row["packageID"],
                collectedAt: row["collectedAt"],
                secrets: try vault(of: id).open(
                    PackageSecrets.self,
                    from: row["secrets"],
                    context: "secrets \(id) \(round)"
                ),
                archive: archive(from: row),
                passphraseToldAt: row["passphraseToldAt"],
                deliveredAt: row["deliveredAt"]
            )
        }
    }

    private func archive(from row: Row) -> ArchiveRecord? {
        guard let name: String = row["archiveName"], let bytes: Int = row["archiveBytes"],
            let sha256: String = row["archiveSHA256"]
        else { return nil }
        return ArchiveRecord(name: name, bytes: bytes, sha256: sha256)
    }

    /// Notes the archive of a package.
    package func store(_ archive: ArchiveRecord, request id: String, round: Int) throws {
        try database.execute(
            cached: """
                UPDATE package SET archiveName = ?, archiveBytes = ?, archiveSHA256 = ? WHERE request = ? AND round = ?
                """,
            arguments: [archive.name, archive.bytes, archive.sha256, id, round]
        )
    }

    /// Notes that the passphrase was told.
    package func notePassphraseTold(request id: String, round: Int) throws {
        try note("passphraseToldAt", request: id, round: round)
    }

    /// Notes that the archive was handed over.
    package func noteDelivered(request id: String, round: Int) throws {
        try note("deliveredAt", request: id, round: round)
    }

    private func note(_ column: String, request id: String, round: Int) throws {
        try database.execute(
            cached: "UPDATE package SET \(column) = ? WHERE request = ? AND round = ?",
            arguments: [surroundings.timestamp, id, round]
        )
    }

    /// Stores what one collection came to, with what must be sealed, in place of what was there.
    package func store(_ gathered: GatheredState, request id: String, round: Int) throws {
        let line = gathered.line
        try database.execute(
            cached: """
                INSERT INTO gathered (request, round, system, collection, line, sealed) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET line = excluded.line, sealed = excluded.sealed
                """,
            arguments: [
                id, round, line.system, line.collection,
                String(decoding: try JSONEncoder().encode(line), as: UTF8.self),
                try gathered.entries.map {
                    try vault(of: id).seal($0, context: "gathered \(id) \(round) \(line.system)/\(line.collection)")
                },
            ]
        )
    }

    /// What has been gathered in a round.
    package func gathered(request id: String, round: Int) throws -> [GatheredState] {
        try Row.fetchAll(
            database,
            cached: "SELECT * FROM gathered WHERE request = ? AND round = ?",
            arguments: [id, round]
        ).map { row in
            let line = try JSONDecoder().decode(LedgerLine.self, from: Data((row["line"] as String).utf8))
            let blob: Data? = row["sealed"]
            return GatheredState(
                line: line,
                entries: try blob.map {
                    try vault(of: id).open(
                        GatheredEntries.self,
                        from: $0,
                        context: "gathered \(id) \(round) \(line.system)/\(line.collection)"
                    )
                }
            )
        }
    }
}

extension RegisterTransaction {
    /// Forgets what was gathered in a round, or only one collection of it, so that it is asked again.
    ///
    /// A release goes with it: what is gathered anew, nobody has looked at.
    package func forgetGathered(request id: String, round: Int, only collection: CollectionID? = nil) throws {
        try release(round: 0, of: id)
        guard let collection else {
            try database.execute(
                cached: "UPDATE package SET identifiers = NULL WHERE request = ? AND round = ?",
                arguments: [id, round]
            )
            return try database.execute(
                cached: "DELETE FROM gathered WHERE request = ? AND round = ?",
                arguments: [id, round]
            )
        }
        try database.execute(
            cached: "DELETE FROM gathered WHERE request = ? AND round = ? AND system = ? AND collection = ?",
            arguments: [id, round, collection.system, collection.collection]
        )
    }

    /// Forgets the passphrases of a request: its archives cannot be opened with the register's help any more.
    package func forgetPassphrases(of id: String) throws {
        let rounds = try Int.fetchAll(database, cached: "SELECT round FROM package WHERE request = ?", arguments: [id])
        for round in rounds { try forgetPassphrase(of: id, round: round) }
    }

    /// Forgets the passphrase of one archive.
    package func forgetPassphrase(of id: String, round: Int) throws {
        let forgotten = PackageSecrets(passphrase: "", pseudonymKey: [], callNumber: "")
        try database.execute(
            cached: "UPDATE package SET secrets = ?, archiveName = NULL WHERE request = ? AND round = ?",
            arguments: [try vault(of: id).seal(forgotten, context: "secrets \(id) \(round)"), id, round]
        )
    }

    /// The archives that were delivered before a day and are still kept: request, round and file name.
    package func archives(deliveredBefore day: CivilDay) throws -> [(request: String, round: Int, name: String)] {
        try Row.fetchAll(
            database,
            cached: """
                SELECT request, round, archiveName FROM package
                WHERE archiveName IS NOT NULL AND deliveredAt < ? ORDER BY request, round
                """,
            arguments: [day.description]
        ).map { ($0["request"], $0["round"], $0["archiveName"]) }
    }
}

package extension RegisterTransaction {
    /// Stores what a round knows its subject by.
    func store(_ known: KnownSubject, request id: String, round: Int) throws {
        try database.execute(
            cached: "UPDATE package SET identifiers = ? WHERE request = ? AND round = ?",
            arguments: [try vault(of: id).seal(known, context: "identifiers \(id) \(round)"), id, round]
        )
    }

    /// What a round knows its subject by, or nil before it asked.
    func knownSubject(request id: String, round: Int) throws -> KnownSubject? {
        let blob = try Data.fetchOne(
            database,
            cached: "SELECT identifiers FROM package WHERE request = ? AND round = ? AND identifiers IS NOT NULL",
            arguments: [id, round]
        )
        return try blob.map {
            try vault(of: id).open(KnownSubject.self, from: $0, context: "identifiers \(id) \(round)")
        }
    }
}
