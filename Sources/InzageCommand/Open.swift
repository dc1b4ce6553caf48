import ArgumentParser
import Foundation
import Inzage
import SealedArchive

/// Opens an archive as the subject does.
struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Open an archive into a folder, as the person who gets it does; every file is checked.",
        discussion: "The passphrase is read from standard input.\n\n" + ExitTable.text
    )

    @Argument(help: "The archive.")
    var archive: String

    @Option(help: ArgumentHelp("The folder to make and fill.", valueName: "dir"))
    var into: String

    @Flag(name: .long, help: "Print one JSON object instead of text.")
    var json = false

    func run() throws {
        if isatty(0) == 1 { Terminal.tell("the passphrase, with its hyphens:") }
        guard let typed = readLine(), let passphrase = Passphrase(typed) else {
            throw InzageError(.usage, "a passphrase has six groups of four digits, joined by hyphens")
        }
        guard FileManager.default.isReadableFile(atPath: archive) else {
            throw InzageError(.usage, "there is no such archive, or it cannot be read")
        }
        let names = try OpenedArchive.extract(archive, passphrase: passphrase, into: into)
        guard !json else { return Terminal.printJSON(["files": names]) }
        Terminal.print("opened", "\(names.count) files, each as the descriptor says, in \(into)")
        Terminal.print("read first", "\(into)/01-overview.html")
    }
}
