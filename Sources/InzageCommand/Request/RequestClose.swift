import CommandParts
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

    @Argument(help: "The request's id; none with --answered.", transform: ReadableAlphabet.meant)
    var id: String?

    @Option(help: "Why: answered, nothing-held, spam, duplicate, mistake or silent.")
    var reason: CloseReason?

    @Flag(help: "Close all that were answered and whose passphrase was told.")
    var answered = false

    func validate() throws {
        guard answered == (id == nil) else { throw ValidationError("name a request, or say --answered") }
        guard answered == (reason == nil) else { throw ValidationError("--reason goes with one request") }
    }

    func run() throws {
        guard let id, let reason else { return try closeAnswered() }
        let request = try options.workplace().pipeline.change(id) { try $0.close(id, reason: reason) }
        options.json
            ? Terminal.printJSON(["id": id, "state": request.state.rawValue])
            : Terminal.print("closed", "\(id), \(reason.rawValue)")
    }

    private func closeAnswered() throws {
        let closed = try options.workplace().pipeline.closeAnswered().map(\.id)
        guard !options.json else { return Terminal.printJSON(["closed": closed]) }
        for id in closed { Terminal.print("closed", "\(id), answered") }
        if closed.isEmpty { Terminal.tell("no request is answered with nothing owed any more") }
    }
}
