import Foundation
import TestSupport
import Testing

/// A text file that reads like the manual and is run like a test.
///
///     # A remark.
///     $ inzage request open --email ada.jansen@example.org
///     [ID]
///     2> inzage: received on [DATE]; say --received DATE if it came earlier
///
/// - `$` begins a command; below it stands what it prints, all of it, and what it prints on standard error after `2>`.
/// - `[exit 4]` is how it ends when that is not 0.
/// - `<` is a line of its standard input.
/// - `...` alone stands for any lines, within a line for any text.
/// - `[ID]` is what stands there: remembered, put into later commands, and the same ever after. `[DATE]`, `[TIME]`,
///   `[NUMBER]` and `[HASH]` are of their kind and not remembered.
///
/// The commands are `inzage`, the few of ``TranscriptVerbs``, and the system's own tools.
struct Transcript: Sendable {
    /// One command and what is expected of it.
    struct Step: Sendable {
        let line: Int
        let command: String
        var input: [String] = []
        var output: [String] = []
        var errors: [String] = []
        var status: Int32 = 0
    }

    let name: String
    let path: String
    let steps: [Step]

    /// Reads a transcript.
    init(name: String, path: String, text: String) throws {
        self.name = name
        self.path = path
        steps = try Self.steps(in: text)
        guard !steps.isEmpty else { throw TranscriptError("\(name) has no command") }
    }

    /// Every transcript, by name; one that cannot be read is missed by a test of its own.
    static let all: [Transcript] = {
        let names = (try? files()) ?? []
        return names.sorted().compactMap { file in
            guard let text = try? String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8) else { return nil }
            return try? Transcript(name: String(file.dropLast(4)), path: "\(folder)/\(file)", text: text)
        }
    }()

    /// The names of the files.
    static func files() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }
    }

    private static let folder = checkout + "/Tests/TranscriptTests/Transcripts"

    private static func steps(in text: String) throws -> [Step] {
        var steps: [Step] = []
        for (index, line) in text.components(separatedBy: "\n").enumerated() {
            if line.hasPrefix("$ ") {
                steps.append(Step(line: index + 1, command: String(line.dropFirst(2))))
            } else if !line.hasPrefix("#") {
                guard let last = steps.indices.last else {
                    guard line.isEmpty else { throw TranscriptError("line \(index + 1) stands before any command") }
                    continue
                }
                try steps[last].take(line)
            }
        }
        return steps.map(\.withoutBlankEnd)
    }
}

extension Transcript: CustomTestStringConvertible {
    var testDescription: String { name }
}

extension Transcript.Step {
    fileprivate mutating func take(_ line: String) throws {
        if line.hasPrefix("2> ") {
            errors.append(String(line.dropFirst(3)))
        } else if line.hasPrefix("< ") {
            input.append(String(line.dropFirst(2)))
        } else if line.hasPrefix("[exit ") {
            guard let number = Int32(line.dropFirst(6).dropLast()) else { throw TranscriptError("no number: \(line)") }
            status = number
        } else {
            output.append(line)
        }
    }

    /// The blank line between two commands belongs to neither.
    fileprivate var withoutBlankEnd: Self {
        var step = self
        while step.output.last?.isEmpty == true { step.output.removeLast() }
        return step
    }
}

/// What is wrong with a transcript itself.
struct TranscriptError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
