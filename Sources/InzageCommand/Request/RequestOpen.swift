import ArgumentParser
import Inzage

extension Right: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
extension CloseReason: ExpressibleByArgument {}

/// Opens a request.
struct RequestOpen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Open a request; prints its id and nothing else.",
        discussion: "Nothing that the requester says is trusted. A value of - is read from standard input.\n\n"
            + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Option(help: "The right that is exercised; a request that names none is an access request.")
    var right: Right = .access

    @Option(help: "The address that the requester says is theirs.")
    var email: PersonalValue

    @Option(help: "The name that the requester gives.")
    var name: PersonalValue?

    @Option(help: ArgumentHelp("The day it reached the company (default: today).", valueName: "date"))
    var received: String?

    @Option(help: "The language of the answer (default: the controller's first).")
    var language: Language?

    @Option(
        help: ArgumentHelp(
            "An identifier that the requester names, KIND=VALUE; shown, never searched by.",
            valueName: "kind=value"
        )
    )
    var identifier: [PersonalValue] = []

    @Option(help: "Who asks, if it is not the person.")
    var requester: PersonalValue?

    @Option(help: "The address of who asks for the person.")
    var requesterEmail: PersonalValue?

    @Option(help: ArgumentHelp("The request that this one follows.", valueName: "id"))
    var follows: String?

    @OptionGroup var destination: DestinationOptions

    @OptionGroup var recipient: CertificateOptions

    func run() throws {
        let workplace = try options.workplace()
        let request = try workplace.pipeline.intake.open(submission())
        if received == nil {
            Terminal.tell("received on \(request.receivedOn); say --received DATE if it came earlier")
        }
        options.json ? Terminal.printJSON(["id": request.id]) : print(request.id)
    }

    private func submission() throws -> Submission {
        let representative: Representative? =
            switch (try requester.value(), try requesterEmail.value()) {
            case (let name?, let email?): Representative(name: name, email: email)
            case (nil, nil): nil
            default: throw ValidationError("--requester and --requester-email go together")
            }
        let identifiers = try identifier.map { try $0.value() }
        guard identifiers.allSatisfy({ $0.utf8.contains(UInt8(ascii: "=")) }) else {
            throw ValidationError("--identifier takes KIND=VALUE")
        }
        let place = try destination.destination() ?? .addressOfRecord
        let claim = Claim(
            email: try email.value(),
            name: try name.value(),
            representative: representative,
            identifiers: identifiers,
            destination: place,
            certificate: try recipient.pem(for: place, in: options)
        )
        return Submission(right: right, claim: claim, language: language, receivedOn: received, follows: follows)
    }
}

/// Where an answer goes if not to the address on file.
struct DestinationOptions: ParsableArguments {
    @Option(
        name: .customLong("destination"),
        help: ArgumentHelp(
            "Where the answer goes if not to the address on file: an address, post or hand-over; needs extra identification.",
            valueName: "addr|post|hand-over"
        )
    )
    var place: PersonalValue?

    @Option(help: "An organisation that gets the data (Art. 20(2)); needs extra identification.")
    var toOrganisation: PersonalValue?

    @Option(help: "The organisation's address.")
    var toEmail: PersonalValue?

    /// Whether a destination was named.
    var isGiven: Bool { place != nil || toOrganisation != nil || toEmail != nil }

    /// The destination, or nil when none was named.
    func destination() throws -> Destination? {
        switch (try toOrganisation.value(), try toEmail.value()) {
        case (let name?, let email?):
            guard place == nil else { throw ValidationError("--destination and --to-organisation exclude each other") }
            return .organisation(name: name, email: email)
        case (nil, nil): break
        default: throw ValidationError("--to-organisation and --to-email go together")
        }
        switch try place.value() {
        case nil: return nil
        case "address-of-record"?: return .addressOfRecord
        case "post"?: return .post
        case "hand-over"?: return .handOver
        case let address?: return .address(address)
        }
    }
}
