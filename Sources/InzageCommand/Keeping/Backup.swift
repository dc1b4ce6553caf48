import CommandParts
import ArgumentParser
import Inzage
import RegisterStore

/// Copies the register to a safe place.
struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a sealed copy of the register into a file, while others work.",
        discussion: """
            It is sealed under a key that comes from keys/register.key: keep that in another place, for without it the \
            copy is noise. inzage restore FILE brings it back. The settings, exporters/, letters/ and keys/ are files \
            that you copy yourself; archives/ can be made again. The copy needs memory for twice the register.

            """ + "\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Argument(help: "The file to write, in a folder that is there.")
    var file: String

    @Flag(help: "Take the place of a file that is there.")
    var replace = false

    func run() throws {
        let header = try options.workplaceToRead().backUp(to: file, replacing: replace)
        if options.json {
            return Terminal.printJSON(["file": file, "made": header.madeAt, "register": header.edition])
        }
        Terminal.print("backup", file)
        // An edition is named by its newest change, which begins with its number.
        let edition = header.edition.prefix { $0 != " " }
        Terminal.print("made", "\(header.madeAt), of a register of edition \(edition)")
    }
}
