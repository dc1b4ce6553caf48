import CommandParts
import ArgumentParser
import Foundation

/// The command: answers people who ask a company for their personal data.
@main
struct InzageTool: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inzage",
        abstract: "Answers people who ask a company for their personal data.",
        discussion: """
            A request is opened, the requester's identity is proven, the person's data is gathered from the company's \
            systems, packed, sealed as an AES-256 ZIP and mailed to the address the company already knew.

            \(ExitTable.text)
            """,
        version: "0.1.0",
        subcommands: [
            Init.self, Demo.self, Check.self, RequestCommand.self, Verify.self, Add.self, Withhold.self, Replace.self,
            ReviewCommand.self,
            Export.self,
            LetterCommand.self, PassphraseCommand.self, Open.self, ExporterCommand.self, Deadline.self, Retention.self,
            Keys.self, IntakeCommand.self, AuditCommand.self, CaseCommand.self, ReportCommand.self, Purge.self,
            Work.self, Status.self,
            Backup.self, Restore.self,
        ]
    )

    static func main() async {
        protectMemoryAndFiles()
        if ExitTable.isAsked(by: Array(CommandLine.arguments.dropFirst())) {
            return print("EXIT CODES:\n" + ExitTable.table)
        }
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            try Terminal.requireOutput()
        } catch {
            Failure.end(with: error)
        }
    }

    /// No core dump holds anybody's data (case 103), and no new file is readable by others.
    private static func protectMemoryAndFiles() {
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        umask(0o077)
    }
}
