import CommandParts
import ArgumentParser
import Calendars
import Cases
import Groundwork

/// Says when a request must be answered.
struct Deadline: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say when a request must be answered; needs no controller's folder.",
        discussion: """
            The strict day is never moved: answer by then. The legal day is the last that the law allows, moved past \
            suspended days, weekends and public holidays. What is not known of holidays makes a day earlier, never later.

            """ + "\n" + ExitTable.text
    )

    @Option(help: ArgumentHelp("The day on which the request reached the company.", valueName: "date"))
    var received: String

    @Flag(help: "An extension was announced: three months instead of one.")
    var extended = false

    @Option(
        help: ArgumentHelp(
            "The day of asking and the day of the sufficient answer; once for each time the clock stood still.",
            valueName: "from..to"
        )
    )
    var suspended: [String] = []

    @Option(
        help: ArgumentHelp(
            "The Member State whose public holidays count, by two letters (default: weekends only).",
            valueName: "country"
        )
    )
    var holidays: String?

    @Flag(name: .long, help: "Print one JSON object instead of text.")
    var json = false

    func run() throws {
        guard let received = CivilDay(received) else {
            throw InzageError(.usage, "the day of receipt is no date", hint: "write it as 2026-03-05")
        }
        let suspensions = try suspended.map { try suspension($0, of: received) }
        let calendar = try calendar()
        let deadlines = Deadlines.of(
            received: received,
            promise: nil,
            extended: extended,
            suspensions: suspensions,
            holidays: calendar
        )
        warn(of: deadlines, suspensions, calendar)
        let report = DeadlineReport(
            deadlines: deadlines,
            extended: extended,
            suspendedDays: Suspension.days(in: suspensions),
            calendar: calendar.isKnown ? calendar : nil
        )
        json ? Terminal.printJSON(report) : report.print()
    }

    private func suspension(_ text: String, of received: CivilDay) throws -> Suspension {
        let bytes = Array(text.utf8)
        guard bytes.count == 22, bytes[10...11].elementsEqual("..".utf8),
            let asked = CivilDay(String(decoding: bytes.prefix(10), as: UTF8.self)),
            let answered = CivilDay(String(decoding: bytes.suffix(10), as: UTF8.self))
        else {
            throw InzageError(.usage, "--suspended takes two days", hint: "write them as 2026-03-06..2026-03-16")
        }
        guard asked >= received else {
            throw InzageError(
                .usage,
                "the day of asking, \(asked), lies before the day of receipt",
                hint: "nothing that came before a request suspends it; look at both days"
            )
        }
        guard let suspension = Suspension(asked: asked, answered: answered) else {
            throw InzageError(
                .usage,
                "the answer of \(answered) lies before the question of \(asked)",
                hint: "the day of asking comes first, then the day of the sufficient answer"
            )
        }
        return suspension
    }

    /// The calendar of the country; an empty name is of no country and leaves weekends only.
    private func calendar() throws -> HolidayCalendar {
        let calendar = HolidayCalendar(country: holidays ?? "")
        guard calendar.isKnown || holidays == nil else {
            throw InzageError(
                .usage,
                "the public holidays of '\(calendar.country)' are not known",
                hint: "known are \(HolidayCalendar.knownCountries.joined(separator: ", ")); "
                    + "without --holidays weekends alone count"
            )
        }
        return calendar
    }

    private func warn(of deadlines: Deadlines, _ suspensions: [Suspension], _ calendar: HolidayCalendar) {
        if !calendar.isKnown {
            Terminal.tell("weekends only; say --holidays NL for the public holidays of a country")
        }
        for suspension in suspensions where !suspension.isCreditable(after: deadlines.received, holidays: calendar) {
            Terminal.tell(
                "asked on \(suspension.asked), more than three working days after receipt: "
                    + "it counts only if the reason to ask came up later",
                label: "warning"
            )
        }
        if extended, deadlines.chainedExtension < deadlines.strict {
            Terminal.tell(
                "\(deadlines.received): one month and then two gives \(deadlines.chainedExtension); count on that",
                label: "warning"
            )
        }
    }
}
