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
    case onHold = "on hold"

    /// Whether nothing more will happen unless somebody reopens it.
    package var isFinal: Bool { [.closed, .refused, .withdrawn].contains(self) }
}
