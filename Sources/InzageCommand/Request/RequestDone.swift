import CommandParts
import ArgumentParser
import Cases
import Groundwork
import Inzage
import IntakeStage

/// Ticks a place on a work list off.
struct RequestDone: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "done",
        abstract: "Say that what was asked is done in one system, or that there was nothing to do there.",
        discussion: """
            For the rights that people carry out. inzage request worklist ID names the places; what no system reaches \
            is by-hand/CATEGORY. Each tick is an entry of the audit, and the letter counts them.

            """ + "\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Argument(help: "The request's id.", transform: ReadableAlphabet.meant)
    var id: String

    @Argument(help: ArgumentHelp("The systems, or by-hand/CATEGORY.", valueName: "system"))
    var systems: [String]

    @Flag(help: "Take the tick back, as long as nothing was confirmed.")
    var undo = false

    func run() throws {
        let pipeline = try options.workplace().pipeline
        var items: [WorkItem] = []
        for system in systems {
            items = try pipeline.tick(system, isDone: !undo, of: id)
            if !options.json { Terminal.print(undo ? "not done" : "done", system) }
        }
        if options.json {
            return Terminal.printJSON(Report(id: id, systems: systems, done: !undo, open: items.open.map(\.place)))
        }
        Terminal.print("work", items.sentence)
        if let first = items.open.first {
            Terminal.print("next", "inzage request done \(id) \(first.place), once it is done there")
        } else if try pipeline.intake.request(id).grantedOn == nil {
            Terminal.print("next", "inzage request grant \(id)")
        }
    }

    private struct Report: Encodable {
        let id: String
        let systems: [String]
        let done: Bool
        let open: [String]
    }
}
