import CommandParts
import Accountability
import ArchiveSealing
import ArgumentParser
import Cases
import Foundation
import Inzage

/// Checks a case file.
struct CaseVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check a case file: its codes, its signature, its files, and its part of the audit.",
        discussion: """
            The passphrase is read from standard input. In the folder of the controller who wrote it, the lines of the \
            audit are compared with the register's own; elsewhere they are said to be unchecked.

            """ + "\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Argument(help: "The case file.")
    var file: String

    @Option(
        help: ArgumentHelp("Trust this certificate, or those that it vouches for, and no other.", valueName: "file")
    )
    var certificate: String?

    func run() throws {
        guard FileManager.default.isReadableFile(atPath: file) else {
            throw InzageError(.usage, "there is no such file, or it cannot be read")
        }
        let trusted = try certificate.map { try TypedValues.content(of: $0) }
        let opened = try OpenedCase(opening: file, passphrase: TypedValues.passphrase(), trusting: trusted)
        let isHere = options.controller != nil || isControllerFolder
        if isHere { try opened.check(against: options.workplaceToRead().register) }
        let signature = opened.signature.map { SignatureReport($0) }
        guard !options.json else {
            return Terminal.printJSON(CheckedCaseJSON(opened, signature, isChecked: isHere))
        }
        Terminal.print("opened", "\(opened.names.count) files, each as it was sealed and as case.json names it")
        signature?.print(comparedWith: "one that came by another way") ?? Terminal.print("signed", "no")
        Terminal.print("request", "\(opened.request), \(opened.right), \(opened.state)")
        Terminal.print("written", "\(opened.writtenAt), by \(opened.writtenBy)")
        let lines = "\(opened.entries.count) entries"
        Terminal.print(
            "audit",
            isHere
                ? "\(lines), all that this register has of the request up to then"
                : "\(lines), unchecked: this is not the folder of the controller who wrote it"
        )
    }

    private var isControllerFolder: Bool {
        FileManager.default.fileExists(atPath: "\(options.folder)/controller.yaml")
    }
}

/// What `case verify --json` prints.
private struct CheckedCaseJSON: Encodable {
    let request, right, state, writtenAt, writtenBy: String
    let files: [String]
    let signature: SignatureReport?
    let entries: Int
    /// `part of this register`, or `unchecked`.
    let audit: String

    init(_ opened: OpenedCase, _ signature: SignatureReport?, isChecked: Bool) {
        request = opened.request
        right = opened.right
        state = opened.state
        writtenAt = opened.writtenAt
        writtenBy = opened.writtenBy
        files = opened.names
        self.signature = signature
        entries = opened.entries.count
        audit = isChecked ? "part of this register" : "unchecked"
    }
}
