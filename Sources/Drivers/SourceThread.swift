import Foundation

/// Runs what blocks on a thread of its own.
///
/// Reading a file or waiting for a lock blocks its thread, and the pool on which tasks run has one for each core: two
/// slow sources would keep the clock that limits them, and everything else, from running.
package final class SourceThread: TaskExecutor {
    /// The executor itself, for a task that blocks all the time.
    package static let shared = SourceThread()

    /// Runs a body of the calling task on a thread of its own.
    static func run<Result>(_ body: () throws -> Result) async throws -> Result {
        try await withTaskExecutorPreference(shared) { try body() }
    }

    /// Runs a job.
    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        Thread.detachNewThread { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
