import ArgumentParser
import Groundwork
import Inzage
import Correspondence
import Cases
import IntakeStage

/// Shows, mails or notes a letter beside the answer.
struct LetterCommand: AsyncParsableCommand {
    /// The letters that an operator asks for; the others come with what they tell.
    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case acknowledgement
        case moreIdentification = "more-identification"
    }

    static let configuration = CommandConfiguration(
        commandName: "letter",
        abstract: "Show a letter, mail it, or note that it was posted.",
        discussion: """
            KIND:
              acknowledgement       the request came in; the answer comes by its due date
              more-identification   what is missing: whose data, which right, or proof of who asks

            Asked within three working days of receipt, the clock may stand still until the sufficient answer; the \
            strict due date and the day for an extension never move.

            """ + "\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Argument(help: "The request's id.", transform: ReadableAlphabet.meant)
    var id: String

    @Argument(help: "The letter: acknowledgement or more-identification.")
    var kind: Kind

    @Flag(help: "Mail it.")
    var send = false

    @Flag(help: "Note that it was posted today.")
    var posted = false

    func validate() throws {
        guard !send || !posted else { throw ValidationError("--send and --posted exclude each other") }
        guard !posted || kind == .moreIdentification else {
            throw ValidationError("--posted is noted of more-identification alone, for the clock")
        }
    }

    func run() async throws {
        let workplace = try options.workplace()
        let sent = try await write(in: workplace.pipeline)
        let report = LetterReport(id: id, sent, state: try workplace.pipeline.intake.request(id).state)
        guard send || posted else {
            if options.json {
                return Terminal.printJSON(["id": id, "subject": sent.letter.subject, "body": sent.letter.body])
            }
            return LetterReport.print(sent.letter)
        }
        if posted {
            return options.json ? Terminal.printJSON(report) : Terminal.print("noted", "\(id), \(kind.rawValue) posted")
        }
        try report.print("written", "\(id), \(kind.rawValue)", json: options.json)
    }

    private func write(in pipeline: Pipeline) async throws -> SentLetter {
        switch kind {
        case .acknowledgement: try await pipeline.acknowledge(id, sending: send)
        case .moreIdentification: try await pipeline.askForMore(id, send ? .mailed : posted ? .posted : .shown)
        }
    }
}
