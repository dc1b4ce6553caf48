import DriverParts
import ExporterKit
import JSONParts

/// A program that is started for each question.
struct ProgramSource: Source {
    let system: SystemDescription
    let secret: Secret?

    /// Looks whether the program is there; does not start it.
    func check() async -> [DriverFinding] {
        var findings: [DriverFinding] = []
        do throws(Problem) {
            _ = try ProgramCommand(of: system)
        } catch {
            findings.append(error.finding(in: nil))
        }
        return findings
            + system.collections.flatMap { collection in
                Self.problems(of: collection).map { $0.finding(in: collection.id) }
            }
    }

    /// Runs the program once for all questions.
    func read(
        _ collection: CollectionDescription,
        for questions: [Question],
        yield: (_ record: RecordBuffer, _ question: Int) throws -> Void
    ) async throws {
        try Task.checkCancellation()
        do {
            if let problem = Self.problems(of: collection).first { throw problem }
            let command = try ProgramCommand(of: system)
            let stream = try collection.required("stream")
            guard let asked = try ProgramQuestion(collection, questions, stream: stream) else { return }
            try await SourceThread.run {
                var answer = ProgramAnswer(collection, questions, asked: asked.numbers, stream: stream)
                let run = ProgramRun(command, of: system, secret: secret)
                try run.converse(saying: asked.json) { line in try answer.take(line, yield) }
                try answer.finish()
            }
        } catch let problem as Problem {
            throw problem.failure
        }
    }

    /// A program says what it finds, and nothing of what else there is; the canary tells whether it finds anybody.
    func holdsNobody(_ collection: CollectionDescription) async throws -> Bool { false }

    private static func problems(of collection: CollectionDescription) -> [Problem] {
        var problems = [collection.needsProblem].compactMap(\.self) + collection.uncarriedNeeds
        if collection.settings["stream"]?.text?.isEmpty != false {
            problems.append(
                Problem(
                    .queryFailed,
                    "stream",
                    "`stream` is missing or not a text",
                    fix: "name a stream of the program"
                )
            )
        }
        return problems + collection.fieldsOutsideRecords(hasAbove: false)
    }
}
