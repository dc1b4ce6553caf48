import CommandParts
import ArgumentParser
import Groundwork
import Inzage
import IntakeStage

/// Puts a remark with a request.
struct RequestNote: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note",
        abstract: "Put a remark with a request; it is kept sealed.",
        discussion: ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Argument(help: "The request's id.", transform: ReadableAlphabet.meant)
    var id: String

    @Argument(help: "The remark, or - to read it from standard input.")
    var text: PersonalValue

    func run() throws {
        try options.workplace().pipeline.intake.note(id, text.value())
        options.json ? Terminal.printJSON(["id": id]) : Terminal.print("noted", id)
    }
}
