import CommandParts
import ArgumentParser
import Groundwork
import Inzage
import Cases
import IntakeStage

/// Begins another answer to a request.
struct RequestReopen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen",
        abstract: "Begin another answer, when the person says that something is missing.",
        discussion: "It costs the person nothing; the old ledger stays beside the new.\n\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Argument(help: "The request's id.", transform: ReadableAlphabet.meant)
    var id: String

    @Option(help: "What is missing; kept sealed.")
    var reason: PersonalValue

    func run() throws {
        let reason = try reason.value()
        let request = try options.workplace().pipeline.change(id) { try $0.reopen(id, reason: reason) }
        options.json
            ? Terminal.printJSON(["id": id, "state": request.state.rawValue])
            : Terminal.print("reopened", "\(id), now \(request.state.rawValue)")
    }
}
