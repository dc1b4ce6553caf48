import Dispatch
import ExporterKit

/// Runs work for at most so many seconds.
///
/// The timer stands outside Swift's thread pool, because drivers may block all of its threads in C libraries.
package func withTimeLimit<Value: Sendable>(
    seconds: Int,
    system: String,
    _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    let task = Task { try await work() }
    let timer = DispatchSource.makeTimerSource(queue: .global())
    timer.schedule(deadline: .now() + .seconds(seconds))
    timer.setEventHandler { task.cancel() }
    timer.resume()
    defer { timer.cancel() }
    do {
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    } catch  where task.isCancelled && !Task.isCancelled {
        throw SourceFailure(
            .timedOut,
            "\(system) took longer than \(seconds) seconds",
            hint: "try again, or raise time_limit in its exporter.yaml",
            retryable: true
        )
    }
}
