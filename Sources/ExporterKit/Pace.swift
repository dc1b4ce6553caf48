import Synchronization

/// How often a system may be asked: whoever asks waits for their turn.
public final class Pace: Sendable {
    private let gap: Duration
    private let next = Mutex<ContinuousClock.Instant?>(nil)

    /// A pace of so many questions a second, or of as many as come.
    public init(perSecond: Int? = nil) {
        gap = perSecond.map { .seconds(1) / max($0, 1) } ?? .zero
    }

    /// Waits until the system may be asked again.
    public func wait() async throws {
        guard gap > .zero else { return }
        let now = ContinuousClock.now
        let turn = next.withLock { next in
            let turn = max(next ?? now, now)
            next = turn + gap
            return turn
        }
        if turn > now { try await Task.sleep(until: turn, clock: .continuous) }
    }
}
