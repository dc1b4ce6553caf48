import Foundation

/// Writes a transcript anew with what its commands did.
///
/// `INZAGE_WRITE_TRANSCRIPTS=1` orders it; read the difference before it is committed.
struct TranscriptWriting {
    static let isOrdered = ProcessInfo.processInfo.environment["INZAGE_WRITE_TRANSCRIPTS"] == "1"

    /// What a step shows, by the line of its command.
    private(set) var changed: [Int: [String]] = [:]

    /// Keeps what a step did, in the words of the transcript where these still hold.
    mutating func take(
        _ step: Transcript.Step,
        _ output: [String],
        _ errors: [String],
        _ status: Int32,
        _ memory: inout TranscriptMemory
    ) {
        let lines = memory.rewritten(step.output, output)
        let told = memory.rewritten(step.errors, errors).map { "2> " + $0 }
        changed[step.line] = step.input.map { "< " + $0 } + lines + told + (status == 0 ? [] : ["[exit \(status)]"])
    }

    /// Writes the file.
    func write(to path: String) throws {
        guard !changed.isEmpty else { return }
        let lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
        var written: [String] = []
        var isOld = false
        for (index, line) in lines.enumerated() {
            // What a command shows may have blank lines in it; the one before the next command is nobody's.
            if isOld, line.hasPrefix("$ ") || line.hasPrefix("#") {
                written.append("")
                isOld = false
            }
            guard !isOld else { continue }
            written.append(line)
            guard let new = changed[index + 1] else { continue }
            written += new
            isOld = true
        }
        if isOld { written.append("") }
        try written.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }
}

extension TranscriptMemory {
    /// Lines as a transcript would have them: those that it expected where they hold, and others with what is
    /// remembered, and days and moments, as names.
    fileprivate mutating func rewritten(_ expected: [String], _ actual: [String]) -> [String] {
        var lines: [String] = []
        var rest = expected[...]
        var isSkipping = false
        for line in actual {
            if rest.first == "..." {
                lines.append("...")
                rest = rest.dropFirst()
                isSkipping = true
            }
            if let place = rest.firstIndex(where: { $0 != "..." && (try? matches([$0], [line])) == true }) {
                lines.append(rest[place])
                rest = rest[(place + 1)...]
                isSkipping = false
            } else if !isSkipping {
                lines.append(named(line))
            }
        }
        return lines
    }

    private func named(_ line: String) -> String {
        var text = line
        for (name, value) in values.sorted(by: { $0.value.count > $1.value.count }) where value.count > 3 {
            text = text.replacingOccurrences(of: value, with: "[\(name)]")
        }
        text = text.replacing(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z/, with: "[TIME]")
        return text.replacing(/\d{4}-\d{2}-\d{2}/, with: "[DATE]")
    }
}
