import ArgumentParser
import Cases
import Inzage

/// Cuts something from an answer.
struct Withhold: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Withhold a collection, a record or a field on a stated ground; marked in place.",
        discussion: CutTarget.keyForm + "\n\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Argument(help: "The request's id.")
    var id: String

    @Argument(help: ArgumentHelp("What is withheld.", valueName: "system/collection[/key[/field]]"))
    var target: PersonalValue

    @Option(help: "The ground, in a word or two; the person reads it.")
    var ground: String

    @Option(help: "Why; kept sealed in the register.")
    var reason: PersonalValue

    func run() throws {
        let target = try target.value()
        try options.workplace().pipeline.withhold(target, ground: ground, reason: reason.value(), from: id)
        options.json ? Terminal.printJSON(["id": id, "withheld": target]) : Terminal.print("withheld", target)
    }
}
