import RegisterStore
package import Cases
import GatheringStage
import IntakeStage

/// The letters beside an answer, and what they decide; each act holds the request's lease.
extension Pipeline {
    /// Takes more time.
    package func extend(_ id: String, reason: String) async throws -> SentLetter {
        try await holding(id) { try await correspondence.extend($0, reason: reason) }
    }

    /// Refuses a request on a ground.
    package func refuse(_ id: String, ground: String, reason: String) async throws -> SentLetter {
        try await holding(id) { try await correspondence.refuse($0, ground: ground, reason: reason) }
    }

    /// Confirms what people carried out; of an erasure, also what a law keeps.
    ///
    /// - Parameters:
    ///   - kept: categories that stay beside those that a law keeps, each with its ground.
    ///   - anyway: confirm though places are not ticked off, or though the data itself is still asked for.
    package func grant(_ id: String, kept: [String: String] = [:], anyway: Bool = false) async throws -> SentLetter {
        try await holding(id) { request in
            try checkCarriedOut(request, anyway: anyway)
            return try await correspondence.grant(request, kept: intake.kept(by: request, also: kept))
        }
    }

    /// The letter that says that a request came in; mailed where that is ordered.
    package func acknowledge(_ id: String, sending: Bool) async throws -> SentLetter {
        try await holding(id) { request in
            if sending { return try await correspondence.sendAcknowledgement(of: request) }
            return .shown(try correspondence.acknowledgement(of: request))
        }
    }

    /// How a question for more identification goes out.
    package enum Way: Sendable {
        /// Only shown.
        case shown
        case mailed
        /// People posted it; it is noted that it was asked.
        case posted
    }

    /// The letter that asks for what is missing.
    package func askForMore(_ id: String, _ way: Way) async throws -> SentLetter {
        try await holding(id) { request in
            if way == .shown {
                return .shown(try await correspondence.moreIdentification(for: request))
            }
            return try await correspondence.ask(request, byPost: way == .posted)
        }
    }

    /// A letter as it would go today; nothing is stored, and nothing goes.
    package func preview(_ kind: PreviewedLetter, of id: String) throws -> SentLetter {
        let request = try intake.request(id)
        return .shown(try correspondence.preview(kind, of: request))
    }

    /// Where it was looked for a request so far, as the letter says that holds nothing.
    package func searchSummary(of id: String) throws -> SearchSummary {
        try gathering.searchSummary(of: intake.request(id))
    }

    private func holding(_ id: String, _ act: (Request) async throws -> SentLetter) async throws -> SentLetter {
        let lease = try Lease(request: id, inFolder: folder)
        defer { withExtendedLifetime(lease) {} }
        try checkLooked(id)
        return try await act(intake.request(id))
    }
}
