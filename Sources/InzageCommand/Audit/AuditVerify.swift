import CommandParts
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
        let register = try options.workplaceToRead().register
        let entries = try register.read { try $0.auditEntries() }
        let breaks = register.auditChain.breaks(in: entries)
        let keyless = entries.count { !$0.isKeyed }
        if options.json {
            struct Report: Encodable {
                let entries: Int
                let breaks: [AuditBreak]
                let head: String?
                /// How many an earlier edition wrote, whose hashes anybody could have computed.
                let keyless: Int?
            }
            let report = Report(
                entries: entries.count,
                breaks: breaks,
                head: entries.last?.hash,
                keyless: keyless > 0 ? keyless : nil
            )
            Terminal.printJSON(report)
        } else if breaks.isEmpty {
            let older = keyless > 0 ? ", \(keyless) of them by an earlier edition, without a key" : ""
            Terminal.print(
                "whole",
                "\(entries.count) entries\(older); the last hash is \(entries.last?.hash ?? "none")"
            )
        } else {
            for place in breaks { Terminal.print("broken", "entry \(place.number): \(place.problem)") }
        }
        if !breaks.isEmpty { throw ExitCode(ExitStatus.integrityBroken.rawValue) }
    }
}
