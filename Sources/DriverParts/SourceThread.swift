import Dispatch
import Foundation
import Synchronization

/// Runs what blocks on a thread of its own.
///
/// Reading a file or waiting for a lock blocks its thread, and the pool on which tasks run has one for each core: two
/// slow sources would keep the clock that limits them, and everything else, from running. Here no job waits for another
/// one: it gets a thread that is idle, or a new one.
package final class SourceThread: TaskExecutor {
    /// The executor itself, for a task that blocks all the time.
    package static let shared = SourceThread()

    /// How long a thread stays without work; a task comes back here whenever it waited for something.
    private static let patience = DispatchTimeInterval.seconds(10)

    private struct State {
        var jobs: [UnownedJob] = []
        /// Threads without a job, never fewer than jobs without a thread.
        var idle = 0
    }

    private let state = Mutex(State())
    /// Signalled once for each job.
    private let ready = DispatchSemaphore(value: 0)

    /// Runs a body of the calling task on a thread of its own.
    package static func run<Result>(_ body: () throws -> Result) async throws -> Result {
        try await withTaskExecutorPreference(shared) { try body() }
    }

    /// Runs a job.
    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let needsThread = state.withLock { state in
            state.jobs.append(job)
            guard state.jobs.count > state.idle else { return false }
            state.idle += 1
            return true
        }
        if needsThread { Thread.detachNewThread { self.work() } }
        ready.signal()
    }

    private func work() {
        while true {
            guard ready.wait(timeout: .now() + Self.patience) == .success else {
                if leaves() { return }
                continue
            }
            takeJob().runSynchronously(on: asUnownedTaskExecutor())
            state.withLock { $0.idle += 1 }
        }
    }

    private func takeJob() -> UnownedJob {
        state.withLock { state in
            state.idle -= 1
            return state.jobs.removeFirst()
        }
    }

    private func leaves() -> Bool {
        state.withLock { state in
            guard state.jobs.count < state.idle else { return false }
            state.idle -= 1
            return true
        }
    }
}
