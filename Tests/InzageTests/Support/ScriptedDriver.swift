import ExporterKit
import Foundation
import Synchronization

/// A store in memory that counts what it is asked, and answers as a test wants.
final class ScriptedDriver: Driver, Source {
    /// How a collection answers.
    enum Answer: Sendable {
        /// As a sound store: the records that carry what is asked.
        case records([[TestCell]])
        /// As a broken one: all of them, whoever is asked about.
        case everything([[TestCell]])
        case failure(SourceFailure)
        /// Some records, and then the store dies (case 55).
        case cut(after: [[TestCell]])
        /// Never ends until it is cancelled.
        case endless
    }

    /// One time that the store was asked.
    struct Call: Sendable, Hashable {
        let collection: String
        let identifiers: [Identifier]
    }

    private struct State {
        var answers: [String: Answer] = [:]
        var calls: [Call] = []
        var empty: Set<String> = []
        var passes = 0
    }

    let name = "scripted"
    let settings = DriverSettings()
    let answersManyAtOnce: Bool
    private let state = Mutex(State())

    init(_ answers: [String: Answer] = [:], manyAtOnce: Bool = false) {
        answersManyAtOnce = manyAtOnce
        state.withLock { $0.answers = answers }
    }

    /// Lets a collection answer otherwise from now on.
    func set(_ collection: String, _ answer: Answer) { state.withLock { $0.answers[collection] = answer } }

    /// Lets a collection be a table without a row.
    func setEmpty(_ collection: String) { state.withLock { _ = $0.empty.insert(collection) } }

    /// Every question so far.
    var calls: [Call] { state.withLock { $0.calls } }

    /// How often it was read, for however many people at once.
    var passes: Int { state.withLock { $0.passes } }

    /// How often a collection was asked.
    func count(_ collection: String) -> Int { calls.count { $0.collection == collection } }

    func open(_ system: SystemDescription, _ context: DriverContext) async throws -> any Source { self }

    func check() async -> [DriverFinding] { [] }

    func read(
        _ collection: CollectionDescription,
        for questions: [Question],
        yield: (_ record: RecordBuffer, _ question: Int) throws -> Void
    ) async throws {
        state.withLock { $0.passes += 1 }
        for (number, question) in questions.enumerated() {
            let answer = state.withLock { state -> Answer? in
                state.calls.append(Call(collection: collection.id, identifiers: question.identifiers))
                return state.answers[collection.id]
            }
            switch answer {
            case nil: break
            case .records(let rows):
                for row in rows.map(RecordBuffer.init(cells:)) where collection.isAnswer(row, to: question) {
                    try yield(row, number)
                }
            case .everything(let rows): for row in rows { try yield(RecordBuffer(cells: row), number) }
            case .failure(let failure): throw failure
            case .cut(let rows):
                for row in rows { try yield(RecordBuffer(cells: row), number) }
                throw SourceFailure(.malformed, "the store died half-way", retryable: true)
            case .endless: while true { try await Task.sleep(for: .milliseconds(5)) }
            }
        }
    }

    /// A scripted store says that it holds nobody only where a test says so.
    func holdsNobody(_ collection: CollectionDescription) async throws -> Bool {
        state.withLock { $0.empty.contains(collection.id) }
    }

    func sample(
        _ collection: CollectionDescription,
        limit: Int,
        yield: (_ record: RecordBuffer) throws -> Void
    ) async throws -> Bool {
        guard case .records(let rows) = state.withLock({ $0.answers[collection.id] }) else { return false }
        for row in rows.prefix(limit) { try yield(RecordBuffer(cells: row)) }
        return true
    }
}
