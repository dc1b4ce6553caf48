import CommandParts
import ArgumentParser
import Cases
import Groundwork
import RegisterStore
import Calendars
import Inzage
import IntakeStage

/// Shows a request.
struct RequestShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a request: what was asked, its days, and what proves who asks.",
        discussion: ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Argument(help: "The request's id.", transform: ReadableAlphabet.meant)
    var id: String

    func run() throws {
        let workplace = try options.workplaceToRead()
        let request = try workplace.pipeline.intake.request(id)
        let report = try RequestReport(request, in: workplace, detailed: true)
        if options.json { return Terminal.printJSON(report) }
        let state = [report.state, report.closedBecause.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
        Terminal.print("request", "\(report.id), \(report.right), answered in \(report.language)")
        Terminal.print("state", report.round > 1 ? "\(state), answer \(report.round)" : state)
        let claims = [request.claim.name, request.claim.email].compactMap(\.self)
        if !claims.isEmpty { Terminal.print("claims", claims.joined(separator: ", ")) }
        if let representative = request.claim.representative {
            Terminal.print("asked by", "\(representative.name), \(representative.email)")
        }
        for identifier in request.claim.identifiers { Terminal.print("names", identifier) }
        for mail in report.mails ?? [] { show(mail) }
        Terminal.print("answer to", destination(request.claim.destination))
        Terminal.print("received", report.received)
        Terminal.print("due", "\(report.deadlines.strict) (strict), \(report.deadlines.legal) (legal)")
        let (strictNotice, notice) = (report.deadlines.strictNotice, report.deadlines.notice)
        Terminal.print("notice", "\(strictNotice) (strict), \(notice) (legal), to extend or refuse")
        if let day = report.extendedOn { Terminal.print("extended", "announced on \(day)") }
        if let day = report.grantedOn { Terminal.print("granted", "carried out by \(day)") }
        for ask in report.asks ?? [] { Terminal.print("asked", Self.sentence(ask)) }
        for evidence in report.evidence ?? [] {
            let detail = evidence.detail.map { " (\($0))" } ?? ""
            Terminal.print("evidence", "\(evidence.method)\(detail), by \(evidence.checkedBy), \(evidence.checkedAt)")
        }
        for (index, decision) in (report.decisions ?? []).enumerated() {
            Terminal.print(
                "decision \(index + 1)",
                "\(decision.what), by \(decision.by), \(decision.at); \(decision.undo) takes it back"
            )
        }
        if let follows = report.follows { Terminal.print("follows", follows) }
        if let ways = report.passphraseWays, !request.state.isFinal {
            Terminal.print("passphrase", "told \(ways.sentence)")
        }
        for other in report.alsoOpen ?? [] {
            Terminal.print("same person", "request \(other.id), \(other.right), \(other.state), due \(other.due)")
        }
        if let work = report.work { show(work) }
        if let day = request.purgedAt?.prefix(10) {
            Terminal.print("forgotten", "who asked, on \(day): finished requests are kept no longer")
        }
        for owed in report.owed {
            Terminal.print("owed", "\(owed.what.rawValue)\(owed.since.map { " since \($0)" } ?? ""); \(owed.next)")
        }
        for note in report.notes ?? [] { Terminal.print("note", note) }
        for remark in report.remarks { Terminal.print("remember", remark) }
    }

    private func show(_ mail: RequestReport.MailLine) {
        Terminal.print(mail.what == "opening" ? "mail" : "mail about it", mail.finding)
        if let guess = mail.guess { Terminal.print("guessed", guess) }
        if !mail.signals.isEmpty {
            Terminal.print("signals", mail.signals.joined(separator: ", ") + ", which prove nothing")
        }
        for remark in mail.remarks { Terminal.print("", remark) }
    }

    private func show(_ work: WorkReport) {
        Terminal.print("work", work.sentence)
        for place in work.places where place.needed {
            let tick = place.done.map { "done by \($0.by), \($0.at)" } ?? "to do"
            Terminal.print("", "\(place.summary): \(tick)")
        }
    }

    private static func sentence(_ ask: Ask) -> String {
        let answer = ask.answeredOn.map { "answered on \($0)" } ?? "not answered yet"
        return "for more on \(ask.askedOn), \(answer); the clock \(ask.isCredited ? "stands still" : "runs on") between"
    }

    private func destination(_ destination: Destination) -> String {
        switch destination {
        case .address(let address): "\(destination.word): \(address)"
        case .organisation(let name, let email): "\(name), \(email)"
        case .addressOfRecord, .post, .handOver: destination.word
        }
    }
}
