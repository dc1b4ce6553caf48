package import DriverParts
package import ExporterKit

/// A collection's query, prepared on a connection to a server or a file.
package protocol SQLQuery {
    /// The collection.
    var collection: CollectionDescription { get }
    /// The kinds that stand in the query as parameters, each once.
    var kinds: [String] { get }
    /// The labels of the columns that it returns.
    var columns: [String] { get }

    /// The column of a table that a column of the result is, as it stands; nil where it is worked out.
    func origin(ofColumn column: Int) -> ColumnOrigin?

    /// Whether a table that the query reads has no row.
    func holdsNobody() throws -> Bool

    /// The few texts that a query of the driver's own finds, row by row.
    func texts(_ sql: String) throws -> [[String?]]

    /// Runs the query once, with the values of each kind in the kinds' order, and hands over record by record.
    ///
    /// A kind has more than one value only where the collection says `many`.
    func run(_ values: [[AskedValue]], stop: StopFlag, yield: (RecordBuffer) throws -> Void) throws

    /// What a column's expression is made by this server: its text.
    static func text(of column: String) -> String
}

/// A column of a table, each name quoted as it stands in a query.
package struct ColumnOrigin: Sendable, Hashable {
    package let table: String
    package let column: String

    package init(table: String, column: String) {
        self.table = table
        self.column = column
    }
}

extension SQLQuery {
    /// More values than this are not asked for in one query.
    private var mostValues: Int { 256 }

    /// Yields what the query finds for the questions.
    func read(_ questions: [Question], _ turns: Turns, _ yield: (RecordBuffer, Int) throws -> Void) throws {
        guard collection.asksMany else {
            for (number, question) in questions.enumerated() {
                try read(question, turns) { try yield($0, number) }
            }
            return
        }
        try readMany(questions, turns, yield)
    }

    /// Yields what the query finds for a question; a record that several identifiers find is yielded once.
    func read(_ question: Question, _ turns: Turns, _ yield: (RecordBuffer) throws -> Void) throws {
        let askings = collection.askings(for: question, kinds: kinds)
        try rounds(askings.map { $0.map { [$0] } }, turns, yield)
    }

    /// Asks for everybody's values together; each record goes to the questions of which it carries a value.
    private func readMany(_ questions: [Question], _ turns: Turns, _ yield: (RecordBuffer, Int) throws -> Void) throws {
        let checks = questions.map { AnswerCheck(collection, question: $0) }
        var seen: Set<AskedValue> = []
        let values = questions.flatMap { collection.askings(for: $0, kinds: kinds) }
            .compactMap(\.first).filter { seen.insert($0).inserted }
        let batches = stride(from: 0, to: values.count, by: mostValues).map { start in
            [Array(values[start..<min(start + mostValues, values.count)])]
        }
        try rounds(batches, turns) { record in
            let answered = checks.indices.filter { checks[$0].admits(record) }
            // What nobody asked for goes to whoever takes the records, who must know of it.
            for question in answered.isEmpty ? [0] : answered { try yield(record, question) }
        }
    }

    private func rounds(
        _ rounds: [[[AskedValue]]],
        _ turns: Turns,
        _ yield: (RecordBuffer) throws -> Void
    ) throws {
        var seen = SeenRecords(key: collection.key.compactMap(collection.index(ofField:)))
        for values in rounds {
            try turns.next()
            try run(values, stop: turns.stop) { record in
                guard !turns.stop.isRaised else { throw CancellationError() }
                if rounds.count > 1, seen.contains(record) { return }
                try yield(record)
            }
            seen.closeRound()
        }
    }
}

extension CollectionDescription {
    /// Whether its one kind stands in the query as a list of values.
    package var asksMany: Bool { settings["many"]?.text == "true" }

    /// Values of two kinds belong together in pairs, and lists of them would mix the pairs.
    package var manyProblem: Problem? {
        guard let many = settings["many"] else { return nil }
        let isWord = ["true", "false"].contains(many.text ?? "")
        guard !isWord || asksMany && needs.count != 1 else { return nil }
        return Problem(
            .queryFailed,
            "many",
            isWord ? "a list of values asks by one kind alone" : "`many` is neither `true` nor `false`",
            fix: isWord ? "take `many` out, or ask by one kind" : "say `many: true`"
        )
    }
}
