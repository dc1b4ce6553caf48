import Dispatch
package import DriverParts
package import ExporterKit

/// When a source that asks its store several times for one reading may ask again, and whether it is to stop.
///
/// Used on a thread that may block: it waits there for the system's pace.
package final class Turns {
    package let stop: StopFlag
    /// Nil where the system may be asked as often as one likes.
    private let pace: Pace?
    private var hasAsked = false

    package init(_ stop: StopFlag, _ pace: Pace?) {
        self.stop = stop
        self.pace = pace
    }

    /// Waits until the store may be asked; whoever reads has waited for the first time already.
    func next() throws {
        guard !stop.isRaised else { throw CancellationError() }
        defer { hasAsked = true }
        guard hasAsked, let pace else { return }
        let isOurs = DispatchSemaphore(value: 0)
        let waiting = Task {
            try? await pace.wait()
            isOurs.signal()
        }
        while isOurs.wait(timeout: .now() + .milliseconds(20)) == .timedOut {
            guard !stop.isRaised else {
                waiting.cancel()
                throw CancellationError()
            }
        }
    }
}
