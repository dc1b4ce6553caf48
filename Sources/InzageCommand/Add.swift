import CommandParts
import ArgumentParser
import Groundwork
import Inzage
import RegisterStore

/// Puts in what people found by hand.
struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put in what a colleague found by hand, or say that there is nothing.",
        discussion: """
            Files are sealed at once; no copy of them stays in the clear. A category that no system feeds waits until \
            somebody has looked; --nothing --pending says of all that still wait that nothing was found.

            """ + "\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Argument(help: "The request's id.", transform: ReadableAlphabet.meant)
    var id: String

    @Option(help: "The category that the files belong to.")
    var category: String?

    @Flag(help: "Every category that still waits for a colleague; goes with --nothing.")
    var pending = false

    @Option(help: "What the files are, for the person who gets them.")
    var title: PersonalValue?

    @Flag(help: "A colleague looked and found nothing.")
    var nothing = false

    @OptionGroup var undoing: UndoOption

    @Argument(help: "The files.")
    var files: [String] = []

    func validate() throws {
        guard undoing.undo == nil else {
            guard files.isEmpty, !nothing, !pending, category == nil, title == nil else {
                throw ValidationError(UndoOption.alone)
            }
            return
        }
        guard nothing == files.isEmpty else {
            throw ValidationError("name the files that were found, or say --nothing")
        }
        guard (category == nil) == pending else { throw ValidationError("name a --category, or say --pending") }
        guard nothing || !pending else { throw ValidationError("--pending goes with --nothing") }
        guard nothing || title != nil else { throw ValidationError("--title says what the files are") }
    }

    func run() throws {
        let pipeline = try options.workplace().pipeline
        if let number = undoing.undo { return try undoing.undo(number, .addition, of: id, pipeline, options) }
        let categories = try category.map { [$0] } ?? pipeline.categoriesPending(in: id)
        if nothing {
            for category in categories { try pipeline.addNothing(category: category, to: id) }
        } else {
            try pipeline.add(files, category: categories[0], title: title.value() ?? "", to: id)
        }
        guard !options.json else { return Terminal.printJSON(["id": id, "added": String(files.count)]) }
        let count = "\(files.count) \(files.count == 1 ? "file" : "files")"
        for category in categories { Terminal.print("added", "\(category): \(nothing ? "nothing held" : count)") }
        if categories.isEmpty { Terminal.tell("no category waits for a colleague") }
    }
}
