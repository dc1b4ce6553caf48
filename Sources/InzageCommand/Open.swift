import CommandParts
import ArgumentParser
import Foundation
import ArchiveSealing
import Cases
import PackagingStage

/// Opens an archive as the subject does.
struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Open an archive into a folder, as the person who gets it does; every file is checked.",
        discussion: """
            The passphrase is read from standard input; an archive that is sealed to a certificate takes --key instead. \
            The signature is checked too, and without --certificate its fingerprint is to be compared with the letter.

            """ + "\n" + ExitTable.text
    )

    @Argument(help: "The archive.")
    var archive: String

    @Option(help: ArgumentHelp("The folder to make and fill.", valueName: "dir"))
    var into: String

    @Option(help: ArgumentHelp("The private key of the certificate that the archive is sealed to.", valueName: "file"))
    var key: String?

    @Option(
        help: ArgumentHelp("Trust this certificate, or those that it vouches for, and no other.", valueName: "file")
    )
    var certificate: String?

    @Option(help: ArgumentHelp("Trust a timestamp by this authority's certificates alone.", valueName: "file"))
    var timestampAuthority: String?

    @Flag(name: .long, help: "Print one JSON object instead of text.")
    var json = false

    func run() throws {
        let passphrase = key == nil ? try TypedValues.passphrase() : nil
        guard FileManager.default.isReadableFile(atPath: archive) else {
            throw InzageError(.usage, "there is no such archive, or it cannot be read")
        }
        let trust = OpenedArchive.Trust(
            certificates: try certificate.map(TypedValues.content),
            authorities: try timestampAuthority.map(TypedValues.content)
        )
        let opened =
            if let passphrase {
                try OpenedArchive.extract(archive, passphrase: passphrase, into: into, trust: trust)
            } else {
                try OpenedArchive.extract(
                    envelope: archive,
                    key: TypedValues.content(of: key ?? ""),
                    into: into,
                    trust: trust
                )
            }
        let signature = opened.signature.map { SignatureReport($0) }
        guard !json else { return Terminal.printJSON(OpenReport(files: opened.names, signature: signature)) }
        Terminal.print("opened", "\(opened.names.count) files, each as the descriptor says, in \(into)")
        signature?.print() ?? Terminal.print("signed", "no")
        Terminal.print("read first", "\(into)/01-overview.html")
    }
}

/// What `open --json` prints.
private struct OpenReport: Encodable {
    let files: [String]
    let signature: SignatureReport?
}
