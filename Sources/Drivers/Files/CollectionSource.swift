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

/// A driver whose collections stand in files: all that it has of its own is how it understands a collection.
protocol FileSourceDriver: Driver {
    /// The collection, understood and ready to be read.
    func source(of collection: CollectionDescription, in system: SystemDescription) throws(Problem)
        -> any CollectionSource
}

extension FileSourceDriver {
    /// Says what is wrong with the settings, the files and the keys of the first records.
    public func check(_ system: SystemDescription) async -> [DriverFinding] {
        let findings = try? await SourceThread.run {
            system.collections.flatMap { collection in
                do throws(Problem) {
                    return try source(of: collection, in: system).check()
                } catch {
                    return [error.finding(in: collection.id)]
                }
            }
        }
        return findings ?? []
    }

    /// Reads every file once, in the order of the names' bytes, and yields the records that answer a question.
    public func read(
        _ collection: CollectionDescription,
        of system: SystemDescription,
        for questions: [Question],
        yield: (_ record: RecordBuffer, _ question: Int) throws -> Void
    ) async throws {
        try await using(collection, of: system) { try $0.read(questions, yield) }
    }

    /// Whether there is no file, or no record in any.
    public func holdsNobody(_ collection: CollectionDescription, of system: SystemDescription) async throws -> Bool {
        try await using(collection, of: system) { try $0.holdsNobody() }
    }

    /// Yields the first records of the first files.
    public func sample(
        _ collection: CollectionDescription,
        of system: SystemDescription,
        limit: Int,
        yield: (_ record: RecordBuffer) throws -> Void
    ) async throws -> Bool {
        try await using(collection, of: system) { try $0.sample(limit, yield) }
    }

    /// Works with the collection's source on a thread of its own.
    private func using<Result>(
        _ collection: CollectionDescription,
        of system: SystemDescription,
        _ body: (any CollectionSource) throws -> Result
    ) async throws -> Result {
        try await SourceThread.run {
            do {
                return try body(source(of: collection, in: system))
            } catch let problem as Problem {
                throw problem.failure
            }
        }
    }
}
