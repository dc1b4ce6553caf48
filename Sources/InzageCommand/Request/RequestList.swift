import ArgumentParser
import Foundation
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
        discussion: ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Flag(help: "Also those that are closed, refused or withdrawn.")
    var all = false

    @Option(help: ArgumentHelp("Those about this address, finished ones too.", valueName: "addr"))
    var email: PersonalValue?

    @Option(help: ArgumentHelp("Those in whose claim all these words stand, finished ones too.", valueName: "text"))
    var search: PersonalValue?

    func run() throws {
        let workplace = try options.workplaceToRead()
        let requests = try found(in: workplace)
        let reports = try requests.enumerated()
            .map { (report: try RequestReport($1, in: workplace, detailed: false), turn: $0) }
            .sorted {
                ($0.report.deadlines.strict, $0.report.deadlines.legal, $0.turn)
                    < ($1.report.deadlines.strict, $1.report.deadlines.legal, $1.turn)
            }
            .map(\.report)
        if options.json { return Terminal.printJSON(["requests": reports]) }
        guard !reports.isEmpty else {
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

    private func found(in workplace: Workplace) throws -> [Request] {
        switch (try email.value(), try search.value()) {
        case (nil, nil): try workplace.register.read { try $0.requests() }.filter { all || !$0.state.isFinal }
        case (nil, let text?): try workplace.register.read { try $0.requests(about: text) }
        case (let email?, let text): try workplace.pipeline.intake.requests(from: email, about: text ?? "")
        }
    }
}
