import Synchronization

/// Says to code that cannot ask its task that it is to stop.
package final class StopFlag: Sendable {
    private let raised = Atomic(false)

    package init() {}

    package func raise() { raised.store(true, ordering: .relaxed) }

    package var isRaised: Bool { raised.load(ordering: .relaxed) }
}
