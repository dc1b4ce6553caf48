import CommandParts
import ArgumentParser
import Groundwork
import Inzage
import Correspondence
import Cases
import IntakeStage

/// Shows, mails or notes a letter beside the answer.
struct LetterCommand: AsyncParsableCommand {
    /// The letters: two that an operator asks for, and those that come with what they tell.
    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case acknowledgement
        case moreIdentification = "more-identification"
        case code, archive, organisation, elsewhere
        case nothingHeld = "nothing-held"
        case extensionNotice = "extension"
        case refusal, confirmation

        /// Whether the letter goes with what it tells, and can only be looked at here.
        var isOnlyShown: Bool { ![.acknowledgement, .moreIdentification].contains(self) }
    }

    static let configuration = CommandConfiguration(
        commandName: "letter",
        abstract: "Show a letter, mail it, or note that it was posted.",
        discussion: """
            KIND:
              acknowledgement       the request came in; the answer comes by its due date
              more-identification   what is missing: whose data, which right, or proof of who asks
              code, archive, organisation, elsewhere, nothing-held, extension, refusal, confirmation
                                    as they would go today; each goes with what it tells, so here it is only shown

            Asked within three working days of receipt, the clock may stand still until the sufficient answer; the \
            strict due date and the day for an extension never move.

            """ + "\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Argument(help: "The request's id.", transform: ReadableAlphabet.meant)
    var id: String

    @Argument(help: "The letter.")
    var kind: Kind

    @Flag(help: "Mail it.")
    var send = false

    @Flag(help: "Note that it was posted today.")
    var posted = false

    @Flag(help: "Only show it, which is done without --send and --posted too.")
    var preview = false

    @OptionGroup var ground: GroundOptions

    @Option(help: "The reason that an extension or a refusal gives; or - to read it from standard input.")
    var reason: PersonalValue?

    func validate() throws {
        guard !preview || !(send || posted) else { throw ValidationError("--preview sends nothing") }
        guard !kind.isOnlyShown || !(send || posted) else {
            throw ValidationError("this letter goes with what it tells; here it is only shown")
        }
        guard ![.extensionNotice, .refusal].contains(kind) || reason != nil else {
            throw ValidationError("--reason is a part of this letter")
        }
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
        case .code: try pipeline.preview(.code, of: id)
        case .archive: try pipeline.preview(.archive, of: id)
        case .organisation: try pipeline.preview(.organisation, of: id)
        case .elsewhere: try pipeline.preview(.elsewhere, of: id)
        case .nothingHeld: try pipeline.preview(.nothingHeld(pipeline.searchSummary(of: id)), of: id)
        case .extensionNotice: try pipeline.preview(.extensionNotice(reason: reason.value() ?? ""), of: id)
        case .refusal:
            try pipeline.preview(.refusal(ground: ground.value(), reason: reason.value() ?? ""), of: id)
        case .confirmation:
            try pipeline.preview(
                .confirmation(kept: pipeline.intake.kept(by: pipeline.intake.request(id), also: [:])),
                of: id
            )
        }
    }
}
