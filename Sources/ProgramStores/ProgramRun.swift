import DriverParts
import ExporterKit
import Glibc

/// One run of a program: what it is told, what it says, and how it ends.
struct ProgramRun {
    private let command: ProgramCommand
    private let system: SystemDescription
    private let secret: Secret?

    /// How long is waited before the task and the clock are looked at again.
    private static let tick: Int32 = 50
    /// How much is read at once of what nobody looks at.
    private static let chunk = 64 << 10

    init(_ command: ProgramCommand, of system: SystemDescription, secret: Secret?) {
        self.command = command
        self.system = system
        self.secret = secret
    }

    /// Runs it to its end, line by line.
    /// - Throws: what a line's taker throws, or a ``SourceFailure`` where it does not end well.
    func converse(saying question: [UInt8], _ take: (Span<UInt8>) throws -> Void) throws {
        BrokenPipe.block()
        var child = try ChildProcess(command, in: system.folder, secret: secret)
        child.neverWait()
        var lines = OutputLines(limit: command.outputLimit)
        let errorBytes = try listen(to: &child, saying: question[...], &lines, take)
        let end = child.end()
        guard end == .status(0) else { throw Self.failure(end, errorBytes) }
        try lines.finish()
    }

    /// Hears all that it says until it has ended, and counts what it writes on standard error.
    private func listen(
        to child: inout ChildProcess,
        saying question: ArraySlice<UInt8>,
        _ lines: inout OutputLines,
        _ take: (Span<UInt8>) throws -> Void
    ) throws -> Int {
        let end = ContinuousClock.now + .seconds(system.timeLimit)
        var (question, errorBytes, isOver) = (question, 0, false)
        while true {
            try Task.checkCancellation()
            guard ContinuousClock.now < end else { throw timedOut }
            // Looked at before the pipe is emptied: what it said is in there when it has ended.
            let hasEnded = child.hasEnded
            if !isOver { isOver = try lines.take(from: child.output, take) }
            errorBytes += Self.discard(child.errors)
            if hasEnded { return errorBytes }
            child.tell(&question)
            child.wait(hearing: !isOver, for: Self.tick)
        }
    }

    private static func discard(_ errors: borrowing Descriptor) -> Int {
        withUnsafeTemporaryAllocation(byteCount: chunk, alignment: 16) { memory in
            if case .moved(let count) = errors.read(into: memory) { count } else { 0 }
        }
    }

    private var timedOut: SourceFailure {
        SourceFailure(
            .timedOut,
            "the program took longer than \(system.timeLimit) seconds",
            hint: "try again, or raise time_limit in exporter.yaml",
            retryable: true
        )
    }

    private static func failure(_ end: ChildProcess.End, _ errorBytes: Int) -> SourceFailure {
        let how =
            switch end {
            case .status(let status): "with status \(status)"
            case .signal(let signal): "by signal \(signal)"
            }
        return SourceFailure(
            .queryFailed,
            "the program ended \(how)"
                + (errorBytes > 0 ? "; what it wrote on standard error may hold data and is not shown" : ""),
            hint: "run it by hand, asking for a person of your own; memory_limit may be too low"
        )
    }
}
