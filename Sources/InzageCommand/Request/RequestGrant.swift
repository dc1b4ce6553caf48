import CommandParts
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
            first, place by place (inzage request worklist ID, inzage request done ID SYSTEM), then say it here. Of an \
            erasure, what a law keeps is listed by itself. It is not confirmed while a place is not ticked off, nor an \
            erasure while a request of the same person for the data itself waits, unless --anyway is said.

            """ + "\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Argument(help: "The request's id.", transform: ReadableAlphabet.meant)
    var id: String

    @Option(
        help: ArgumentHelp("A category that stays, and on which ground; may be repeated.", valueName: "category=ground")
    )
    var kept: [String] = []

    @Flag(help: "Confirm though a place is not ticked off, or though the data itself is still asked for.")
    var anyway = false

    @OptionGroup var sending: SendOption

    func run() async throws {
        let workplace = try options.workplace()
        guard sending.isOrdered(workplace.configuration.controller) else {
            let intake = workplace.pipeline.intake
            try workplace.pipeline.checkCarriedOut(intake.request(id), anyway: anyway)
            let kept = try intake.kept(by: intake.request(id), also: grounds())
            try sending.show(
                workplace.pipeline.preview(.confirmation(kept: kept), of: id).letter,
                of: id,
                json: options.json
            )
        }
        let sent = try await workplace.pipeline.grant(id, kept: grounds(), anyway: anyway)
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
