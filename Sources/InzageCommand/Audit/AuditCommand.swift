import CommandParts
import ArgumentParser

/// The audit: who did what, when.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Show who did what, and check that nothing was changed afterwards.",
        discussion: ExitTable.text,
        subcommands: [AuditShow.self, AuditVerify.self]
    )
}
