import DriverParts
import ExporterKit
import JSONParts

/// A web service that is asked.
struct HTTPSource: Source {
    private let system: SystemDescription
    private let pace: Pace
    /// The service, or what keeps it from being reached.
    private let session: Result<ServiceSession, Problem>

    init(system: SystemDescription, context: DriverContext) {
        self.system = system
        pace = context.pace
        session = Result { () throws(Problem) in
            ServiceSession(try Service(system, context.secret), timeLimit: system.timeLimit)
        }
    }

    /// Says what is wrong with the settings, and whether the service answers at its address; asks about nobody.
    func check() async -> [DriverFinding] {
        do throws(Problem) {
            let session = try session.get()
            let findings = system.collections.flatMap { collection in
                ServiceCollection.problems(of: collection, in: session.service).map { $0.finding(in: collection.id) }
            }
            let answer = try? await SourceThread.run { session.greet() }
            return findings + [answer ?? nil].compactMap(\.self)
        } catch {
            return [error.finding(in: nil)]
        }
    }

    /// Asks once for each tuple of each question, page by page.
    func read(
        _ collection: CollectionDescription,
        for questions: [Question],
        yield: (_ record: RecordBuffer, _ question: Int) throws -> Void
    ) async throws {
        try Task.checkCancellation()
        do {
            let session = try session.get()
            let asked = try ServiceCollection(collection, in: session.service)
            var isFirst = true
            for (number, question) in questions.enumerated() {
                var seen = SeenRecords(key: collection.key.compactMap(collection.index(ofField:)))
                let requests = try asked.requests(for: question)
                for request in requests {
                    if !isFirst { try await pace.wait() }
                    isFirst = false
                    try await read(asked, request, session) { record in
                        if requests.count > 1, seen.contains(record) { return }
                        try yield(record, number)
                    }
                    seen.closeRound()
                }
            }
        } catch let problem as Problem {
            throw problem.failure
        }
    }

    private func read(
        _ collection: ServiceCollection,
        _ first: ServiceRequest,
        _ session: ServiceSession,
        _ yield: (RecordBuffer) throws -> Void
    ) async throws {
        var pages = Pages(first)
        var reader = PageReader(collection, session)
        let end = ContinuousClock.now + .seconds(system.timeLimit)
        while let request = pages.next {
            if pages.count > 0 { try await pace.wait() }
            try await SourceThread.run {
                guard let page = try session.page(request, collection, isFirst: pages.count == 0, until: end) else {
                    return pages.end()
                }
                let content = try reader.read(page, number: pages.count + 1, of: first, yield)
                try pages.goOn(behind: page, content, collection.paging)
            }
        }
    }

    /// A service says what it finds, and nothing of what else there is; the canary tells whether it finds anybody.
    func holdsNobody(_ collection: CollectionDescription) async throws -> Bool { false }

    /// Lets its connections go.
    func close() async { try? session.get().close() }
}
