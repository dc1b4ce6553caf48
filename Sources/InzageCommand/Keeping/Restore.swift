import CommandParts
import ArgumentParser
import Foundation
import Groundwork
import Inzage
import RegisterStore

/// Brings a register back.
struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put a backup in the register's place, and hold what may have gone on since.",
        discussion: """
            The backup is checked whole before anything changes; stop inzage work first. Every open code is void \
            afterwards, and of the requests that were open nothing is mailed until a person has looked whether the \
            answer went out: inzage request list names them, inzage request looked ID lets one go on. Requests that \
            were opened after the backup was made are not in it.

            """ + "\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Argument(help: "A file that inzage backup wrote.")
    var file: String

    @Flag(help: "Put a register that is there aside, under a name that is told.")
    var replace = false

    func run() throws {
        try options.requireFolder()
        let restored = try Workplace.restore(
            file,
            into: options.folder,
            replacing: replace,
            surroundings: options.surroundings()
        )
        if options.json { return Terminal.printJSON(Report(restored)) }
        Terminal.print("restored", "the register of \(restored.madeAt), \(Self.count(restored.requests, "request"))")
        if let kept = restored.kept {
            Terminal.print("kept", "\(options.folder)/\(kept), the register that was there; remove it when all is well")
        }
        Terminal.print(
            "void",
            "\(Self.count(restored.codes, "code")) that \(restored.codes == 1 ? "was" : "were") open"
        )
        Terminal.print("held", "\(Self.count(restored.held.count, "request")), until a person has looked")
        for id in restored.held { Terminal.print("", id) }
        Terminal.print("missing", "what was asked after \(restored.madeAt): open those requests again")
        Terminal.print("next", "inzage audit verify, then inzage request list")
    }

    private static func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }

    private struct Report: Encodable {
        let made: String
        let requests, codes: Int
        let held: [String]
        let kept: String?

        init(_ restored: RegisterRestoring.Restored) {
            made = restored.madeAt
            (requests, codes, held, kept) = (restored.requests, restored.codes, restored.held, restored.kept)
        }
    }
}
