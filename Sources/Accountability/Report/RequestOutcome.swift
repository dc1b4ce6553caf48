import Cases
import IntakeStage

/// What became of a request, as the yearly report counts it.
package enum RequestOutcome: String, Sendable, CaseIterable {
    /// An archive went, or what people carried out was confirmed.
    case answered
    /// The answer was that nothing is held.
    case nothingHeld = "nothing held"
    case refused
    case withdrawn
    case spam
    case duplicate
    case mistake
    /// Who asked did not react any more.
    case silent
    /// Not answered yet, or reopened and not answered anew.
    case open

    /// - Parameter heldNothing: whether the last answer that went was that nothing is held.
    init(_ request: Request, heldNothing: Bool) {
        let answer: RequestOutcome = heldNothing ? .nothingHeld : .answered
        switch request.state {
        case .withdrawn: self = .withdrawn
        case .refused: self = .refused
        case .delivered: self = answer
        case .closed:
            switch request.closedBecause.flatMap(CloseReason.init) {
            case .spam: self = .spam
            case .duplicate: self = .duplicate
            case .mistake: self = .mistake
            case .silent: self = .silent
            case .nothingHeld: self = .nothingHeld
            case .answered, nil: self = answer
            }
        case .received, .awaitingIdentity, .verified, .gathered, .sealed, .onHold: self = .open
        }
    }
}
