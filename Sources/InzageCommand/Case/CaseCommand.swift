import CommandParts
import ArgumentParser

/// Case files: how one request was handled, for an authority that asks.
struct CaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case",
        abstract:
            "Write everything about a request into one sealed and signed file, for an authority; check such a file.",
        discussion: """
            inzage case ID --into FILE writes one: what was asked, each step, the evidence without copies, the ledger, the \
            letters, the days and how they were counted, and the audit of this request. What the answer held is not in it.

            """ + "\n" + ExitTable.text,
        subcommands: [CaseWrite.self, CaseVerify.self],
        defaultSubcommand: CaseWrite.self
    )
}
