import DriverParts
import ExporterKit
import JSONParts

/// What a program answers, line by line.
struct ProgramAnswer {
    private let stream: String
    private let asked: Set<Int>
    private let filter: RecordFilter
    private let values: RecordReader
    private var singer: SingerReader
    private var record = RecordBuffer()
    private var answered: [Int] = []
    private var line = 0

    init(_ collection: CollectionDescription, _ questions: [Question], asked: Set<Int>, stream: String) {
        self.stream = stream
        self.asked = asked
        filter = RecordFilter(collection, questions)
        values = RecordReader(collection.fields)
        singer = SingerReader(collection, stream: stream)
    }

    /// Takes a line, and yields the record that it may be.
    mutating func take(_ bytes: Span<UInt8>, _ yield: (RecordBuffer, Int) throws -> Void) throws {
        line += 1
        do {
            guard case .record(let question) = try singer.read(bytes, into: &record) else { return }
            values.read(&record)
            try findQuestions(question)
        } catch let problem as JSONProblem {
            throw problem.failure(at: place, fix: "let it write a Singer message, one JSON object, on each line")
        } catch let problem as Problem {
            throw Problem(problem.code, problem.field, "\(problem.text): \(place)", fix: problem.fix)
        }
        for question in answered { try yield(record, question) }
    }

    /// Says what is wrong with the whole of it.
    func finish() throws(Problem) {
        guard !singer.knowsStream else { return }
        throw Problem(
            .malformed,
            "stream",
            "the program says nothing of the stream `\(stream)`, so that it found nothing says nothing",
            fix: "let it write a SCHEMA message for each stream that it looked through"
        )
    }

    private var place: String { "line \(line) of the program's output" }

    /// The question that the program names, or those that the record fits.
    ///
    /// A record that fits none is handed on as an answer to the first, for whoever checks it to say whose it is.
    private mutating func findQuestions(_ named: Int?) throws(Problem) {
        guard let named else {
            filter.findQuestions(answeredBy: record, into: &answered)
            if answered.isEmpty, let first = asked.min() { answered = [first] }
            return
        }
        guard asked.contains(named) else {
            throw Problem(
                .malformed,
                "command",
                "a record answers a question that was not asked",
                fix: "give each record the `number` of its question, or no `question`"
            )
        }
        answered = [named]
    }
}
