import Groundwork
import ArgumentParser
import Cases
import CommandParts
import Foundation
import Inzage
import MailIntake

/// Takes mails and forms in as requests.
struct IntakeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "intake",
        abstract: "Take in a mail, a mailbox or a web form: a request is opened, or a code that came back is tried.",
        discussion: """
            Without a place it takes the mailbox that intake.mailbox in controller.yaml names. Nothing in a mailbox is \
            changed; what was taken is remembered in the register, so that it may run every minute. What a mail asks is \
            guessed, and a person confirms it. What cannot be read waits for a person, with its clock running. Machines \
            get no answer.

            With --json it prints one JSON object for each mail, a line each. A form is one JSON object with any of \
            email, name, right, language, identifiers, message, received, form_id and requester: docs/operator.md.

            """ + "\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Option(help: ArgumentHelp("One mail as it was delivered; - is standard input.", valueName: "file"))
    var mail: String?

    @Option(
        help: ArgumentHelp(
            "A Maildir, an mbox, a folder of .eml, or imaps://USER@HOST/FOLDER with the password of intake.password.",
            valueName: "place"
        )
    )
    var mailbox: String?

    @Argument(help: ArgumentHelp("What a web form sent; - is standard input.", valueName: "form"))
    var form: String?

    func validate() throws {
        guard [mail, mailbox, form].compactMap(\.self).count <= 1 else {
            throw ValidationError("--mail, --mailbox and a form exclude each other")
        }
    }

    func run() async throws {
        let workplace = try options.workplace()
        let desk = workplace.mailDesk
        if let form {
            try show(desk.take(form: Self.bytes(of: form, atMost: MailDesk.formLimit)))
        } else if let mail {
            let place = mail == "-" ? nil : URL(fileURLWithPath: mail).lastPathComponent
            try show(await desk.take(Self.bytes(of: mail, atMost: desk.messageLimit), place: place))
        } else {
            try await takeMailbox(workplace, desk)
        }
    }

    /// A file, or standard input; of one that is larger than what is read of it, the beginning and one byte more.
    private static func bytes(of path: String, atMost limit: Int) throws -> [UInt8] {
        do {
            let handle =
                path == "-"
                ? FileHandle.standardInput : try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            return Array(try handle.read(upToCount: limit + 1) ?? Data())
        } catch {
            throw InzageError(.usage, "the file cannot be read", hint: "is it there, and may you read it?")
        }
    }

    private func show(_ taken: TakenMail) throws {
        let report = IntakeReport(taken)
        options.json ? Terminal.printJSON(report) : report.print()
        if taken.ending != .done { throw ExitCode(taken.ending.status) }
    }

    private func takeMailbox(_ workplace: Workplace, _ desk: MailDesk) async throws {
        let environment = ProcessInfo.processInfo.environment
        let here = FileManager.default.currentDirectoryPath
        let named = try mailbox.map { try workplace.mailbox($0, in: here, environment) }
        guard let place = try named ?? workplace.mailbox(environment: environment) else {
            throw InzageError(
                .usage,
                "no mailbox is named",
                hint: "say --mailbox PLACE or --mail FILE, or write intake.mailbox in controller.yaml"
            )
        }
        var ending = Ending.done
        let round = try await desk.takeAll(
            from: place,
            told: { number, taken in
                if ending == .done { ending = taken.ending }
                let report = IntakeReport(taken, mail: number)
                options.json ? report.printLine() : report.print()
            },
            failed: { number, error in
                let failure = Failure.describing(error)
                if ending == .done || ending == .waiting { ending = failure.ending }
                Terminal.tell("mail \(number): \(failure.message); it is tried again", label: "error")
            }
        )
        Terminal.tell(round.sentence)
        if ending != .done { throw ExitCode(ending.status) }
    }
}

extension MailRound {
    /// What came of it, in a sentence with numbers alone.
    fileprivate var sentence: String {
        var parts = TakenMail.Outcome.allCases.compactMap { outcome in
            counts[outcome].map { "\($0) \(outcome.rawValue)" }
        }
        if failed > 0 { parts.append("\(failed) failed") }
        if parts.isEmpty { parts = ["nothing new"] }
        if known > 0 { parts.append("\(known) taken before") }
        if tooOld > 0 { parts.append("\(tooOld) from before intake.since") }
        if isPartial { parts.append("more are left for the next time") }
        return parts.joined(separator: ", ")
    }
}
