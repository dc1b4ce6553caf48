import Foundation
import TestSupport
import Testing

/// Runs a transcript in a folder of its own, in which `shop` is the sample company.
struct TranscriptRun {
    private let folder: String
    private let verbs: TranscriptVerbs
    private var memory = TranscriptMemory()
    private var writing = TranscriptWriting()

    private init(folder: String) {
        self.folder = folder
        verbs = TranscriptVerbs(folder: folder)
    }

    /// What differs from what the transcript says: the first step that does, because the later ones build on it.
    static func firstDifference(in transcript: Transcript) async throws -> TranscriptDifference? {
        try await withTemporaryFolder { folder in
            let makesItsOwn = transcript.steps.contains {
                $0.command == "inzage demo shop" || $0.command.hasPrefix("company ")
            }
            if !makesItsOwn { try SampleShop.copy(to: folder + "/shop") }
            var run = TranscriptRun(folder: folder)
            defer { run.verbs.letGo() }
            for step in transcript.steps {
                if let difference = try run.difference(in: step) { return difference }
            }
            try run.writing.write(to: transcript.path)
            return nil
        }
    }

    private mutating func difference(in step: Transcript.Step) throws -> TranscriptDifference? {
        let command = try memory.filled(step.command)
        let input = try step.input.map { try memory.filled($0) + "\n" }.joined()
        let result = try execute(words(of: command), input: input)
        let output = Self.lines(result.output)
        let errors = Self.lines(result.errors)
        // Both are looked at in any case: what the first shows may be named in the second.
        let isAsExpected = try memory.matches(step.output, output)
        guard isAsExpected, try memory.matches(step.errors, errors), result.status == step.status else {
            if TranscriptWriting.isOrdered {
                writing.take(step, output, errors, result.status, &memory)
                return nil
            }
            let actual = output + errors.map { "2> " + $0 } + (result.status == 0 ? [] : ["[exit \(result.status)]"])
            return TranscriptDifference(line: step.line, command: command, actual: actual)
        }
        return nil
    }

    private func execute(_ words: [String], input: String) throws -> ToolResult {
        guard let program = words.first else { throw TranscriptError("an empty command") }
        if let result = try verbs.run(words, input: input) { return result }
        let path = program == "inzage" ? Command.path : program
        return try runTool(
            path,
            Array(words.dropFirst()),
            input: input,
            environment: Command(controller: "shop").environment,
            in: folder
        )
    }

    /// The words of a command, split as a shell does: quotes keep a word together, `*` in an unquoted word is looked up.
    private func words(of command: String) -> [String] {
        var words: [(text: String, quoted: Bool)] = []
        var quote: Character?
        var inWord = false
        for character in command {
            if let open = quote {
                if character == open { quote = nil } else { words[words.count - 1].text.append(character) }
            } else if character == " " {
                inWord = false
            } else {
                if !inWord { words.append(("", false)) }
                inWord = true
                if character == "'" || character == "\"" {
                    quote = character
                    words[words.count - 1].quoted = true
                } else {
                    words[words.count - 1].text.append(character)
                }
            }
        }
        return words.flatMap { word in word.quoted ? [word.text] : expanded(word.text) }
    }

    private func expanded(_ word: String) -> [String] {
        let parts = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard let last = parts.last, last.contains("*"), parts.count > 1 else { return [word] }
        let parent = parts.dropLast().joined(separator: "/")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(parent)")) ?? []
        let found = names.filter { fnmatch(last, $0, 0) == 0 }.sorted().map { "\(parent)/\($0)" }
        return found.isEmpty ? [word] : found
    }

    private static func lines(_ text: String) -> [String] {
        var lines = text.components(separatedBy: "\n").map { line in
            String(line.reversed().drop { $0 == " " }.reversed())
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}

/// A step that did something else than the transcript says.
struct TranscriptDifference: Sendable {
    let line: Int
    let command: String
    let actual: [String]
}

/// The sample company, made once a test run and copied for each transcript.
enum SampleShop {
    private static let made: Result<String, TranscriptError> = {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("inzage-shop-\(UUID().uuidString)")
            .path
        atexit { SampleShop.remove() }
        do {
            let result = try runTool(
                Command.path,
                ["demo", folder],
                environment: Command(controller: folder).environment
            )
            return result.status == 0 ? .success(folder) : .failure(TranscriptError("no sample: \(result.errors)"))
        } catch {
            return .failure(TranscriptError("the command could not be run: \(error)"))
        }
    }()

    /// Puts a fresh copy into a folder that does not exist yet.
    static func copy(to folder: String) throws {
        let result = try runTool("cp", ["-a", made.get(), folder])
        guard result.status == 0 else { throw TranscriptError("no copy: \(result.errors)") }
    }

    private static func remove() {
        if case .success(let folder) = made { try? FileManager.default.removeItem(atPath: folder) }
    }
}
