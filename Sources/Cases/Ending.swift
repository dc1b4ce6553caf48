/// How something that was asked ends, as a value; the command says it as an exit status.
package enum Ending: Sendable, CaseIterable {
    /// It is done.
    case done
    /// Something failed that nobody thought of.
    case unexpected
    /// It was asked in a way in which nothing can be asked.
    case usage
    /// The configuration or an exporter is invalid.
    case configuration
    /// Somebody is waited for.
    case waiting
    /// A source failed, and the answer is held.
    case sourceFailed
    /// Delivery failed, and will be tried again.
    case deliveryFailed
    /// Somebody else works on the same.
    case heldBySomebodyElse
    /// An archive, the register or the audit is not as it was written.
    case integrityBroken
    /// It is not possible in this state.
    case notInThisState

    /// What it means, in a sentence.
    package var meaning: String {
        switch self {
        case .done: "done"
        case .unexpected: "unexpected failure"
        case .usage: "wrong use of the command"
        case .configuration: "configuration or exporter invalid"
        case .waiting: "waiting for somebody; `next` says for what"
        case .sourceFailed: "a source failed, the answer is held"
        case .deliveryFailed: "delivery failed, it will be tried again"
        case .heldBySomebodyElse: "somebody else holds this request"
        case .integrityBroken: "integrity broken: archive, register or audit chain"
        case .notInThisState: "not possible in this state"
        }
    }
}
