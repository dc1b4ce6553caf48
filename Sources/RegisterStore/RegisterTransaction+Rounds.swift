import GRDB
package import Cases

/// A round is one answer to a request: its package, its ledger, its decisions and its mails.
extension RegisterTransaction {
    /// Begins another answer.
    ///
    /// Cuts go along: what was withheld stays withheld. A redacted version belongs to the answer before, whose keys it is
    /// sealed under: the document it stood for is withheld on the same ground, until somebody replaces it anew. What colleagues added belongs to the answer before; where they
    /// found something, they must look again. An archive that nobody got can be opened no more.
    /// - Parameter keepingCuts: false where the answer is to be about another person.
    package func beginRound(of request: inout Request, scope: [String]? = nil, keepingCuts: Bool = true) throws {
        let before = request.round
        let cuts = try decisions(request: request.id, round: before).filter {
            keepingCuts && [.withhold, .replacement].contains($0.kind)
        }
        if let package = try package(request: request.id, round: before), package.deliveredAt == nil {
            try forgetPassphrase(of: request.id, round: before)
        }
        request.round += 1
        request.roundScope = scope
        for cut in cuts {
            var detail = cut.detail
            detail.file = nil
            try insert(.withhold, target: cut.target, detail: detail, request: request.id, round: request.round)
        }
        try audit("answer \(request.round) begun", request: request.id, counts: ["cuts": cuts.count])
    }

    /// Whether something of this round's answer exists that another answer must not mix with.
    package func hasBegunAnswer(of request: Request) throws -> Bool {
        if try package(request: request.id, round: request.round) != nil { return true }
        return try outbox(request: request.id, round: request.round).contains {
            [.archive, .nothingHeld].contains($0.kind)
        }
    }

    /// The categories in which colleagues found something for an earlier answer.
    package func categoriesAddedEarlier(to request: Request) throws -> Set<String> {
        guard request.round > 1 else { return [] }
        let earlier = try (1..<request.round).flatMap { try decisions(request: request.id, round: $0) }
        return Set(earlier.filter { $0.kind == .addition }.map(\.target))
    }

    /// Forgets whom a request was about: what proved it, what people noted, what is left of mails, and the key.
    ///
    /// The request must be written back after it, with what is left of its claim.
    package func forgetPerson(in request: Request) throws {
        try forgetProof(of: request.id)
        for statement in [
            "DELETE FROM decision WHERE request = ?", "UPDATE evidence SET detail = NULL WHERE request = ?",
            "UPDATE outbox SET message = NULL WHERE request = ?", "DELETE FROM gathered WHERE request = ?",
            "UPDATE package SET identifiers = NULL WHERE request = ?",
            "DELETE FROM receivedMail WHERE request = ?",
        ] {
            try database.execute(cached: statement, arguments: [request.id])
        }
        try destroyKey(of: request.id)
    }

    /// Forgets everything that proved who asks.
    package func forgetProof(of id: String) throws {
        try outgrowEvidence(of: id)
        try dropWork(of: id)
        try voidChallenges(of: id)
        try database.execute(cached: "UPDATE request SET subject = NULL, chosen = NULL WHERE id = ?", arguments: [id])
    }
}
