import ExporterKit

/// How often a question is asked again where the failure may pass by itself, and how long is waited before.
package struct Retries: Sendable {
    private let waits: [Duration]

    /// Makes so many retries, each after about so long a wait.
    package init(waits: [Duration]) { self.waits = waits }

    /// Two more times, after a short wait and a longer one.
    package static let patient = Retries(waits: [.milliseconds(400), .seconds(2)])
    /// Never.
    package static let none = Retries(waits: [])

    /// Asks once, and again while the failure is passing and nothing was said yet.
    ///
    /// - Parameter hasSpoken: whether something was handed on, which cannot be taken back.
    func run<Result>(unless hasSpoken: () -> Bool, _ ask: () async throws -> Result) async throws -> Result {
        for wait in waits {
            do {
                return try await ask()
            } catch let failure as SourceFailure where failure.isPassing && !hasSpoken() {
                // Between half the wait and one and a half, so that many who failed at once do not come back at once.
                try await Task.sleep(for: wait * Double.random(in: 0.5...1.5))
            }
        }
        return try await ask()
    }
}
