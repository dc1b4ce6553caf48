import CommandParts
import ArgumentParser
import Cases
import Groundwork
import Inzage
import DeliveryStage

/// Tells the passphrase of a request's archive.
struct PassphraseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "passphrase",
        abstract: "Tell the passphrase of a request's archive; each time is audited.",
        discussion: """
            Ring the number on file, read out the call number, then the passphrase. Never mail it. Where no number is on \
            file, it goes by letter to the postal address on file. Where neither is, it is told in person, or as \
            delivery.passphrase_otherwise in controller.yaml says; the letter with the archive says so, too.

            """ + "\n" + ExitTable.text
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
                let ways: [PassphraseWay]
                let callNumber, passphrase: String
            }
            return Terminal.printJSON(
                Report(
                    id: id,
                    ring: told.phones,
                    ways: told.ways,
                    callNumber: told.callNumber,
                    passphrase: told.passphrase
                )
            )
        }
        if told.ways.contains(.telephone) {
            Terminal.print("ring", told.phones.joined(separator: " or "))
            Terminal.print("call number", "\(told.callNumber); whoever rings reads it out first")
        } else {
            Terminal.print("tell it", told.ways.sentence)
            Terminal.print("call number", "\(told.callNumber); \(Self.useOfCallNumber(told.ways))")
        }
        Terminal.print("passphrase", told.passphrase)
    }

    private static func useOfCallNumber(_ ways: [PassphraseWay]) -> String {
        ways.contains(.letter)
            ? "it stands in the letter, so that the person knows that it is from you"
            : "it stands in the mail with the archive; who names it and shows who they are is told"
    }
}
