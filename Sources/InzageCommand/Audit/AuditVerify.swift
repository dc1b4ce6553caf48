import ArgumentParser
import RegisterStore
import Cases
import Inzage

/// Checks the audit chain.
struct AuditVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Find an edit, a deletion or a reordering in the audit.",
        discussion: "A tail that was cut off shows only against the last hash kept elsewhere; it is printed.\n\n"
            + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    func run() throws {
        let entries = try options.workplaceToRead().register.read { try $0.auditEntries() }
        let breaks = AuditChain.breaks(in: entries)
        if options.json {
            struct Report: Encodable {
                let entries: Int
                let breaks: [AuditBreak]
                let head: String?
            }
            Terminal.printJSON(Report(entries: entries.count, breaks: breaks, head: entries.last?.hash))
        } else if breaks.isEmpty {
            Terminal.print("whole", "\(entries.count) entries; the last hash is \(entries.last?.hash ?? "none")")
        } else {
            for place in breaks { Terminal.print("broken", "entry \(place.number): \(place.problem)") }
        }
        if !breaks.isEmpty { throw ExitCode(ExitStatus.integrityBroken.rawValue) }
    }
}
