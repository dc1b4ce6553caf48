import Dispatch
import Foundation
import Synchronization

/// Whether somebody asked the process to end, by SIGTERM or SIGINT; it then ends after the step in hand.
final class StopSignal: Sendable {
    private struct State {
        var isAsked = false
        var sleeper: Task<Void, Never>?
    }

    private let state = Mutex(State())

    /// Whether it was asked.
    var isAsked: Bool { state.withLock { $0.isAsked } }

    /// Listens as long as what it returns lives.
    ///
    /// Who asks twice does not wait for the step: nothing is lost by that.
    func listen() -> [any DispatchSourceSignal] {
        [SIGTERM, SIGINT].map { number in
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                guard self.ask() else { _exit(128 + number) }
            }
            source.activate()
            return source
        }
    }

    /// - Returns: whether it is the first time.
    private func ask() -> Bool {
        state.withLock { state in
            defer { state.isAsked = true }
            state.sleeper?.cancel()
            return !state.isAsked
        }
    }

    /// Sleeps so many seconds, or until it is asked.
    func sleep(seconds: TimeInterval) async {
        let sleeper = Task { _ = try? await Task.sleep(for: .seconds(seconds)) }
        let isAsked = state.withLock { state in
            state.sleeper = sleeper
            return state.isAsked
        }
        if isAsked { sleeper.cancel() }
        await sleeper.value
    }
}
