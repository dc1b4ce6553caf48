import ArgumentParser
import Inzage

/// Changes a request.
struct RequestAmend: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "amend",
        abstract: "Change destination, right, language, or an earlier day of receipt.",
        discussion: "The clock is kept; whatever proof the change outgrows is dropped.\n\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Argument(help: "The request's id.")
    var id: String

    @Option(help: "The right that is exercised.")
    var right: Right?

    @Option(help: "The language of the answer.")
    var language: Language?

    @Option(help: ArgumentHelp("An earlier day on which it reached the company.", valueName: "date"))
    var received: String?

    @OptionGroup var destination: DestinationOptions

    @OptionGroup var recipient: CertificateOptions

    func validate() throws {
        guard
            right != nil || language != nil || received != nil || destination.isGiven
                || recipient.certificate != nil
        else {
            throw ValidationError("say what changes: --right, --language, --received, --certificate or a destination")
        }
    }

    func run() throws {
        let place = try destination.destination()
        let amendment = Amendment(
            right: right,
            language: language,
            destination: place,
            certificate: try recipient.pem(for: place, in: options),
            receivedOn: received
        )
        let request = try options.workplace().pipeline.change(id) { try $0.amend(id, amendment) }
        options.json
            ? Terminal.printJSON(["id": id, "state": request.state.rawValue])
            : Terminal.print("amended", "\(id), now \(request.state.rawValue)")
    }
}
