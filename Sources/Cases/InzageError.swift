/// What keeps a command from doing what was asked; never holds personal data.
package struct InzageError: Error, Sendable, CustomStringConvertible {
    /// How the command ends.
    package let exit: ExitStatus
    /// What happened, one sentence, lower case, without a full stop.
    package let message: String
    /// What to do about it.
    package let hint: String?

    package init(_ exit: ExitStatus, _ message: String, hint: String? = nil) {
        self.exit = exit
        self.message = message
        self.hint = hint
    }

    package var description: String { hint.map { "\(message) (hint: \($0))" } ?? message }
}

/// How a command ends; the table stands in the README and in each command's help.
package enum ExitStatus: Int32, Sendable, CaseIterable {
    case done = 0
    case unexpected = 1
    case usage = 2
    case configuration = 3
    case waiting = 4
    case sourceFailed = 5
    case deliveryFailed = 6
    case heldBySomebodyElse = 7
    case integrityBroken = 8
    case notInThisState = 9

    /// What it means, for the help.
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
