import CommandParts
import ArgumentParser
import Groundwork
import ExporterKit
import Foundation
import IdentityStage
import IdentityMethods
import Cases
import Inzage

/// Proves who asks.
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prove who asks: mail a code, take a code, record extra identification, or waive the check.",
        discussion: """
            Without options it says how the request's identity stands.

            EVIDENCE:
            """ + "\n" + Self.evidence + "\n\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Argument(help: "The request's id.", transform: ReadableAlphabet.meant)
    var id: String

    @Flag(help: "Mail a new code, which voids the one before; three a day at most.")
    var sendCode = false

    @Option(help: "The code that came back, or - to read it from standard input.")
    var code: PersonalValue?

    @Option(help: ArgumentHelp("How identity was checked.", valueName: "how"))
    var evidence: String?

    @Flag(help: "Decide not to verify, where the policy leaves that to you; needs --reason.")
    var waive = false

    @Option(help: "Why it is waived, or - to read it from standard input; kept sealed.")
    var reason: PersonalValue?

    @Option(help: ArgumentHelp("Who checked it.", valueName: "name"))
    var checkedBy: String?

    @Option(
        help: ArgumentHelp(
            "Whom the evidence is about, by number, where several people stand under the address.",
            valueName: "n"
        )
    )
    var subject: Int?

    @Option(help: ArgumentHelp("Why it counts though the name on file is another.", valueName: "reason"))
    var nameDiffers: PersonalValue?

    @Option(help: ArgumentHelp("Kinds of facts, joined by commas.", valueName: "kinds"))
    var facts: String?

    @Option(help: ArgumentHelp("The kind of document.", valueName: "kind"))
    var document: String?

    func validate() throws {
        guard [sendCode, code != nil, evidence != nil, waive].filter(\.self).count <= 1 else {
            throw ValidationError("--send-code, --code, --evidence and --waive exclude each other")
        }
        guard waive == (reason != nil) else { throw ValidationError("--waive and --reason go together") }
        guard (evidence == nil) == (checkedBy == nil) else {
            throw ValidationError("--evidence and --checked-by go together")
        }
        guard evidence != nil || (subject == nil && facts == nil && document == nil && nameDiffers == nil) else {
            throw ValidationError("--subject, --facts, --document and --name-differs belong to --evidence")
        }
    }

    func run() async throws {
        let report = try await options.workplace().pipeline.perform(act(), on: id)
        for warning in report.warnings { Terminal.tell(warning, label: "warning") }
        if options.json {
            Terminal.printJSON(IdentityJSON(id: id, report))
        } else {
            Terminal.print(report.isVerified ? "verified" : "not verified", report.lines.first ?? "")
            for line in report.lines.dropFirst() { Terminal.print("", line) }
            for (index, step) in report.next.enumerated() { Terminal.print(index == 0 ? "next" : "", step) }
        }
        if report.exit != .done { throw ExitCode(report.exit.rawValue) }
    }

    /// The ways there are, one a line, as the help lists them.
    private static let evidence = IdentificationMethods.all.map { method in
        "  " + method.word.padding(toLength: 14, withPad: " ", startingAt: 0) + method.help
    }.joined(separator: "\n")

    private func act() throws -> VerificationAct {
        if sendCode { return .sendCode }
        if let code = try code.value() { return .code(code) }
        if waive, let reason = try reason.value() { return .waive(reason: reason) }
        guard let evidence, let checkedBy else { return .look }
        return .evidence(
            EvidenceRecord(
                method: evidence,
                checkedBy: checkedBy,
                facts: facts?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } ?? [],
                document: document,
                subject: subject,
                nameDiffers: try nameDiffers.value()
            )
        )
    }
}

/// How identity stands, as JSON.
private struct IdentityJSON: Encodable {
    struct Person: Encodable {
        let number: Int
        let names: [String]
        let identifiers: [String]
        let foundIn: [String]
    }

    let id: String
    let verified: Bool
    let lines: [String]
    let warnings: [String]
    let next: [String]
    let candidates: [Person]

    init(id: String, _ report: IdentityReport) {
        self.id = id
        verified = report.isVerified
        lines = report.lines
        warnings = report.warnings
        next = report.next
        candidates = report.candidates.map { candidate in
            let identifiers = candidate.identifiers.map { "\($0.kind)=\($0.text)" }
            return Person(
                number: candidate.number,
                names: candidate.names,
                identifiers: identifiers,
                foundIn: candidate.foundIn
            )
        }
    }
}
