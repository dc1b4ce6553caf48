import Cases
import ExporterKit
import RegisterStore
import SourceReading

/// What is made of the records of a collection: the sealed entries of an answer, or a list for people.
///
/// Whatever it is, the systems are asked in one way, so that "nothing found" means the same in both.
protocol CollectionGathering: Sendable {
    associatedtype Share: Sendable
    associatedtype Found: FoundInCollection

    var reader: SourceReader { get }

    /// What a collection came to for each of its shares, in their order; nil for who must ask again alone.
    ///
    /// That the source fails is a value for one, and an error for several, who then ask again alone.
    func gather(_ task: CollectionTask<Share>) async throws -> [Found?]
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
