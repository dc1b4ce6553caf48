import Cases
import ExporterKit
import RegisterStore
import SourceReading

/// What is made of the records of a collection: the sealed entries of an answer, or a list for people.
///
/// Whatever it is, the systems are asked in one way, so that "nothing found" means the same in both.
protocol CollectionGathering: Sendable {
    associatedtype Found: FoundInCollection

    var reader: SourceReader { get }

    /// Asks one collection; that its source fails is a value.
    func gather(_ assignment: CollectionGatherer.Assignment) async throws -> Found
}

/// What was made of the records of a collection, with its line in the ledger.
protocol FoundInCollection: Sendable {
    var line: LedgerLine { get }

    /// What is found where nothing is: the line says why.
    init(line: LedgerLine)
}

extension GatheredState: FoundInCollection {
    init(line: LedgerLine) { self.init(line: line, entries: nil) }
}

extension SourceReader {
    /// Asks a collection for the subject's records; another person's under the same address is passed over.
    func read(
        _ assignment: CollectionGatherer.Assignment,
        about subject: VerifiedSubject,
        known: Identification.Result,
        yield: (RecordBuffer, SubjectFilter.Verdict) throws -> Void
    ) async throws {
        let filter = SubjectFilter(subject)
        let collection = assignment.collection
        try await read(collection, of: assignment.system, asking: known.tuples) { record, _ in
            let verdict = filter.judge(record, of: collection)
            if verdict != .anothers { try yield(record, verdict) }
        }
    }
}
