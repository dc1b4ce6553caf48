import CommandParts
import RegisterStore
import IntakeStage
import ArgumentParser
import Cases
import Foundation
import Groundwork
import Inzage
import Policy

/// Shows an answer before it goes.
struct ReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Look at an answer before it goes, as the person will get it.",
        discussion: """
            What somebody should look at comes first: free text about others, then what was replaced or cut, which is \
            marked with *. Beside each record stands how `inzage withhold` names it. Each look is an entry of the audit.

            --open puts the overview and the documents into a folder in memory that only you can read; it goes when \
            you press Enter, and when the command is killed.

            """ + "\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Argument(help: "The request's id; none with --due.", transform: ReadableAlphabet.meant)
    var id: String?

    @Flag(help: "Go through all answers that wait for a look, and release or leave each by one key.")
    var due = false

    @Option(help: ArgumentHelp("This collection alone, whole.", valueName: "system/collection"))
    var collection: String?

    @Flag(help: "Only records in which something was replaced or cut.")
    var onlyMarked = false

    @Flag(help: "Open the overview and the documents in a private folder in memory.")
    var open = false

    func validate() throws {
        guard (id == nil) == due else { throw ValidationError("name a request, or say --due") }
        guard !due || !(open || options.json) else { throw ValidationError("--due is a walk at the terminal") }
    }

    func run() async throws {
        ReviewRoom.sweep()
        let workplace = try options.workplace()
        guard let id else { return try await ReviewWalk(workplace: workplace, onlyMarked: onlyMarked).run() }
        let review = try workplace.pipeline.review(id)
        try checkCollection(in: review)
        let pages = ReviewPages(review: review, collection: collection, onlyMarked: onlyMarked)
        if options.json { return Terminal.printJSON(try pages.report()) }
        try pages.print()
        if open { try lookInside(review, overview: workplace.pipeline.overview(of: review)) }
        Terminal.print("")
        Terminal.print("next", "inzage export \(id) --release lets it go")
        Terminal.print(
            "",
            "inzage withhold \(id) SYSTEM/COLLECTION/KEY[/FIELD] --ground G --reason TEXT cuts something"
        )
        guard pages.parts.contains(where: { !$0.documents.isEmpty }) else { return }
        Terminal.print(
            "",
            "inzage replace \(id) SYSTEM/COLLECTION/KEY FILE --ground G puts a redacted version in place of a document"
        )
    }

    private func lookInside(_ review: AnswerReview, overview: [UInt8]) throws {
        try ReviewRoom.open(review, overview: overview) { name, document in
            Terminal.print(name, "\(document.name), \(document.type)")
        } look: { path in
            Terminal.print("open", path)
            Terminal.tell("press Enter when you have looked; the folder goes then")
            _ = readLine()
        }
    }

    private func checkCollection(in review: AnswerReview) throws {
        let known = review.parts.map { $0.place.description }
        guard let collection, !known.contains(where: { isSame($0, collection) }) else { return }
        throw InzageError(
            .usage,
            "--collection: the answer has no such collection",
            hint: suggestion(for: collection, among: known)
        )
    }
}

/// Goes through the answers that wait for a look.
struct ReviewWalk {
    let workplace: Workplace
    let onlyMarked: Bool

    func run() async throws {
        let waiting = try workplace.register.read { try $0.requests() }.filter { request in
            try workplace.pipeline.owed(in: request).contains { $0.what == .look }
        }
        if waiting.isEmpty { return Terminal.tell("no answer waits for a look") }
        for (number, request) in waiting.enumerated() {
            Terminal.print("answer \(number + 1)", "of \(waiting.count)")
            let pages = ReviewPages(
                review: try workplace.pipeline.review(request.id),
                collection: nil,
                onlyMarked: onlyMarked
            )
            try pages.print()
            switch Self.key("r releases it, s leaves it, q stops") {
            case "r": try await release(request.id)
            case "q": return
            default: Terminal.print("left", request.id)
            }
        }
    }

    private func release(_ id: String) async throws {
        var orders = Orders()
        orders.release = true
        let progress = try await workplace.pipeline.advance(id, orders: orders)
        Terminal.print("released", "\(id), \(try workplace.pipeline.intake.request(id).state.rawValue)")
        for step in try ExportReport.next(progress, id: id, in: workplace.pipeline) { Terminal.print("next", step) }
    }

    private static func key(_ question: String) -> String? {
        Terminal.tell(question)
        return readLine()?.lowercased()
    }
}
