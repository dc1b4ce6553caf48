import CommandParts
import Accountability
import ArchiveSealing
import ArgumentParser
import Cases
import ControllerFiles
import Groundwork
import Inzage
import Policy
import PackagingStage

/// Writes a case file.
struct CaseWrite: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "write",
        abstract: "Write the case file of a request (the same as inzage case ID --into FILE).",
        discussion: """
            The file is a ZIP sealed with AES-256. Its passphrase is shown once, here, and kept nowhere: tell it by \
            another way than the file goes. With --certificate it is a CMS envelope instead, for who holds the key. The \
            audit notes that it was written, with the SHA-256 of the file.

            """ + "\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Argument(help: "The request's id.", transform: ReadableAlphabet.meant)
    var id: String

    @Option(help: ArgumentHelp("The new file.", valueName: "file"))
    var into: String

    @Option(help: ArgumentHelp("Seal it to this certificate, instead of under a passphrase.", valueName: "file"))
    var certificate: String?

    func run() throws {
        let workplace = try options.workplace()
        let configuration = workplace.configuration
        let recipient = try certificate.map {
            try OrganisationCertificates.read($0, isDemo: configuration.controller.isDemo)
        }
        if let recipient {
            Terminal.tell("it will be sealed to a certificate; compare this SHA-256 with the one who owns it:")
            Terminal.tell(recipient.facts.shownFingerprint)
        }
        let desk = CaseDesk(
            pipeline: workplace.pipeline,
            templates: configuration.letters,
            signer: try PackageSigner(of: configuration),
            folder: configuration.folder
        )
        let written = try desk.write(id, to: into, for: recipient)
        if written.lacksTimestamp { Terminal.tell("the authority gave no timestamp", label: "warning") }
        if options.json { return Terminal.printJSON(WrittenCaseJSON(written, file: into)) }
        Terminal.print("written", "\(into), \(written.names.count) files in \(written.bytes) bytes")
        Terminal.print("SHA-256", written.sha256)
        if let signature = written.signature.map({ SignatureReport($0) }) {
            Terminal.print("signed", "\(signature.signedAt), by \(signature.subject)")
        } else {
            Terminal.print("signed", "no; inzage keys new --signing makes a key")
        }
        guard let passphrase = written.passphrase else { return }
        Terminal.print("passphrase", passphrase.reveal())
        Terminal.print("", "it is kept nowhere; tell it by another way than the file goes")
    }
}

/// What `case --json` prints.
private struct WrittenCaseJSON: Encodable {
    let id, file, sha256: String
    let bytes: UInt64
    let entries: [String]
    let passphrase: String?
    let signature: SignatureReport?

    init(_ written: WrittenCase, file: String) {
        id = written.id
        self.file = file
        sha256 = written.sha256
        bytes = written.bytes
        entries = written.names
        passphrase = written.passphrase?.reveal()
        signature = written.signature.map { SignatureReport($0) }
    }
}
