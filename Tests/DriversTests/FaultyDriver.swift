import ExporterKit
import ExporterTesting
import Synchronization

/// A driver over two people in memory that breaks one rule of the contract, or none.
struct FaultyDriver: Driver, Source {
    let name = "faulty"
    let settings = DriverSettings()
    private var isGone = false
    let fault: ExporterContract.Rule?
    private let calls = Calls()

    init(breaking fault: ExporterContract.Rule?) { self.fault = fault }

    private final class Calls: Sendable {
        private let count = Mutex(0)
        /// How often this was called before.
        func next() -> Int {
            count.withLock { count in
                defer { count += 1 }
                return count
            }
        }
    }

    /// A document that is whole at its first reading only.
    private struct Document: DocumentContent {
        let isWholeOnce: Bool
        private let calls = Calls()

        init(isWholeOnce: Bool) { self.isWholeOnce = isWholeOnce }

        func read(_ piece: (UnsafeRawBufferPointer) throws -> Void) throws {
            // The snapshot of a record reads once, too.
            guard !isWholeOnce || calls.next() == 0 else { return }
            try [1, 2, 3].withUnsafeBytes(piece)
        }
    }

    func open(_ system: SystemDescription, _ context: DriverContext) async throws -> any Source {
        var source = self
        source.isGone = system.connection.utf8.count > 5
        return source
    }

    func check() async -> [DriverFinding] {
        guard fault == .checkIsClean || isGone else { return [] }
        return [DriverFinding(collection: nil, field: "connection", problem: "it is wrong", fix: "mend it")]
    }

    func read(
        _ collection: CollectionDescription,
        for questions: [Question],
        yield: (_ record: RecordBuffer, _ question: Int) throws -> Void
    ) async throws {
        if fault != .cancellationStops { try Task.checkCancellation() }
        if isGone {
            let asked = fault == .failureNamesNobody ? questions.first?.identifiers.first?.text ?? "" : "it"
            throw SourceFailure(.unreachable, "\(asked) is not there")
        }
        let call = calls.next()
        for (number, question) in questions.enumerated() {
            let isOff = (fault == .callsDoNotMix && call > 0) || (fault == .questionsDoNotMix && number > 0)
            for value in isOff ? [] : found(by: question, call) {
                do {
                    try yield(record(value), number)
                } catch  where fault == .errorsOfTakerReturn {
                    throw SourceFailure(.queryFailed, "somebody did not take a record")
                }
            }
        }
    }

    func holdsNobody(_ collection: CollectionDescription) async throws -> Bool { false }

    private func found(by question: Question, _ call: Int) -> [String] {
        let values = question.identifiers.map(\.text)
        let isTurned = fault == .sameQuestionSameRecords && call % 2 == 1
        switch fault {
        case .knownIsFound: return []
        case .unknownYieldsNothing: return ["ada"]
        case .emptyYieldsNothing where values.isEmpty: return ["ada"]
        case .patternsYieldNothing where values.contains("%"): return ["ada"]
        case .recordsCarryTheirIdentifier where values.contains("ada"): return ["bob"]
        default: return values.contains("ada") ? (isTurned ? ["ADA", "ada"] : ["ada", "ADA"]) : []
        }
    }

    private func record(_ email: String) -> RecordBuffer {
        var record = RecordBuffer()
        record.append(.text, email.utf8)
        if fault != .cellForEachField {
            record.append(document: Document(isWholeOnce: fault == .documentsCanBeRead), named: "a".utf8)
        }
        return record
    }
}
