import CommandParts
import ArgumentParser
import Groundwork
import Policy
import IntakeStage
import Inzage
import ControllerFiles
import Cases

/// Changes a request.
struct RequestAmend: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "amend",
        abstract: "Change destination, right, language, whom it is about, or an earlier day of receipt.",
        discussion: "The clock is kept; whatever proof the change outgrows is dropped.\n\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Argument(help: "The request's id.", transform: ReadableAlphabet.meant)
    var id: String

    @Option(help: "The right that is exercised.")
    var right: Right?

    @Option(help: "The language of the answer.")
    var language: Language?

    @Option(help: ArgumentHelp("An earlier day on which it reached the company.", valueName: "date"))
    var received: String?

    @Option(help: "The address of the person it is about, where the request named nobody or another one.")
    var email: PersonalValue?

    @OptionGroup var destination: DestinationOptions

    @OptionGroup var recipient: CertificateOptions

    func validate() throws {
        let changes = [right?.rawValue, language?.rawValue, received, recipient.certificate].compactMap(\.self)
        guard !changes.isEmpty || email != nil || destination.isGiven else {
            throw ValidationError(
                "say what changes: --right, --language, --received, --email, --certificate or a destination"
            )
        }
    }

    func run() throws {
        let place = try destination.destination()
        let amendment = Amendment(
            right: right,
            language: language,
            destination: place,
            certificate: try recipient.pem(for: place, in: options),
            receivedOn: received,
            email: try email.value()
        )
        let workplace = try options.workplace()
        let request = try workplace.pipeline.change(id) { try $0.amend(id, amendment) }
        Terminal.warn(of: language, of: workplace.configuration.controller)
        options.json
            ? Terminal.printJSON(["id": id, "state": request.state.rawValue])
            : Terminal.print("amended", "\(id), now \(request.state.rawValue)")
    }
}
