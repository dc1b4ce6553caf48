import CommandParts
import ArgumentParser
import BundledExporters
import ExporterKit
import Foundation
import Mail
import SampleCompany
import ArchiveSealing
import Policy
import Cases
import Correspondence
import Groundwork

/// How a command ends that could not do what was asked: one sentence, a hint, and the exit code of the table.
struct Failure {
    let exit: ExitStatus
    let message: String
    let hint: String?
    var findings: [Finding] = []

    /// Prints an error and ends the process with its exit code.
    static func end(with error: any Error) -> Never {
        if let code = error as? ExitCode { Foundation.exit(code.rawValue) }
        guard let failure = Failure(error) else { endParsing(error) }
        Terminal.tell(failure.message, label: "error")
        for finding in failure.findings { Terminal.tell("  \(finding)") }
        if let hint = failure.hint { Terminal.tell(hint, label: "hint") }
        if CommandLine.arguments.contains("--json") { printJSON(failure) }
        Foundation.exit(failure.exit.rawValue)
    }

    /// An error in words, for one among many.
    static func describing(_ error: any Error) -> Failure {
        Failure(error) ?? Failure(.unexpected, "something unexpected happened: \(type(of: error))")
    }

    /// What argument-parser says: help on standard output, wrong use on standard error with exit code 2.
    private static func endParsing(_ error: any Error) -> Never {
        let typed = Array(CommandLine.arguments.dropFirst())
        if let unknown = UnknownWord(commandIn: typed, of: InzageTool.self) { end(with: unknown) }
        let text = InzageTool.fullMessage(for: error)
        if InzageTool.exitCode(for: error).isSuccess {
            print(text)
            Foundation.exit(0)
        }
        if let unknown = UnknownWord(optionIn: typed, of: InzageTool.self) { end(with: unknown) }
        FileHandle.standardError.write(Data((shown(text) + "\n").utf8))
        Foundation.exit(ExitStatus.usage.rawValue)
    }

    private static func end(with unknown: UnknownWord) -> Never {
        Terminal.tell(unknown.message, label: "error")
        Terminal.tell(unknown.hint, label: "hint")
        Foundation.exit(ExitStatus.usage.rawValue)
    }

    /// What the parser says, with what was typed made visible.
    ///
    /// It repeats an argument as it is, which must neither speak to the terminal nor begin a line of its own (case 69).
    /// The parser's own line breaks stay.
    private static func shown(_ text: String) -> String {
        var text = text
        for argument in CommandLine.arguments.dropFirst() {
            let value = argument.utf8.firstIndex(of: UInt8(ascii: "=")).map {
                argument[argument.utf8.index(after: $0)...]
            }
            for typed in [argument, value.map(String.init)].compactMap(\.self) where Terminal.visible(typed) != typed {
                text = text.replacingOccurrences(of: typed, with: Terminal.visible(typed), options: .literal)
            }
        }
        return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { Terminal.visible(String(decoding: $0, as: UTF8.self)) }.joined(separator: "\n")
    }

    private static func printJSON(_ failure: Failure) {
        struct Report: Encodable {
            let error: String
            let hint: String?
            let exit: Int32
            let findings: [Finding]?
        }
        Terminal.printJSON(
            Report(
                error: failure.message,
                hint: failure.hint,
                exit: failure.exit.rawValue,
                findings: failure.findings.isEmpty ? nil : failure.findings
            )
        )
    }

    init(_ exit: ExitStatus, _ message: String, hint: String? = nil) {
        self.exit = exit
        self.message = message
        self.hint = hint
    }

    private init?(_ error: any Error) {
        switch error {
        case let error as InzageError: self.init(error.exit, error.message, hint: error.hint)
        case let error as ConfigurationError:
            self.init(.configuration, error.message, hint: error.hint)
            findings = error.findings
        case let error as LetterError:
            self.init(error.code == .notGiven ? .usage : .configuration, "\(error)", hint: error.hint)
        case let error as SourceFailure:
            let held = "the answer is held" + (error.retryable ? "; try again later" : "")
            self.init(.sourceFailed, error.message, hint: error.hint ?? held)
        case let error as MailFailure: self.init(.deliveryFailed, error.message, hint: error.hint)
        case let error as ArchiveError: self.init(error.exit, error.message, hint: error.hint)
        case let error as SampleCompanyError: self.init(.usage, "\(error)", hint: error.hint)
        case let error as UnknownExporter: self.init(.usage, "\(error)", hint: error.hint)
        case is CancellationError: self.init(.unexpected, "the command was interrupted", hint: "run it again")
        case let error as CocoaError: self.init(file: error)
        case is any ParsingError: return nil
        default:
            guard InzageTool.exitCode(for: error) == .failure else { return nil }
            self.init(.unexpected, "something unexpected happened: \(type(of: error))")
        }
    }

    /// Files: Foundation's own text may hold a path that names a person, so it is not repeated.
    private init(file error: CocoaError) {
        if error.code == .fileWriteOutOfSpace {
            self.init(.unexpected, "the disk is full", hint: "make room and run the command again; nothing was lost")
        } else {
            self.init(.unexpected, "a file or folder could not be used (\(error.code.rawValue))")
        }
    }
}

/// An error of argument-parser, which prints itself.
private protocol ParsingError: Error {}
extension ValidationError: ParsingError {}
extension CleanExit: ParsingError {}

extension ArchiveError {
    /// How a command ends on it.
    var exit: ExitStatus {
        switch code {
        case .wrongPassphrase, .unusableKey: .usage
        case .damaged, .badSignature, .notEncrypted, .noSuchEntry: .integrityBroken
        default: .unexpected
        }
    }
}
