import DriverParts
import ExporterKit

/// A driver whose collections stand in files: all that it has of its own is how it understands a collection.
protocol FileDriver: Driver {
    /// The collection, understood and ready to be read.
    func collectionSource(of collection: CollectionDescription, in system: SystemDescription) throws(Problem)
        -> any CollectionSource
}

extension FileDriver {
    /// A file is read once for all.
    public var answersManyAtOnce: Bool { true }

    /// Opens nothing yet: files are opened one by one, while they are read.
    public func open(_ system: SystemDescription, _ context: DriverContext) async throws -> any Source {
        FileSource(driver: self, system: system)
    }
}

/// A folder whose files are read.
private struct FileSource<Reached: FileDriver>: Source {
    let driver: Reached
    let system: SystemDescription

    /// Says what is wrong with the settings, the files and the keys of the first records.
    func check() async -> [DriverFinding] {
        let findings = try? await SourceThread.run {
            system.collections.flatMap { collection in
                do throws(Problem) {
                    return try driver.collectionSource(of: collection, in: system).check()
                } catch {
                    return [error.finding(in: collection.id)]
                }
            }
        }
        return findings ?? []
    }

    /// Reads every file once, in the order of the names' bytes, and yields the records that answer a question.
    func read(
        _ collection: CollectionDescription,
        for questions: [Question],
        yield: (_ record: RecordBuffer, _ question: Int) throws -> Void
    ) async throws {
        try await using(collection) { try $0.read(questions, yield) }
    }

    /// Whether there is no file, or no record in any.
    func holdsNobody(_ collection: CollectionDescription) async throws -> Bool {
        try await using(collection) { try $0.holdsNobody() }
    }

    /// Yields the first records of the first files.
    func sample(
        _ collection: CollectionDescription,
        limit: Int,
        yield: (_ record: RecordBuffer) throws -> Void
    ) async throws -> Bool {
        try await using(collection) { try $0.sample(limit, yield) }
    }

    /// Works with the collection on a thread of its own.
    private func using<Result>(
        _ collection: CollectionDescription,
        _ body: (any CollectionSource) throws -> Result
    ) async throws -> Result {
        try await SourceThread.run {
            do {
                return try body(driver.collectionSource(of: collection, in: system))
            } catch let problem as Problem {
                throw problem.failure
            }
        }
    }
}
