import CommandParts
import ArgumentParser
import RegisterStore
import Inzage

/// Shows the audit.
struct AuditShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show who did what, when; ids and counts, no personal data.",
        discussion: ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Option(help: "Only this request.")
    var request: String?

    func run() throws {
        let entries = try options.workplaceToRead().register.read { try $0.auditEntries(request: request) }
        if options.json { return Terminal.printJSON(["entries": entries]) }
        for entry in entries {
            let counts = entry.counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
            let text = [entry.action, counts].filter { !$0.isEmpty }.joined(separator: ": ")
            Terminal.print("\(entry.at)  \(entry.operator)  \(entry.request ?? "-")  \(text)")
        }
    }
}
