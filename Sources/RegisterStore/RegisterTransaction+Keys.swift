import Cryptography
import Foundation
import GRDB
package import Cases
package import Groundwork

/// The vaults of the requests that a transaction has come by.
final class RequestVaults {
    fileprivate var known: [String: Vault] = [:]
}

extension RegisterTransaction {
    /// The vault in which everything lies that is sealed for a request, under a key of its own.
    ///
    /// The register's own where there is no such key: the request is older than the keys, or its key was destroyed and
    /// nothing about a person is sealed for it any more.
    package func vault(of id: String) throws -> Vault {
        if let known = vaults.known[id] { return known }
        let sealed = try Data.fetchOne(
            database,
            cached: "SELECT key FROM requestKey WHERE request = ?",
            arguments: [id]
        )
        let own = try sealed.map { try vault.open(Data.self, from: $0, context: "key \(id)") }
        let found = own.map { Vault(key: SecretKey($0)) } ?? vault
        vaults.known[id] = found
        return found
    }

    /// Gives a new request its key.
    func makeKey(of id: String) throws {
        let key = Data(surroundings.randomBytes(32))
        try database.execute(
            cached: "INSERT INTO requestKey (request, key) VALUES (?, ?)",
            arguments: [id, try vault.seal(key, context: "key \(id)")]
        )
    }

    /// Destroys the key of a request: what was sealed under it can be opened no more, wherever a copy of it lies.
    func destroyKey(of id: String) throws {
        try database.execute(cached: "DELETE FROM requestKey WHERE request = ?", arguments: [id])
        try forgetWords(of: id)
        vaults.known[id] = nil
        // That there is no passphrase any more is told under the register's key.
        try forgetPassphrases(of: id)
    }

    /// Removes the evidence and the codes of a request.
    package func forgetEvidence(of id: String) throws {
        for table in ["evidence", "challenge"] {
            try database.execute(cached: "DELETE FROM \(table) WHERE request = ?", arguments: [id])
        }
    }

    /// The finished requests that still say who asked, with the moment in UTC at which each was finished.
    package func finishedRequests() throws -> [(request: Request, closedOn: CivilDay, time: String)] {
        try Row.fetchAll(
            database,
            cached: "SELECT id, substr(closedAt, 1, 10) AS closedOn, substr(closedAt, 11) AS time FROM request "
                + "WHERE closedAt IS NOT NULL AND purgedAt IS NULL ORDER BY closedAt, id"
        ).compactMap { row in
            guard let request = try request(row["id"]), request.state.isFinal else { return nil }
            return (request, try row.day("closedOn"), row["time"])
        }
    }
}
