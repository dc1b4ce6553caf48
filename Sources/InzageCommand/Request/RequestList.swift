import CommandParts
import Accountability
import ArgumentParser
import Foundation
import ControllerFiles
import Groundwork
import Policy
import RegisterStore
import Cases
import Inzage
import IntakeStage
import Calendars

/// Lists the requests.
struct RequestList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the requests, the one that is due first on top.",
        discussion: """
            --calendar prints the requests that wait for an answer as an iCalendar: an event on each strict day, with \
            alarms at nine in the morning fourteen days before, three days before, and on the day. It holds numbers and \
            rights, and nobody's name.

            """ + "\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Flag(help: "Also those that are closed, refused or withdrawn.")
    var all = false

    @Option(help: ArgumentHelp("Those about this address, finished ones too.", valueName: "addr"))
    var email: PersonalValue?

    @Option(help: ArgumentHelp("Those in whose claim all these words stand, finished ones too.", valueName: "text"))
    var search: PersonalValue?

    @Flag(help: "Only those that are not answered and past their strict day.")
    var late = false

    @Flag(help: "Print the days of those that wait for an answer as a calendar (.ics) instead of a list.")
    var calendar = false

    func validate() throws {
        guard !calendar || !options.json else { throw ValidationError("--calendar and --json exclude each other") }
    }

    func run() throws {
        let workplace = try options.workplaceToRead()
        let requests = try found(in: workplace).filter { try !late || isLate($0, in: workplace) }
        if calendar { return try printCalendar(of: requests.filter(\.waitsForAnswer), in: workplace) }
        let reports = try requests.enumerated()
            .map { (report: try RequestReport($1, in: workplace, detailed: false), turn: $0) }
            .sorted {
                ($0.report.deadlines.strict, $0.report.deadlines.legal, $0.turn)
                    < ($1.report.deadlines.strict, $1.report.deadlines.legal, $1.turn)
            }
            .map(\.report)
        if options.json { return Terminal.printJSON(["requests": reports]) }
        guard !reports.isEmpty else {
            if late { return Terminal.tell("no request is late") }
            return Terminal.tell(email == nil && search == nil ? "no open requests" : "no request is about that")
        }
        Terminal.print("id      due         legally     state               right             next")
        for report in reports {
            let state = report.state.padding(toLength: 19, withPad: " ", startingAt: 0)
            let right = report.right.padding(toLength: max(16, report.right.count), withPad: " ", startingAt: 0)
            let next = report.owed.first.map { "  \($0.isForPeople ? "people: " : "")\($0.what.rawValue)" } ?? ""
            Terminal.print(
                "\(report.id)  \(report.deadlines.strict)  \(report.deadlines.legal)  \(state) \(right)\(next)"
            )
            for remark in report.remarks { Terminal.print("        " + remark) }
        }
    }

    private func isLate(_ request: Request, in workplace: Workplace) throws -> Bool {
        guard request.waitsForAnswer else { return false }
        return try workplace.clock.today > workplace.clock.deadlines(of: request).strict
    }

    private func printCalendar(of requests: [Request], in workplace: Workplace) throws {
        let entries = try requests.map { request in
            let days = try workplace.clock.deadlines(of: request)
            return DueCalendar.Entry(
                id: request.id,
                right: request.right.rawValue,
                due: days.strict,
                legal: days.legal
            )
        }.sorted { ($0.due, $0.id) < ($1.due, $1.id) }
        let address = workplace.configuration.controller.delivery.from
        let domain = address.utf8.split(separator: UInt8(ascii: "@")).last.map { String(Substring($0)) } ?? address
        Terminal.write(DueCalendar(entries, domain: domain, at: workplace.register.surroundings.now()).bytes)
    }

    private func found(in workplace: Workplace) throws -> [Request] {
        switch (try email.value(), try search.value()) {
        case (nil, nil): try workplace.register.read { try $0.requests() }.filter { all || !$0.state.isFinal }
        case (nil, let text?): try workplace.register.read { try $0.requests(about: text) }
        case (let email?, let text): try workplace.pipeline.intake.requests(from: email, about: text ?? "")
        }
    }
}

extension Request {
    /// Whether it is neither answered nor ended.
    fileprivate var waitsForAnswer: Bool { !state.isFinal && state != .delivered }
}
