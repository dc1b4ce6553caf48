import ArgumentParser
import Cases
import CommandParts
import Groundwork
import Inzage
import RegisterStore

/// Puts a redacted version in place of a document.
struct Replace: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put a redacted version in place of a document, on a stated ground.",
        discussion: """
            FILE is sealed at once and goes under its own name, because that of the document may be what it hides. The \
            overview says that a redacted version is given, and on which ground.

            Its text is searched for the others whom the gathered answer names, and its pages for text that they do not \
            show; with either it is refused unless you say --anyway.

            FIELD is needed only where a record has several documents. \(CutTarget.keyForm)

            """ + "\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Argument(help: "The request's id.", transform: ReadableAlphabet.meant)
    var id: String

    @Argument(help: ArgumentHelp("Whose document.", valueName: "system/collection/key[/field]"))
    var target: PersonalValue?

    @Argument(help: "The redacted version.")
    var file: String?

    @Option(help: "The ground, in a word or two; the person reads it.")
    var ground: String?

    @Option(help: "Why; kept sealed in the register.")
    var reason: PersonalValue?

    @Flag(help: "Put it there though it names others, or holds text that its pages do not show.")
    var anyway = false

    @OptionGroup var undoing: UndoOption

    func validate() throws {
        guard undoing.undo == nil else {
            guard target == nil, file == nil, ground == nil, reason == nil, !anyway else {
                throw ValidationError(UndoOption.alone)
            }
            return
        }
        guard target != nil, file != nil else {
            throw ValidationError("name the document and the file in its place, or say --undo N")
        }
        guard ground != nil else { throw ValidationError("--ground is needed") }
    }

    func run() throws {
        let pipeline = try options.workplace().pipeline
        if let number = undoing.undo { return try undoing.undo(number, .replacement, of: id, pipeline, options) }
        guard let target = try target.value(), let file, let ground else { return }
        let look = try pipeline.replace(
            target,
            with: file,
            ground: ground,
            reason: reason.value(),
            anyway: anyway,
            in: id
        )
        guard !options.json else {
            return Terminal.printJSON(Report(id: id, replaced: target, found: look.sentences))
        }
        Terminal.print("replaced", target)
        for sentence in look.sentences { Terminal.print("", sentence) }
    }

    private struct Report: Encodable {
        let id, replaced: String
        /// What speaks against giving it, or was not read.
        let found: [String]
    }
}
