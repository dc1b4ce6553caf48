import ExporterKit
import Synchronization

/// A store that counts how often it is opened, asked and closed, and fails as often as a test wants.
final class FlakyDriver: Driver {
    struct Counts: Sendable, Equatable {
        var opened = 0
        var asked = 0
        var closed = 0
    }

    let name = "flaky"
    let settings = DriverSettings()
    private let state: Mutex<(counts: Counts, failures: [SourceFailure], secrets: [String])>
    private let yieldsFirst: Bool

    /// - Parameter yieldsFirst: whether a record comes before a failure.
    init(failing failures: [SourceFailure] = [], yieldsFirst: Bool = false) {
        state = Mutex((Counts(), failures, []))
        self.yieldsFirst = yieldsFirst
    }

    var counts: Counts { state.withLock { $0.counts } }
    /// The secrets it was opened with.
    var secrets: [String] { state.withLock { $0.secrets } }

    func open(_ system: SystemDescription, _ context: DriverContext) async throws -> any Source {
        state.withLock { state in
            state.counts.opened += 1
            if let secret = context.secret { state.secrets.append(secret.reveal()) }
        }
        return Opened(driver: self)
    }

    private struct Opened: Source {
        let driver: FlakyDriver

        func check() async -> [DriverFinding] { [] }

        func read(
            _ collection: CollectionDescription,
            for questions: [Question],
            yield: (RecordBuffer, Int) throws -> Void
        ) async throws {
            let failure = driver.state.withLock { state -> SourceFailure? in
                state.counts.asked += 1
                return state.failures.isEmpty ? nil : state.failures.removeFirst()
            }
            if failure == nil || driver.yieldsFirst {
                for number in questions.indices {
                    try yield(RecordBuffer(cells: [.text(Array("ada@example.org".utf8))]), number)
                }
            }
            if let failure { throw failure }
        }

        func holdsNobody(_ collection: CollectionDescription) async throws -> Bool { false }

        func close() async { driver.state.withLock { $0.counts.closed += 1 } }
    }
}
