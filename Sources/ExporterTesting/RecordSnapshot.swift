import ExporterKit

/// A record as it was yielded, to compare it with another.
struct RecordSnapshot: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible {
    let collection: String
    private let kinds: [RecordBuffer.Kind]
    private let cells: [[UInt8]]
    private let documents: [[UInt8]]

    init(_ record: RecordBuffer, of collection: CollectionDescription) throws {
        self.collection = collection.id
        kinds = (0..<record.count).map(record.kind(at:))
        cells = (0..<record.count).map { Array(record.cell(at: $0)) }
        documents = try (0..<record.count).compactMap(record.document(at:)).map(RecordSnapshot.content)
    }

    /// The collection alone: a record is personal data.
    var description: String { "record of \(collection) <redacted>" }
    /// The collection alone: a record is personal data.
    var debugDescription: String { description }

    static func content(of document: any DocumentContent) throws -> [UInt8] {
        var content: [UInt8] = []
        try document.read { content.append(contentsOf: $0) }
        return content
    }
}

extension ExporterContract {
    /// What a collection holds for each of the questions.
    func records(
        of collection: CollectionDescription,
        for questions: [Question],
        in system: SystemDescription? = nil
    ) async throws -> [[RecordSnapshot]] {
        var found: [[RecordSnapshot]] = questions.map { _ in [] }
        try await read(collection, of: system, for: questions) { record, question in
            found[question].append(try RecordSnapshot(record, of: collection))
        }
        return found
    }

    /// Opens the system, asks one collection, and closes it.
    func read(
        _ collection: CollectionDescription,
        of system: SystemDescription? = nil,
        for questions: [Question],
        yield: (RecordBuffer, Int) throws -> Void
    ) async throws {
        let condition = RecordCondition(collection)
        let checks = questions.map { AnswerCheck(collection, question: $0) }
        try await driver.using(system ?? self.system, context) { source in
            try await source.read(collection, for: questions) { record, question in
                // What a rough search finds beside is dropped, and so is what `where` leaves out.
                guard condition.admits(record) else { return }
                if collection.findsCandidates, !checks[question].admits(record) { return }
                try yield(record, question)
            }
        }
    }

    /// What all collections hold for a question, one collection after the other.
    func allRecords(_ question: Question) async throws -> [RecordSnapshot] {
        var found: [RecordSnapshot] = []
        for collection in collections { found += try await records(of: collection, for: [question]).flatMap { $0 } }
        return found
    }
}
