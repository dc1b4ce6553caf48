import ArgumentParser
import Inzage

/// Puts in what people found by hand.
struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put in what a colleague found by hand, or say that there is nothing.",
        discussion: "Files are sealed at once; no copy of them stays in the clear.\n\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Argument(help: "The request's id.")
    var id: String

    @Option(help: "The category that the files belong to.")
    var category: String

    @Option(help: "What the files are, for the person who gets them.")
    var title: PersonalValue?

    @Flag(help: "A colleague looked and found nothing.")
    var nothing = false

    @Argument(help: "The files.")
    var files: [String] = []

    func validate() throws {
        guard nothing == files.isEmpty else {
            throw ValidationError("name the files that were found, or say --nothing")
        }
        guard nothing || title != nil else { throw ValidationError("--title says what the files are") }
    }

    func run() throws {
        let pipeline = try options.workplace().pipeline
        if nothing {
            try pipeline.addNothing(category: category, to: id)
        } else {
            try pipeline.add(files, category: category, title: title.value() ?? "", to: id)
        }
        guard !options.json else { return Terminal.printJSON(["id": id, "added": String(files.count)]) }
        let count = "\(files.count) \(files.count == 1 ? "file" : "files")"
        Terminal.print("added", "\(category): \(nothing ? "nothing held" : count)")
    }
}
