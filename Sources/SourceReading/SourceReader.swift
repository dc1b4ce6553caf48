package import ExporterKit
import Foundation

/// Asks collections through their drivers, and lets through only records that carry what was asked.
package struct SourceReader: Sendable {
    private let drivers: [String: any Driver]

    package init(drivers: [any Driver]) {
        self.drivers = Dictionary(drivers.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Reads what a collection holds for one subject, record by record, each with the tuple that it carries.
    ///
    /// Each record is checked again in Swift (case 54): SQL's own folding and collations only find candidates.
    /// - Throws: a ``SourceFailure`` when the source fails, takes too long, yields a stranger's record, or finds nothing
    ///   because it holds nobody at all.
    package func read(
        _ collection: CollectionDescription,
        of system: SystemDescription,
        asking tuples: [IdentifierTuple],
        yield: (RecordBuffer, IdentifierTuple) throws -> Void
    ) async throws {
        let question = Question(tuples: tuples).narrowed(to: collection)
        try await read(collection, of: system, askingEach: [question]) { record, _, tuple in
            try yield(record, question.tuples[tuple])
        }
    }

    /// Reads what a collection holds for several questions in one pass; each record comes with the question's number,
    /// and the place of the tuple that it carries among those that ``Question/narrowed(to:)`` leaves.
    ///
    /// An empty identifier is never sent (case 51), and a subject of whom a needed identifier is unknown is not asked
    /// about.
    /// - Parameter mayFindNobody: where nothing is concluded from finding nothing, so that an empty store is no failure.
    package func read(
        _ collection: CollectionDescription,
        of system: SystemDescription,
        askingEach questions: [Question],
        mayFindNobody: Bool = false,
        yield: (RecordBuffer, _ question: Int, _ tuple: Int) throws -> Void
    ) async throws {
        let driver = try driver(of: system)
        let asked = questions.enumerated().map { (number: $0, question: $1.narrowed(to: collection)) }
            .filter { !$0.question.isEmpty }
        guard !asked.isEmpty else { return }
        let checks = asked.map { AnswerCheck(collection, question: $0.question) }
        var count = 0
        try await driver.read(collection, of: system, for: asked.map(\.question)) { record, question in
            count &+= 1
            if count & 0x3FF == 0 { try Task.checkCancellation() }
            guard let tuple = checks[question].tuple(carriedBy: record) else {
                throw SourceFailure(
                    .strangersRecord,
                    "\(system.id)/\(collection.id) returned a record of somebody else",
                    hint: "mend its query or its match fields; nothing was packed"
                )
            }
            try yield(record, asked[question].number, tuple)
        }
        if count == 0, !mayFindNobody, !collection.mayBeEmpty { try await checkHoldsSomebody(collection, of: system) }
    }

    /// A table that a nightly job left empty says nothing about a person.
    private func checkHoldsSomebody(_ collection: CollectionDescription, of system: SystemDescription) async throws {
        guard try await driver(of: system).holdsNobody(collection, of: system) else { return }
        throw SourceFailure(
            .emptySource,
            "\(system.id)/\(collection.id) holds no record of anybody, so that it found nothing says nothing",
            hint: "see whether the job that fills it failed; where it may be empty, say may_be_empty: true",
            retryable: true
        )
    }

    /// Whether a system finds the person of the controller's own, where one is named, in every collection that can be
    /// asked by what names them; nil where it does.
    package func canaryFailure(of system: SystemDescription) async throws -> SourceFailure? {
        let canary = IdentifierTuple(system.canary)
        for collection in system.collections where canary.part(of: collection.needs) != nil {
            var isFound = false
            do {
                try await read(collection, of: system, asking: [canary]) { _, _ in isFound = true }
            } catch let failure as SourceFailure {
                return failure
            }
            guard !isFound else { continue }
            return SourceFailure(
                .canaryMissing,
                "\(system.id)/\(collection.id) does not find the canary, so what it finds of others says nothing",
                hint:
                    "see whether the system is whole, and whether the query and the canary in exporter.yaml are right",
                retryable: true
            )
        }
        return nil
    }

    private func driver(of system: SystemDescription) throws -> any Driver {
        guard let driver = drivers[system.driver] else {
            throw SourceFailure(.unreachable, "no driver is called \(system.driver)")
        }
        return driver
    }
}

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
