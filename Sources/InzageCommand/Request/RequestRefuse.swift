import ArgumentParser
import Groundwork
import Policy
import Inzage
import Cases
import IntakeStage

/// Refuses a request.
struct RequestRefuse: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refuse",
        abstract: "Refuse a request on a ground, and tell the person why and where to complain.",
        discussion: """
            GROUND is a word such as manifestly_unfounded, excessive, unidentifiable, legal_claims, legal_obligation or \
            overriding_compelling_legitimate_grounds. You must be able to show that it holds (Art. 12(4), 12(5)); \
            effort, bad language or a court case are no ground. An objection to direct marketing and a withdrawn \
            consent are never refused.

            """ + "\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Argument(help: "The request's id.", transform: ReadableAlphabet.meant)
    var id: String

    @Option(help: "The ground: a word, or a sentence of your own in the person's language; or - for standard input.")
    var ground: PersonalValue

    @Option(help: "Why it holds here, in the person's language, as the letter says it; or - for standard input.")
    var reason: PersonalValue

    func run() async throws {
        let workplace = try options.workplace()
        let ground = try ground.value()
        let sent = try await workplace.pipeline.refuse(id, ground: ground, reason: reason.value())
        let word = RefusalGround(word: ground)?.rawValue ?? "on an own ground"
        try LetterReport(id: id, sent, state: workplace.pipeline.intake.request(id).state)
            .print("refused", "\(id), \(word)", json: options.json)
    }
}
