import CommandParts
import ArgumentParser
import Groundwork
import ControllerFiles
import Inzage
import Cases
import IntakeStage
import Calendars
import RegisterStore

/// Takes more time for a request.
struct RequestExtend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extend",
        abstract: "Take more time, and tell the person why; only within the first month.",
        discussion: """
            The answer is then due three months after receipt (Art. 12(3)). It takes complexity or a number of requests; \
            effort alone is no reason.

            """ + "\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Argument(help: "The request's id.", transform: ReadableAlphabet.meant)
    var id: String

    @Option(help: "Why, in the person's language, as the letter says it; or - to read it from standard input.")
    var reason: PersonalValue

    @OptionGroup var sending: SendOption

    func run() async throws {
        let workplace = try options.workplace()
        guard sending.isOrdered(workplace.configuration.controller) else {
            let kind = PreviewedLetter.extensionNotice(reason: try reason.value())
            try sending.show(workplace.pipeline.preview(kind, of: id).letter, of: id, json: options.json)
        }
        let sent = try await workplace.pipeline.extend(id, reason: reason.value())
        let request = try workplace.pipeline.intake.request(id)
        let deadlines = try workplace.clock.deadlines(of: request)
        try LetterReport(id: id, sent, state: request.state, due: deadlines.strict)
            .print("extended", "\(id), due on \(deadlines.strict), legally by \(deadlines.legal)", json: options.json)
    }
}
