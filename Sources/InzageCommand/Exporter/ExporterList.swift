import CommandParts
import ArgumentParser
import BundledExporters
import ExporterKit
import Inzage
import Policy
import ControllerFiles

/// Lists the exporters.
struct ExporterList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List this controller's exporters, and the ready ones that can be copied.",
        discussion: ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    func run() throws {
        let configuration = try Workplace.configuration(in: options.folder)
        let language = configuration.controller.languages.first ?? .en
        let lines = configuration.systems.map { system in
            Line(
                name: system.id,
                title: system.title.text(in: language.rawValue),
                driver: system.driver,
                heldBy: system.heldBy,
                collections: system.collections.map(\.id)
            )
        }
        let ready = BundledExporters.names.filter { name in !lines.contains { $0.name == name } }
        if options.json { return Terminal.printJSON(Report(exporters: lines, ready: ready)) }
        for line in lines {
            Terminal.print(line.name, "\(line.title) (\(line.driver)): \(line.collections.joined(separator: ", "))")
        }
        if !ready.isEmpty { Terminal.tell("ready to copy from Exporters/: \(ready.joined(separator: ", "))") }
    }

    private struct Line: Encodable {
        let name, title, driver, heldBy: String
        let collections: [String]
    }

    private struct Report: Encodable {
        let exporters: [Line]
        let ready: [String]
    }
}
