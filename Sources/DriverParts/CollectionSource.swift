package import ExporterKit

/// A collection of a store that is read whole, such as files or mails: understood and ready to be read.
package protocol CollectionSource {
    /// Says what is wrong in the store.
    func check() -> [DriverFinding]

    /// Yields what the store holds for the questions.
    func read(_ questions: [Question], _ yield: (RecordBuffer, Int) throws -> Void) throws

    /// Whether the store holds no record of anybody.
    func holdsNobody() throws -> Bool

    /// Yields the first records, of whoever they are; false where that cannot be.
    func sample(_ limit: Int, _ yield: (RecordBuffer) throws -> Void) throws -> Bool
}

/// A store whose collections are read one by one, each on a thread of its own.
package struct CollectionsSource: Source {
    /// How a collection is understood; a problem where it cannot be.
    package typealias Understanding = @Sendable (CollectionDescription) throws(Problem) -> any CollectionSource

    private let system: SystemDescription
    private let understand: Understanding

    /// Makes a source of a system; nothing is opened yet.
    package init(_ system: SystemDescription, _ understand: @escaping Understanding) {
        self.system = system
        self.understand = understand
    }

    /// Says what is wrong with the settings, the store and its first records.
    package func check() async -> [DriverFinding] {
        let findings = try? await SourceThread.run {
            system.collections.flatMap { collection in
                do throws(Problem) {
                    return try understand(collection).check()
                } catch {
                    return [error.finding(in: collection.id)]
                }
            }
        }
        return findings ?? []
    }

    /// Reads the store once for all questions, and yields the records that answer one.
    package func read(
        _ collection: CollectionDescription,
        for questions: [Question],
        yield: (_ record: RecordBuffer, _ question: Int) throws -> Void
    ) async throws {
        try await using(collection) { try $0.read(questions, yield) }
    }

    /// Whether the store holds no record of anybody.
    package func holdsNobody(_ collection: CollectionDescription) async throws -> Bool {
        try await using(collection) { try $0.holdsNobody() }
    }

    /// Yields the first records.
    package func sample(
        _ collection: CollectionDescription,
        limit: Int,
        yield: (_ record: RecordBuffer) throws -> Void
    ) async throws -> Bool {
        try await using(collection) { try $0.sample(limit, yield) }
    }

    private func using<Result>(
        _ collection: CollectionDescription,
        _ body: (any CollectionSource) throws -> Result
    ) async throws -> Result {
        try await SourceThread.run {
            do {
                return try body(understand(collection))
            } catch let problem as Problem {
                throw problem.failure
            }
        }
    }
}
