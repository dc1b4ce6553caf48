import CommandParts
import ArgumentParser
import Cases
import Policy
import IntakeStage
import ControllerFiles
import Inzage
import Groundwork

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

    @Option(help: "The right that is exercised; a request that names none is treated as one for access, and asked.")
    var right: Right?

    @Option(help: "The address that the requester says is theirs; left out where the request names nobody.")
    var email: PersonalValue?

    @Option(help: "The name that the requester gives.")
    var name: PersonalValue?

    @Option(help: ArgumentHelp("The day it reached the company (default: today).", valueName: "date"))
    var received: String?

    @Option(help: ArgumentHelp("Why a day of receipt more than 90 days back is right.", valueName: "reason"))
    var lateEntry: PersonalValue?

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

    @Option(
        help: ArgumentHelp("The request that this one follows.", valueName: "id"),
        transform: ReadableAlphabet.meant
    )
    var follows: String?

    @OptionGroup var destination: DestinationOptions

    @OptionGroup var recipient: CertificateOptions

    func validate() throws {
        guard email != nil || name != nil || requester != nil else {
            throw ValidationError(
                "say what the request says: --email, or at least --name or --requester where it gives no address"
            )
        }
    }

    func run() throws {
        let workplace = try options.workplace()
        let request = try workplace.pipeline.intake.open(submission())
        if received == nil {
            Terminal.tell("received on \(request.receivedOn); say --received DATE if it came earlier")
        }
        Terminal.warn(of: language, of: workplace.configuration.controller)
        tell(of: request, workplace.configuration)
        try warnOfDuplicates(of: request, workplace.pipeline.intake)
        options.json ? Terminal.printJSON(["id": request.id]) : print(request.id)
    }

    /// What cannot wait: data that may be gone before the answer is due, and what the requester must be asked.
    private func tell(of request: Request, _ configuration: Configuration) {
        if request.right.isAnsweredByArchive { warn(of: configuration.collectionsThatMayVanish, request) }
        let letter = "inzage letter \(request.id) more-identification asks; the clock is running"
        if request.claim.email == nil { Terminal.tell("the request names nobody; \(letter)", label: "warning") }
        if !request.rightWasNamed, request.claim.email != nil {
            Terminal.tell("the request names no right and is treated as one for access; \(letter)", label: "warning")
        }
        let promise = configuration.controller.promise(of: request.right)
        if promise == nil, let article = request.right.article {
            Terminal.tell("the policy does not name this right; it is handled by law (Art. \(article))")
        }
    }

    /// The same request twice is answered twice: whoever typed it is told of the one that waits.
    private func warnOfDuplicates(of request: Request, _ intake: Intake) throws {
        for (other, due) in try intake.others(like: request) where other.id != request.follows {
            let lateness = due < intake.today ? ", late" : ""
            Terminal.tell(
                "request \(other.id) from the same address is open, \(other.right.rawValue), due \(due)\(lateness)",
                label: "warning"
            )
            Terminal.tell(Self.hint(request, other), label: "hint")
        }
    }

    /// What to do about two open requests of one address.
    private static func hint(_ request: Request, _ other: Request) -> String {
        if let erasure = [request, other].first(where: { $0.right == .erasure }),
            let access = [request, other].first(where: \.right.isAnsweredByArchive)
        {
            return "\(access.id) is answered first: what \(erasure.id) erases cannot be given any more"
        }
        guard request.right == other.right else { return "inzage request show \(request.id) names it" }
        return "inzage request close \(request.id) --reason duplicate ends this one; "
            + "--follows \(other.id) joins one that goes on with it"
    }

    private func warn(of vanishing: [(collection: String, period: String)], _ request: Request) {
        for (collection, period) in vanishing {
            Terminal.tell(
                "kept \(period) only, so it may be gone before the answer is due: \(collection)",
                label: "warning"
            )
        }
        guard !vanishing.isEmpty else { return }
        Terminal.tell("gather it at once with inzage export \(request.id), or keep it from deletion", label: "hint")
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
        return Submission(
            right: right,
            claim: claim,
            language: language,
            receivedOn: received,
            lateEntry: try lateEntry.value(),
            follows: follows
        )
    }
}

/// Where an answer goes if not to the address on file.
struct DestinationOptions: ParsableArguments {
    @Option(
        name: .customLong("destination"),
        help: ArgumentHelp(
            "Where the answer goes if not to the address on file: an address, post or hand-over, which need extra identification; on-file puts it back.",
            valueName: "addr|post|hand-over|on-file"
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
        case "address-of-record"?, "on-file"?: return .addressOfRecord
        case "post"?: return .post
        case "hand-over"?: return .handOver
        case let address?: return .address(address)
        }
    }
}
