package import Calendars

/// What `deadline` prints.
package struct DeadlineReport {
    package let deadlines: Deadlines
    package let extended: Bool
    package let suspendedDays: Int
    /// Whose holidays were counted, or nil where weekends alone were.
    package let calendar: HolidayCalendar?

    package init(deadlines: Deadlines, extended: Bool, suspendedDays: Int, calendar: HolidayCalendar?) {
        self.deadlines = deadlines
        self.extended = extended
        self.suspendedDays = suspendedDays
        self.calendar = calendar
    }

    /// Prints each day and what it means.
    package func print() {
        let months = extended ? "three months" : "one month"
        let moved = calendar.map { "weekends and the holidays of \($0.country) (edition \($0.version))" } ?? "weekends"
        Terminal.print("received", "\(deadlines.received), which is not counted itself")
        Terminal.print("internal", "\(deadlines.internal), aimed at: an answer is due without undue delay")
        Terminal.print(
            "notice",
            "\(deadlines.notice), the last day to announce an extension or a refusal; "
                + "warn from \(deadlines.strictNotice)"
        )
        Terminal.print("strict", "\(deadlines.strict), answer by then: \(months) after receipt, moved by nothing")
        Terminal.print("legal", "\(deadlines.legal), the last day that the law allows: moved past \(moved)")
        if suspendedDays > 0 {
            let days = suspendedDays == 1 ? "1 day" : "\(suspendedDays) days"
            Terminal.print("suspended", "\(days), added to the legal day alone")
        }
    }
}

extension DeadlineReport: Encodable {
    private enum Key: String, CodingKey {
        case extended, suspendedDays, holidays, holidaysVersion
    }

    /// Writes the days and how they were counted into one object.
    package func encode(to encoder: any Encoder) throws {
        try deadlines.encode(to: encoder)
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(extended, forKey: .extended)
        try container.encode(suspendedDays, forKey: .suspendedDays)
        try container.encodeIfPresent(calendar?.country, forKey: .holidays)
        try container.encodeIfPresent(calendar?.version, forKey: .holidaysVersion)
    }
}
