package import Cases

extension Ending {
    /// The exit status of the command, by which scripts go.
    package var status: Int32 {
        switch self {
        case .done: 0
        case .unexpected: 1
        case .usage: 2
        case .configuration: 3
        case .waiting: 4
        case .sourceFailed: 5
        case .deliveryFailed: 6
        case .heldBySomebodyElse: 7
        case .integrityBroken: 8
        case .notInThisState: 9
        }
    }
}
