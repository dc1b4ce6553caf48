import ExporterKit

/// A collection that stands in files, understood and ready to be read.
protocol CollectionSource {
    /// Says what is wrong in the store.
    func check() -> [DriverFinding]

    /// Yields what the store holds for the questions.
    func read(_ questions: [Question], _ yield: (RecordBuffer, Int) throws -> Void) throws

    /// Whether the store holds no record of anybody.
    func holdsNobody() throws -> Bool

    /// Yields the first records, of whoever they are; false where that cannot be.
    func sample(_ limit: Int, _ yield: (RecordBuffer) throws -> Void) throws -> Bool
}
