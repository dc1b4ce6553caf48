import CommandParts
import ArgumentParser

/// The exporters: one folder for each source system.
struct ExporterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exporter",
        abstract: "Look at the systems that data is gathered from.",
        discussion: ExitTable.text,
        subcommands: [ExporterList.self, ExporterDraftCommand.self, ExporterTest.self]
    )
}
