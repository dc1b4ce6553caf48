import CommandParts
import ArgumentParser
import Cases
import Groundwork
import Inzage

/// Lets requests go on that wait for a person's look: at the mail that opened them, or after a restore.
struct RequestLooked: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "looked",
        abstract:
            "Say that you read what came in a mail and was guessed right, or looked how a request stands after a restore.",
        discussion: """
            What a mail asks is guessed: this confirms it, and inzage request amend ID --right RIGHT says otherwise. No \
            answer goes before.

            A register that was restored does not know what was mailed after its backup was made. Look into the mail \
            server's log, or ask; then say here whether the answer went out. Until then nothing is mailed for it.

            """ + "\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Argument(help: ArgumentHelp("The requests' ids.", valueName: "id"), transform: ReadableAlphabet.meant)
    var ids: [String]

    @Flag(help: "The answer went out after the backup was made: it is noted as delivered, and nothing is sent.")
    var wentOut = false

    func run() throws {
        let pipeline = try options.workplace().pipeline
        var states: [Line] = []
        for id in ids {
            let isRestored = try pipeline.restoredFrom(id) != nil
            let request =
                wentOut || isRestored
                ? try pipeline.settleRestored(id, wentOut: wentOut) : try pipeline.settleMails(id)
            states.append(Line(id: id, state: request.state.rawValue))
            guard !options.json else { continue }
            Terminal.print("looked", "\(id), \(request.state.rawValue)")
            for owed in try pipeline.owed(in: request) { Terminal.print("next", owed.next.text) }
            if wentOut, try pipeline.hasLostPassphrase(request) {
                Terminal.print("remember", "its passphrase is not in the backup: if nobody told it before the loss,")
                Terminal.print("", "inzage request reopen \(id) --reason TEXT makes another answer")
            }
        }
        if options.json { Terminal.printJSON(["requests": states]) }
    }

    private struct Line: Encodable {
        let id, state: String
    }
}
