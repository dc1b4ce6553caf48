import Cryptography
import Foundation
import GRDB
package import Cases
import Groundwork

/// The words by which a claim is found again.
struct SearchWords {
    /// An address or a number as a whole, and each word of a name, folded.
    let words: Set<String>

    init(of claim: Claim) {
        var texts = [claim.email, claim.name, claim.representative?.name, claim.representative?.email]
            .compactMap(\.self)
        for identifier in claim.identifiers {
            texts.append(identifier)
            if let value = identifier.utf8.split(separator: UInt8(ascii: "="), maxSplits: 1).last {
                texts.append(String(Substring(value)))
            }
        }
        words = texts.reduce(into: []) { $0.formUnion(SearchWords(in: $1).words) }
    }

    /// The words of a text; one with an @ in it, or a number, is one word.
    init(in text: String) {
        let folded = text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).lowercased()
        let parts = folded.unicodeScalars.split { $0.properties.isWhitespace || ",;".unicodeScalars.contains($0) }
        words = Set(parts.map { String(String.UnicodeScalarView($0)) })
    }
}

extension RegisterTransaction {
    /// The requests that are about somebody in whose claim all words of a text stand, oldest first.
    ///
    /// A word is found whole; nothing else is known of what was asked before it is opened.
    package func requests(about text: String) throws -> [Request] {
        let words = SearchWords(in: text).words
        guard let first = words.first else { return [] }
        var ids = try requestIDs(with: first)
        for word in words.dropFirst() { ids.formIntersection(try requestIDs(with: word)) }
        let indexed = try ids.compactMap(request)
        // What an edition without the index wrote, and nobody changed since, is opened and looked at.
        let others = try String.fetchAll(
            database,
            cached: """
                SELECT id FROM request WHERE purgedAt IS NULL
                AND NOT EXISTS (SELECT 1 FROM requestWord WHERE request = request.id)
                """
        ).compactMap(request).filter { words.isSubset(of: SearchWords(of: $0.claim).words) }
        return try inOrder(indexed + others)
    }

    /// Of those received on one day the one that was opened first: an id is drawn by chance and says nothing.
    private func inOrder(_ requests: [Request]) throws -> [Request] {
        guard requests.count > 1 else { return requests }
        let ids = try String.fetchAll(database, cached: "SELECT id FROM request ORDER BY receivedOn, rowid")
        let places = Dictionary(uniqueKeysWithValues: zip(ids, 0...))
        return requests.sorted { places[$0.id, default: 0] < places[$1.id, default: 0] }
    }

    /// Writes down by which words a request is found.
    package func index(_ request: Request) throws {
        try forgetWords(of: request.id)
        for word in SearchWords(of: request.claim).words {
            try database.execute(
                cached: "INSERT INTO requestWord (word, request) VALUES (?, ?)",
                arguments: [digest(of: word), request.id]
            )
        }
    }

    /// Forgets by which words a request was found.
    func forgetWords(of id: String) throws {
        try database.execute(cached: "DELETE FROM requestWord WHERE request = ?", arguments: [id])
    }

    private func requestIDs(with word: String) throws -> Set<String> {
        try Set(
            String.fetchAll(
                database,
                cached: "SELECT request FROM requestWord WHERE word = ?",
                arguments: [digest(of: word)]
            )
        )
    }

    private func digest(of word: String) -> Data {
        Data(vault.key(for: "search").authenticationCode(for: Array(word.utf8)).prefix(16))
    }
}
