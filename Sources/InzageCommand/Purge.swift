import CommandParts
import ArgumentParser
import IntakeStage
import Inzage
import RegisterStore

/// Removes what is kept no longer; shows it first.
struct Purge: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what is kept no longer, and with --yes remove it.",
        discussion: """
            Archives go archive_kept after they were delivered, and their passphrases with them. Of a request that was \
            finished longer ago than requests_kept, who asked and what proved it are forgotten: its key is destroyed. \
            Its number, its days and the audit stay.

            """ + "\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Flag(help: "Remove it.")
    var yes = false

    func run() throws {
        let workplace = try options.workplace(for: yes ? .writing : .reading)
        let intake = workplace.pipeline.intake
        let purgeable = try intake.purgeable()
        if yes { try intake.purge() }
        if options.json {
            return Terminal.printJSON(Report(archives: purgeable.archives, requests: purgeable.requests, removed: yes))
        }
        for archive in purgeable.archives {
            Terminal.print("archive", "\(archive.request), answer \(archive.answer)")
        }
        for request in purgeable.requests {
            Terminal.print("request", "\(request.request), \(request.state) since \(request.finishedOn)")
        }
        if purgeable.isEmpty { return Terminal.tell("nothing is kept longer than it may be") }
        Terminal.tell(yes ? "removed" : "nothing was removed; inzage purge --yes removes it")
    }

    private struct Report: Encodable {
        let archives: [Purgeable.Archive]
        let requests: [Purgeable.Finished]
        let removed: Bool
    }
}
