import ArgumentParser
import Groundwork
import IntakeStage
import Inzage
import Cases

/// Closes a request.
struct RequestClose: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Close a request; its archive and passphrase are removed.",
        discussion: ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Argument(help: "The request's id.", transform: ReadableAlphabet.meant)
    var id: String

    @Option(help: "Why: answered, nothing-held, spam, duplicate, mistake or silent.")
    var reason: CloseReason

    func run() throws {
        let request = try options.workplace().pipeline.change(id) { try $0.close(id, reason: reason) }
        options.json
            ? Terminal.printJSON(["id": id, "state": request.state.rawValue])
            : Terminal.print("closed", "\(id), \(reason.rawValue)")
    }
}
