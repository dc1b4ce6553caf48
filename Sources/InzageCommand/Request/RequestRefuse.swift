import CommandParts
import ArgumentParser
import Groundwork
import Policy
import ControllerFiles
import Inzage
import Cases
import IntakeStage

/// Refuses a request.
struct RequestRefuse: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refuse",
        abstract: "Refuse a request on a ground, and tell the person why and where to complain.",
        discussion: """
            GROUND is one of \(Self.grounds). You must be able to show that it holds (Art. 12(4), 12(5)); \
            effort, bad language or a court case are no ground. An objection to direct marketing and a withdrawn \
            consent are never refused.

            """ + "\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Argument(help: "The request's id.", transform: ReadableAlphabet.meant)
    var id: String

    @OptionGroup var ground: GroundOptions

    @Option(help: "Why it holds here, in the person's language, as the letter says it; or - for standard input.")
    var reason: PersonalValue

    @OptionGroup var sending: SendOption

    private static let grounds = RefusalGround.allCases.map(\.rawValue).joined(separator: ", ")

    func run() async throws {
        let ground = try ground.value()
        let workplace = try options.workplace()
        guard sending.isOrdered(workplace.configuration.controller) else {
            let kind = PreviewedLetter.refusal(ground: ground, reason: try reason.value())
            try sending.show(workplace.pipeline.preview(kind, of: id).letter, of: id, json: options.json)
        }
        let sent = try await workplace.pipeline.refuse(id, ground: ground, reason: reason.value())
        let word = RefusalGround(word: ground)?.rawValue ?? "on an own ground"
        try LetterReport(id: id, sent, state: workplace.pipeline.intake.request(id).state)
            .print("refused", "\(id), \(word)", json: options.json)
    }
}
