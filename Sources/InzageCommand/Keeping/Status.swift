import CommandParts
import ArgumentParser
import Groundwork
import Inzage

/// Says how everything stands, in numbers.
struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what waits and for whom, in numbers; no personal data, and nothing is changed.",
        discussion: "For a glance or a monitor: it ends with 0 whatever waits. inzage request list names the requests."
            + "\n\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    func run() throws {
        let standing = try options.workplaceToRead().standing()
        guard !options.json else { return Terminal.printJSON(standing) }
        Terminal.print("open", Self.count(standing.open, "request"))
        for group in standing.states {
            Terminal.print("", "\(group.state) \(group.requests), the oldest of \(group.oldest)")
        }
        if let due = standing.oldestDue { Terminal.print("due", "the first on \(due)") }
        let counts = [
            (standing.late, "late"), (standing.dueSoon, "due within a week"),
            (standing.held, "held, because a source failed"), (standing.delivered, "delivered and not closed"),
            (standing.passphrasesUntold, "with a passphrase that nobody told"),
            (standing.mailsUnsent, standing.mailsUnsent == 1 ? "mail that has not gone" : "mails that have not gone"),
            (standing.restored, "restored, to be looked at"),
        ]
        for (count, what) in counts where count > 0 { Terminal.print("", "\(count) \(what)") }
        for waits in standing.waits {
            let since = waits.since.map { ", since \($0)" } ?? ""
            Terminal.print(waits.forPeople ? "for people" : "for inzage", "\(waits.what) \(waits.requests)\(since)")
        }
        if let worker = standing.worker {
            let failed = worker.failed > 0 ? ", something failed in \(worker.failed)" : ""
            Terminal.print("worker", "ran at \(worker.ranAt): something was done in \(worker.done)\(failed)")
        } else {
            Terminal.print("worker", "never ran here")
        }
    }

    private static func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
}
