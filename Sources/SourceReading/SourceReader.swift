package import ExporterKit

/// What became of records that were not handed on.
package struct Reading: Sendable, Equatable {
    /// How many records of others a source that only finds candidates came with.
    package var dropped = 0

    package init(dropped: Int = 0) { self.dropped = dropped }
}

/// Asks collections through their drivers, and lets through only records that carry what was asked.
package struct SourceReader: Sendable {
    private let opening: SourceOpening
    private let retries: Retries
    /// The sources that stay open from question to question; none where each question opens its own.
    private let sitting: Sitting?

    package init(_ opening: SourceOpening, retries: Retries = .patient) {
        self.init(opening, retries, sitting: nil)
    }

    private init(_ opening: SourceOpening, _ retries: Retries, sitting: Sitting?) {
        self.opening = opening
        self.retries = retries
        self.sitting = sitting
    }

    /// Whether a system is asked for several people in one pass.
    ///
    /// One that may be asked so often a second is not: what it takes grows with the people, and its time limit does not.
    package func readsTogether(_ system: SystemDescription) -> Bool {
        system.rateLimit == nil && opening.driver(of: system)?.answersManyAtOnce == true
    }

    /// Opens each system at most once for all that a body asks, and closes them all behind it.
    package func sitting<Result>(_ body: (SourceReader) async throws -> Result) async throws -> Result {
        guard sitting == nil else { return try await body(self) }
        let sitting = Sitting()
        do {
            let result = try await body(SourceReader(opening, retries, sitting: sitting))
            await sitting.close()
            return result
        } catch {
            await sitting.close()
            throw error
        }
    }

    /// Works with a system's source: the one that is open, or one for this body alone.
    ///
    /// A source that failed is not asked again; the next question opens another.
    private func using<Result>(
        _ system: SystemDescription,
        _ body: (any Source) async throws -> Result
    ) async throws -> Result {
        let idle = sitting?.take(system)
        let source = if let idle { idle } else { try await opening.open(system) }
        do {
            let result = try await body(source)
            if let sitting { await sitting.keep(source, of: system) } else { await source.close() }
            return result
        } catch {
            await source.close()
            throw error
        }
    }

    /// Reads what a collection holds for one subject, record by record, each with the tuple that it carries.
    ///
    /// Each record is checked again in Swift (case 54): SQL's own folding and collations only find candidates.
    /// - Throws: a ``SourceFailure`` when the source fails, takes too long, yields a stranger's record, or finds nothing
    ///   because it holds nobody at all.
    @discardableResult
    package func read(
        _ collection: CollectionDescription,
        of system: SystemDescription,
        asking tuples: [IdentifierTuple],
        yield: (RecordBuffer, IdentifierTuple) throws -> Void
    ) async throws -> Reading {
        let question = Question(tuples: tuples).narrowed(to: collection)
        return try await read(collection, of: system, askingEach: [question]) { record, _, tuple in
            try yield(record, question.tuples[tuple])
        }
    }

    /// Reads what a collection holds for several questions in one pass; each record comes with the question's number,
    /// and the place of the tuple that it carries among those that ``Question/narrowed(to:)`` leaves.
    ///
    /// An empty identifier is never sent (case 51), and a subject of whom a needed identifier is unknown is not asked
    /// about.
    /// - Parameter mayFindNobody: where nothing is concluded from finding nothing, so that an empty store is no failure.
    @discardableResult
    package func read(
        _ collection: CollectionDescription,
        of system: SystemDescription,
        askingEach questions: [Question],
        mayFindNobody: Bool = false,
        yield: (RecordBuffer, _ question: Int, _ tuple: Int) throws -> Void
    ) async throws -> Reading {
        let asked = questions.enumerated().map { (number: $0, question: $1.narrowed(to: collection)) }
            .filter { !$0.question.isEmpty }
        guard !asked.isEmpty else { return Reading() }
        let checks = asked.map { AnswerCheck(collection, question: $0.question) }
        let condition = RecordCondition(collection)
        // A record that is another collection's says nothing of this one.
        var (looked, count, reading) = (0, 0, Reading())
        try await retries.run(unless: { count > 0 }) {
            try await using(system) { source in
                try await opening.pace(of: system).wait()
                try await source.read(collection, for: asked.map(\.question)) { record, question in
                    looked &+= 1
                    if looked & 0x3FF == 0 { try Task.checkCancellation() }
                    guard condition.admits(record) else { return }
                    count &+= 1
                    guard let tuple = checks[question].tuple(carriedBy: record) else {
                        guard collection.findsCandidates else { throw Self.strangersRecord(collection, of: system) }
                        reading.dropped += 1
                        return
                    }
                    try yield(record, asked[question].number, tuple)
                }
                if count == 0, !mayFindNobody, !collection.mayBeEmpty {
                    try await checkHoldsSomebody(collection, of: system, source)
                }
            }
        }
        return reading
    }

    private static func strangersRecord(
        _ collection: CollectionDescription,
        of system: SystemDescription
    ) -> SourceFailure {
        SourceFailure(
            .strangersRecord,
            "\(system.id)/\(collection.id) returned a record of somebody else",
            hint: "mend its query or its match fields; nothing was packed"
        )
    }

    /// A table that a nightly job left empty says nothing about a person.
    private func checkHoldsSomebody(
        _ collection: CollectionDescription,
        of system: SystemDescription,
        _ source: any Source
    ) async throws {
        guard try await source.holdsNobody(collection) else { return }
        throw SourceFailure(
            .emptySource,
            "\(system.id)/\(collection.id) holds no record of anybody, so that it found nothing says nothing",
            hint: "see whether the job that fills it failed; where it may be empty, say may_be_empty: true",
            retryable: true
        )
    }

    /// Whether a system finds the person of the controller's own, where one is named, in every collection that can be
    /// asked by what names them; nil where it does.
    package func canaryFailure(of system: SystemDescription) async throws -> SourceFailure? {
        let canary = IdentifierTuple(system.canary)
        for collection in system.collections where canary.part(of: collection.needs) != nil {
            var isFound = false
            do {
                try await read(collection, of: system, asking: [canary]) { _, _ in isFound = true }
            } catch let failure as SourceFailure {
                return failure
            }
            guard !isFound else { continue }
            return SourceFailure(
                .canaryMissing,
                "\(system.id)/\(collection.id) does not find the canary, so what it finds of others says nothing",
                hint:
                    "see whether the system is whole, and whether the query and the canary in exporter.yaml are right",
                retryable: true
            )
        }
        return nil
    }
}
