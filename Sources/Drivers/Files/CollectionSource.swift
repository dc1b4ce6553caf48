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

extension SystemDescription {
    /// Checks every collection by its source; one that makes no source is a finding.
    func check(
        _ source: (CollectionDescription) throws(Problem) -> any CollectionSource
    ) async -> [DriverFinding] {
        let findings = try? await SourceThread.run {
            collections.flatMap { collection in
                do throws(Problem) {
                    return try source(collection).check()
                } catch {
                    return [error.finding(in: collection.id)]
                }
            }
        }
        return findings ?? []
    }
}

extension CollectionDescription {
    /// Reads the collection by its source.
    func read(
        _ questions: [Question],
        from source: (CollectionDescription) throws(Problem) -> any CollectionSource,
        _ yield: (RecordBuffer, Int) throws -> Void
    ) async throws {
        try await using(source) { try $0.read(questions, yield) }
    }

    /// Works with the collection's source on a thread of its own.
    func using<Result>(
        _ source: (CollectionDescription) throws(Problem) -> any CollectionSource,
        _ body: (any CollectionSource) throws -> Result
    ) async throws -> Result {
        try await SourceThread.run {
            do {
                return try body(source(self))
            } catch let problem as Problem {
                throw problem.failure
            }
        }
    }
}
