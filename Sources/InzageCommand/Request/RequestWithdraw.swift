import CommandParts
import ArgumentParser
import Groundwork
import IntakeStage
import Inzage
import Cases

/// Ends a request that the person takes back.
struct RequestWithdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "End a request because the person takes it back.",
        discussion: ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Argument(help: "The request's id.", transform: ReadableAlphabet.meant)
    var id: String

    func run() throws {
        let request = try options.workplace().pipeline.change(id) { try $0.withdraw(id) }
        options.json
            ? Terminal.printJSON(["id": id, "state": request.state.rawValue]) : Terminal.print("withdrawn", id)
    }
}
