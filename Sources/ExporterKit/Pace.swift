/// How often a system may be asked: whoever asks waits for their turn.
public actor Pace {
    private let gap: Duration
    private var next: ContinuousClock.Instant?

    /// A pace of so many questions a second, or of as many as come.
    public init(perSecond: Int? = nil) {
        gap = perSecond.map { .seconds(1) / max($0, 1) } ?? .zero
    }

    /// Waits until the system may be asked again.
    public func wait() async throws {
        guard gap > .zero else { return }
        let now = ContinuousClock.now
        let turn = max(next ?? now, now)
        next = turn + gap
        if turn > now { try await Task.sleep(until: turn, clock: .continuous) }
    }
}
