package import ExporterKit
import Foundation

/// Asks collections through their drivers, and lets through only records that carry what was asked.
package struct SourceReader: Sendable {
    private let drivers: [String: any Driver]

    package init(drivers: [any Driver]) {
        self.drivers = Dictionary(drivers.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Reads what a collection holds for one subject, record by record.
    ///
    /// Each record is checked again in Swift (case 54): SQL's own folding and collations only find candidates.
    /// - Throws: a ``SourceFailure`` when the source fails, takes too long, or yields a stranger's record.
    package func read(
        _ collection: CollectionDescription,
        of system: SystemDescription,
        asking identifiers: [Identifier],
        yield: (RecordBuffer) throws -> Void
    ) async throws {
        try await read(collection, of: system, askingEach: [identifiers]) { record, _ in try yield(record) }
    }

    /// Reads what a collection holds for several subjects in one pass; each record comes with the subject's number.
    ///
    /// An empty identifier is never sent (case 51), and a subject of whom a needed identifier is unknown is not asked
    /// about.
    package func read(
        _ collection: CollectionDescription,
        of system: SystemDescription,
        askingEach subjects: [[Identifier]],
        yield: (RecordBuffer, Int) throws -> Void
    ) async throws {
        guard let driver = drivers[system.driver] else {
            throw SourceFailure(.unreachable, "no driver is called \(system.driver)")
        }
        let asked = subjects.enumerated().map { number, identifiers in
            (number: number, question: Question(identifiers: identifiers.filter { !$0.value.isEmpty }))
        }.filter { asked in collection.needs.allSatisfy { !asked.question.values(of: $0).isEmpty } }
        guard !asked.isEmpty else { return }
        let checks = asked.map { AnswerCheck(collection, question: $0.question) }
        var count = 0
        try await driver.read(collection, of: system, for: asked.map(\.question)) { record, question in
            count &+= 1
            if count & 0x3FF == 0 { try Task.checkCancellation() }
            guard checks[question].admits(record) else {
                throw SourceFailure(
                    .strangersRecord,
                    "\(system.id)/\(collection.id) returned a record of somebody else",
                    hint: "mend its query or its match fields; nothing was packed"
                )
            }
            try yield(record, asked[question].number)
        }
    }
}

/// Runs work for at most so many seconds.
///
/// The timer stands outside Swift's thread pool, because drivers may block all of its threads in C libraries.
func withTimeLimit<Value: Sendable>(
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
