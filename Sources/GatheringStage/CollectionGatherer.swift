import ExporterKit
import Cases
import RegisterStore
import Policy
import SourceReading

/// Gathers one collection, for one subject or for several in one pass.
struct CollectionGatherer: CollectionGathering {
    /// What may wait in memory to be sealed, for all subjects of a pass together.
    private static let mostWaiting = 8 << 20

    let reader: SourceReader
    let redactStaff: Bool
    let children: ChildrenPolicy?

    /// What a collection came to for each of its shares, in their order; nil for whom it holds too much to be read
    /// beside others: they ask again alone.
    ///
    /// For one subject a failure of the source is a value in the ledger, never the end of the export.
    /// - Throws: a ``SourceFailure`` where the source fails several subjects: each of them asks again alone.
    func gather(_ task: CollectionTask<CollectionShare>) async throws -> [GatheredState?] {
        do {
            return try await read(task)
        } catch let failure as SourceFailure where task.shares.count == 1 {
            var line = task.line(.failed(failure))
            line.collectedAt = task.shares[0].target.package.collectedAt
            return [GatheredState(line: line)]
        }
    }

    private func read(_ task: CollectionTask<CollectionShare>) async throws -> [GatheredState?] {
        var answers: [CollectionAnswer?] = task.shares.map {
            CollectionAnswer($0, of: task, redactStaff: redactStaff, children: children)
        }
        if answers.contains(where: { $0?.needsFirstPass == true }) {
            try await ask(task) { record, number in
                if let answer = answers[number], answer.needsFirstPass { answer.learn(from: record) }
            }
        }
        let isAlone = answers.count == 1
        var waiting = 0
        try await ask(task) { record, number in
            guard let answer = answers[number] else { return }
            waiting -= answer.waiting
            try answer.take(record)
            if isAlone || !answer.isLarge && waiting + answer.waiting <= Self.mostWaiting {
                waiting += answer.waiting
            } else {
                answers[number] = nil
            }
        }
        return try answers.map { try $0?.finish() }
    }

    private func ask(_ task: CollectionTask<CollectionShare>, yield: (RecordBuffer, Int) throws -> Void) async throws {
        let questions = task.shares.map { Question(tuples: $0.identified.tuples) }
        try await reader.read(task.collection, of: task.system, askingEach: questions) { record, number, _ in
            try yield(record, number)
        }
    }
}
