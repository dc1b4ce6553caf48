import ArgumentParser
import Groundwork
import ControllerFiles
import Inzage
import Policy
import Cases
import IntakeStage

/// Says that people carried out what was asked.
struct RequestGrant: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grant",
        abstract: "Say that what was asked is carried out, and confirm it to the person.",
        discussion: """
            For the rights that no archive answers: rectification, erasure, restriction, objection and the like. Do it \
            first, then say it here. Of an erasure, what a law keeps is listed by itself.

            """ + "\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Argument(help: "The request's id.", transform: ReadableAlphabet.meant)
    var id: String

    @Option(
        help: ArgumentHelp("A category that stays, and on which ground; may be repeated.", valueName: "category=ground")
    )
    var kept: [String] = []

    @OptionGroup var sending: SendOption

    func run() async throws {
        let workplace = try options.workplace()
        guard sending.isOrdered(workplace.configuration.controller) else {
            let intake = workplace.pipeline.intake
            let kept = try intake.kept(by: intake.request(id), also: grounds())
            try sending.show(
                workplace.pipeline.preview(.confirmation(kept: kept), of: id).letter,
                of: id,
                json: options.json
            )
        }
        let sent = try await workplace.pipeline.grant(id, kept: grounds())
        let request = try workplace.pipeline.intake.request(id)
        try LetterReport(id: id, sent, state: request.state)
            .print("granted", "\(id), \(request.right.rawValue), now \(request.state.rawValue)", json: options.json)
    }

    private func grounds() throws -> [String: String] {
        try kept.reduce(into: [:]) { grounds, text in
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { throw ValidationError("--kept takes CATEGORY=GROUND") }
            grounds[parts[0]] = parts[1]
        }
    }
}
