import DriverParts
import ExporterKit

/// A mailbox, or several of them, whose mails are read.
struct MailSource: Source {
    let system: SystemDescription
    let secret: Secret?

    /// Says what is wrong with the settings and the fields, and whether there is a mailbox.
    func check() async -> [DriverFinding] {
        let findings = try? await SourceThread.run {
            system.collections.flatMap { collection in
                do throws(Problem) {
                    return try MailCollection(collection, of: system, secret).check()
                } catch {
                    return [error.finding(in: collection.id)]
                }
            }
        }
        return findings ?? []
    }

    /// Looks at every mail once, and yields those that answer a question.
    func read(
        _ collection: CollectionDescription,
        for questions: [Question],
        yield: (_ record: RecordBuffer, _ question: Int) throws -> Void
    ) async throws {
        try await using(collection) { try $0.read(questions, yield) }
    }

    /// Whether there is no mail.
    func holdsNobody(_ collection: CollectionDescription) async throws -> Bool {
        try await using(collection) { try $0.holdsNobody() }
    }

    /// Yields the first mails.
    func sample(
        _ collection: CollectionDescription,
        limit: Int,
        yield: (_ record: RecordBuffer) throws -> Void
    ) async throws -> Bool {
        try await using(collection) { try $0.sample(limit, yield) }
        return true
    }

    /// Works with the collection on a thread of its own.
    private func using<Result>(
        _ collection: CollectionDescription,
        _ body: (MailCollection) throws -> Result
    ) async throws -> Result {
        try await SourceThread.run {
            do {
                return try body(MailCollection(collection, of: system, secret))
            } catch let problem as Problem {
                throw problem.failure
            }
        }
    }
}
