import ArgumentParser
import Groundwork
import Inzage
import DeliveryStage

/// Tells the passphrase of a request's archive.
struct PassphraseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "passphrase",
        abstract: "Tell the passphrase of a request's archive; each time is audited.",
        discussion: "Ring the number on file, read out the call number, then the passphrase. Never mail it.\n\n"
            + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Argument(help: "The request's id.", transform: ReadableAlphabet.meant)
    var id: String

    @Option(help: ArgumentHelp("Which answer, where there was more than one (default: the newest).", valueName: "n"))
    var answer: Int?

    func run() throws {
        let told = try options.workplace().pipeline.tellPassphrase(of: id, round: answer)
        guard !options.json else {
            struct Report: Encodable {
                let id: String
                let ring: [String]
                let callNumber, passphrase: String
            }
            return Terminal.printJSON(
                Report(id: id, ring: told.phones, callNumber: told.callNumber, passphrase: told.passphrase)
            )
        }
        let ring =
            told.phones.isEmpty
            ? "no number is on file; tell it by letter or in person" : told.phones.joined(separator: " or ")
        Terminal.print("ring", ring)
        Terminal.print("call number", "\(told.callNumber); whoever rings reads it out first")
        Terminal.print("passphrase", told.passphrase)
    }
}
