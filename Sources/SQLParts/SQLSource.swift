package import DriverParts
package import ExporterKit

/// A database that is open: what is alike in all that speak SQL stands in ``SQLSource``.
///
/// Its functions block, and run on a thread for what blocks, one at a time.
package protocol SQLStore: Sendable {
    associatedtype Query: SQLQuery

    /// Runs a body with the query of a collection.
    func using<Result>(
        _ collection: CollectionDescription,
        _ stop: StopFlag,
        _ body: (Query) throws -> Result
    ) throws -> Result

    /// Everything that is wrong with the queries of a system; reads nobody's data.
    func findings(about system: SystemDescription) throws -> [DriverFinding]

    /// Ends what is being read; called from any thread, and does not block.
    func interrupt()

    /// Lets the database go.
    func close()

    /// What an error of the database means.
    static func failure(_ error: any Error) -> SourceFailure
}

/// An open database as a source.
package struct SQLSource<Store: SQLStore>: Source {
    private let system: SystemDescription
    private let store: Store
    private let pace: Pace?

    package init(_ system: SystemDescription, _ context: DriverContext, _ store: Store) {
        self.system = system
        self.store = store
        pace = system.rateLimit == nil ? nil : context.pace
    }

    /// Says what is wrong with the queries; binds and reads nothing.
    package func check() async -> [DriverFinding] {
        do {
            return try await stoppable { _ in try store.findings(about: system) }
        } catch {
            return [DriverFinding(error as? SourceFailure ?? Store.failure(error), field: "connection")]
        }
    }

    /// Runs the query for each question and each of its tuples.
    package func read(
        _ collection: CollectionDescription,
        for questions: [Question],
        yield: (_ record: RecordBuffer, _ question: Int) throws -> Void
    ) async throws {
        try await using(collection) { query, turns in try query.read(questions, turns, yield) }
    }

    /// Whether a table that the query reads has no row.
    package func holdsNobody(_ collection: CollectionDescription) async throws -> Bool {
        try await using(collection) { query, _ in try query.holdsNobody() }
    }

    /// Yields records by keys that stand first in the table that the query is asked by.
    package func sample(
        _ collection: CollectionDescription,
        limit: Int,
        yield: (_ record: RecordBuffer) throws -> Void
    ) async throws -> Bool {
        try await using(collection) { query, turns in try query.sample(limit, turns, yield) }
    }

    /// What stands in the columns of the table that the query is asked by.
    package func heldIdentifiers(_ collection: CollectionDescription, limit: Int) async throws -> [HeldTuple]? {
        try await using(collection) { query, _ in try query.heldIdentifiers(limit) }
    }

    /// Lets the database and the moment of it go.
    package func close() async {
        try? await SourceThread.run {
            blockBrokenPipe()
            store.close()
        }
    }

    private func using<Result>(
        _ collection: CollectionDescription,
        _ body: (Store.Query, Turns) throws -> Result
    ) async throws -> Result {
        try await stoppable { stop in try store.using(collection, stop) { try body($0, Turns(stop, pace)) } }
    }

    private func stoppable<Result>(_ body: (StopFlag) throws -> Result) async throws -> Result {
        let stop = StopFlag()
        return try await withTaskCancellationHandler {
            try await SourceThread.run {
                blockBrokenPipe()
                do {
                    return try body(stop)
                } catch is SourceFailure where stop.isRaised {
                    // What was cut off fails in one way or another; it is not the database that failed.
                    throw CancellationError()
                }
            }
        } onCancel: {
            stop.raise()
            store.interrupt()
        }
    }
}
