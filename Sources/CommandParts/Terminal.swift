import Cases
import Foundation
import Synchronization

/// What people see: results on standard output, the rest on standard error, colour only on a terminal.
package enum Terminal {
    private static let colours = isatty(2) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil

    /// Where the lines of work that runs beside other work wait until it is their turn.
    @TaskLocal package static var heldLines: HeldLines?

    /// Prints a line of the result.
    ///
    /// It goes out at once, also where standard output is a file: progress is told as it happens.
    package static func print(_ line: String) {
        let text = visible(line) + "\n"
        if let heldLines { return heldLines.append(text) }
        write(Array(text.utf8))
    }

    /// Prints a label and a text in columns, further lines under the first.
    package static func print(_ label: String, _ text: String) {
        print(label.padding(toLength: max(15, label.count + 1), withPad: " ", startingAt: 0) + text)
    }

    /// A path as a person would type it: without the current folder before it.
    package static func path(_ path: String) -> String {
        let here = FileManager.default.currentDirectoryPath + "/"
        return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
    }

    /// Says something that is no result.
    package static func tell(_ line: String, label: String? = nil) {
        let colour = label == "error" ? "31" : label == "hint" ? "36" : "33"
        let head = label.map { colours ? "\u{1B}[\(colour)m\($0):\u{1B}[0m " : "\($0): " } ?? ""
        // Where it cannot be said, the work goes on; the plain `write` would end the process.
        try? FileHandle.standardError.write(contentsOf: Data("inzage: \(head)\(visible(line))\n".utf8))
    }

    /// Prints one JSON object.
    package static func printJSON(_ value: some Encodable) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else { return }
        write(Array(data) + Array("\n".utf8))
    }

    /// Writes a result that is no text of lines, as it is: a calendar has line ends of its own.
    ///
    /// Where it cannot be written, the work goes on, because half a step is worse than one that nobody reads of;
    /// ``requireOutput()`` says so at the end.
    package static func write(_ bytes: [UInt8]) {
        do {
            try FileHandle.standardOutput.write(contentsOf: bytes)
        } catch {
            isOutputLost.store(true, ordering: .relaxed)
        }
    }

    private static let isOutputLost = Atomic(false)

    /// Ends a command as failed whose results could not all be written, such as to a disk that is full.
    package static func requireOutput() throws {
        guard isOutputLost.load(ordering: .relaxed) else { return }
        throw InzageError(
            .unexpected,
            "standard output could not be written, so that results are missing",
            hint: "make room where it goes and run the command again; what was done stays done"
        )
    }

    /// The text with every control character and direction override made visible, so that no name from outside can
    /// move the cursor or forge a line (case 69).
    package static func visible(_ text: String) -> String {
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isControl = scalar.properties.generalCategory == .control && scalar != "\t"
            let isOverride = (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
            if isControl || isOverride || scalar.value == 0x2028 || scalar.value == 0x2029 {
                shown.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
            } else {
                shown.append(scalar)
            }
        }
        return String(shown)
    }
}

/// Lines that are kept together, while others work beside the one that says them.
package final class HeldLines: Sendable {
    private let text = Mutex("")

    package init() {}

    /// Adds a line.
    package func append(_ line: String) { text.withLock { $0 += line } }

    /// Prints them all at once.
    package func release() {
        let text = text.withLock { $0 }
        if !text.isEmpty { Terminal.write(Array(text.utf8)) }
    }
}
