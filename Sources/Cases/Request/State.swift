/// Where a request stands.
package enum State: String, Sendable, Codable, CaseIterable {
    case received
    case awaitingIdentity = "awaiting identity"
    case verified
    case gathered
    case sealed
    case delivered
    case closed
    case refused
    case withdrawn
    /// Nothing leads here any more; registers of earlier editions may hold it.
    case onHold = "on hold"

    /// Whether the answer is not sealed yet, so that what is in it can still be changed.
    package var precedesSeal: Bool { [.received, .awaitingIdentity, .verified, .gathered].contains(self) }

    /// Whether nothing more will happen unless somebody reopens it.
    package var isFinal: Bool { [.closed, .refused, .withdrawn].contains(self) }

    /// The states that may follow, beside the state itself; `docs/states.md` has the table.
    package var mayBecome: Set<State> {
        // Whoever asked may take it back, and whoever answers may close or refuse it, until it is answered.
        let ends: Set<State> = [.closed, .refused, .withdrawn]
        // Somebody misses something: what was proven stays good, or is to be proven anew.
        let reopened: Set<State> = [.received, .verified]
        return switch self {
        case .received: ends.union([.awaitingIdentity, .verified, .delivered])
        case .awaitingIdentity: ends.union([.verified, .delivered])
        case .verified: ends.union([.awaitingIdentity, .gathered, .delivered])
        case .gathered: ends.union([.awaitingIdentity, .verified, .sealed, .delivered])
        case .sealed: ends.union(reopened).union([.awaitingIdentity, .delivered])
        case .delivered: reopened.union([.closed])
        case .refused: reopened.union([.closed])
        case .closed, .withdrawn: reopened
        case .onHold: ends.union(reopened)
        }
    }

    /// The next state of a request, if it may follow.
    package func becoming(_ next: State, of id: String) throws(InzageError) -> State {
        guard self == next || mayBecome.contains(next) else {
            throw InzageError(.notInThisState, "request \(id) is \(rawValue) and cannot become \(next.rawValue)")
        }
        return next
    }
}
