import CommandParts
import ArgumentParser
import Cases
import ControllerFiles
import Foundation
import Groundwork
import Inzage
import RegisterStore

/// Does what needs nobody, once or for as long as it runs.
struct Work: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Do what is owed and needs nobody, and remove what is kept no longer: once, or again and again.",
        discussion: """
            It takes in the mailbox that intake.mailbox in controller.yaml names, then does what inzage export --due and inzage purge --yes do, one request after the other, and says each thing \
            that it did on standard error, with the request's id and nothing personal. What fails is tried again, later \
            each time. SIGTERM and SIGINT end it after the step in hand, with 0. Several may run on one folder.

            """ + "\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Flag(help: "One pass, for cron or a timer; ends with the code of the first request that failed.")
    var once = false

    @Option(help: ArgumentHelp("How often, as an ISO 8601 period from PT1S to P1D.", valueName: "period"))
    var every = WorkInterval.usual

    func validate() throws {
        guard !once || every == .usual else { throw ValidationError("--every goes without --once") }
        guard once || !options.json else { throw ValidationError("--json goes with --once") }
    }

    func run() async throws {
        let stop = StopSignal()
        let sources = stop.listen()
        defer { withExtendedLifetime(sources) {} }
        var backOff = BackOff(first: every.seconds)
        if once { return try await runOnce(&backOff, stop) }
        // What is wrong from the beginning is said at once; what comes later may go again.
        _ = try options.workplaceToRead()
        Terminal.tell("works every \(every.text) until it is stopped")
        while !stop.isAsked {
            do {
                _ = try await pass(&backOff, stop)
            } catch {
                let failure = Failure.describing(error)
                Terminal.tell(failure.message, label: "error")
                if let hint = failure.hint { Terminal.tell(hint, label: "hint") }
            }
            var random = SystemRandomNumberGenerator()
            if !stop.isAsked { await stop.sleep(seconds: BackOff.jittered(every.seconds, random: &random)) }
        }
        Terminal.tell("stopped")
    }

    private func runOnce(_ backOff: inout BackOff, _ stop: StopSignal) async throws {
        let pass = try await pass(&backOff, stop)
        if options.json {
            Terminal.printJSON(Report(done: pass.done, failed: pass.failed, stopped: pass.wasStopped))
        }
        if pass.ending != .done, !pass.wasStopped { throw ExitCode(pass.ending.status) }
    }

    /// The folder is opened anew each time: its settings may have changed, and between two passes nobody holds it.
    private func pass(_ backOff: inout BackOff, _ stop: StopSignal) async throws -> Worker.Pass {
        let workplace = try options.workplace(for: .writing)
        let surroundings = workplace.register.surroundings
        let mails = MailRounds(workplace.mailDesk) {
            try workplace.mailbox(environment: ProcessInfo.processInfo.environment)
        }
        let worker = Worker(
            workplace.pipeline,
            surroundings: surroundings,
            mails: mails,
            ending: { Failure.describing($0).ending },
            words: { "\($0.meaning) (exit \($0.status))" }
        )
        let pass = try await worker.pass(&backOff, isStopping: { stop.isAsked }, say: { Terminal.tell($0) })
        WorkerNote(ranAt: surroundings.timestamp, done: pass.done.count, failed: pass.failed.count)
            .write(in: workplace.configuration.folder)
        return pass
    }

    private struct Report: Encodable {
        let done, failed: [String]
        let stopped: Bool
    }
}

/// How often the worker goes through the requests.
struct WorkInterval: ExpressibleByArgument, Equatable {
    let text: String
    let seconds: TimeInterval

    static let usual = WorkInterval(text: "PT5M", seconds: 300)

    private init(text: String, seconds: TimeInterval) { (self.text, self.seconds) = (text, seconds) }

    init?(argument: String) {
        guard let seconds = ISODuration(argument)?.wholeSeconds, (1...86_400).contains(seconds) else { return nil }
        self.init(text: argument, seconds: TimeInterval(seconds))
    }

    var defaultValueDescription: String { text }
}
