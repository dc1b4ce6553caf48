import CommandParts
import ArgumentParser
import Groundwork
import Cases
import Inzage
import RegisterStore

/// Cuts something from an answer.
struct Withhold: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Withhold a collection, a record or a field on a stated ground; marked in place.",
        discussion: CutTarget.keyForm + "\n\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Argument(help: "The request's id.", transform: ReadableAlphabet.meant)
    var id: String

    @Argument(help: ArgumentHelp("What is withheld.", valueName: "system/collection[/key[/field]]"))
    var target: PersonalValue?

    @Option(help: "The ground, in a word or two; the person reads it.")
    var ground: String?

    @Option(help: "Why; kept sealed in the register.")
    var reason: PersonalValue?

    @OptionGroup var undoing: UndoOption

    func validate() throws {
        guard undoing.undo == nil else {
            guard target == nil, ground == nil, reason == nil else { throw ValidationError(UndoOption.alone) }
            return
        }
        guard target != nil else { throw ValidationError("name what is withheld, or say --undo N") }
        guard ground != nil, reason != nil else { throw ValidationError("--ground and --reason are needed") }
    }

    func run() throws {
        let pipeline = try options.workplace().pipeline
        if let number = undoing.undo { return try undoing.undo(number, .withhold, of: id, pipeline, options) }
        guard let target = try target.value(), let ground, let reason = try reason.value() else { return }
        try pipeline.withhold(target, ground: ground, reason: reason, from: id)
        options.json ? Terminal.printJSON(["id": id, "withheld": target]) : Terminal.print("withheld", target)
    }
}
