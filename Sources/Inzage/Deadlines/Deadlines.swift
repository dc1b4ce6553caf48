/// When a request must be answered, as the GDPR and Regulation 1182/71 count.
///
/// The day of receipt is not counted; a month ends on the same date of the next month, or on its last day.
package struct Deadlines: Sendable, Hashable, Codable {
    /// The day on which the request reached the controller.
    package let received: CivilDay
    /// The day the controller answers by and is warned of: its own promise or the law's months, whichever ends first.
    ///
    /// Weekends and holidays move nothing. An extension takes the place of the promise, from which it was announced.
    package let strict: CivilDay
    /// The last day that the law allows: the months, moved past weekends and holidays.
    package let legal: CivilDay
    /// The day by which an extension or a refusal must be announced, strictly: one month after receipt, never moved.
    package let notice: CivilDay
    /// The day on which an answer "without undue delay" is aimed at.
    package let `internal`: CivilDay

    /// Computes the days of a request that was received on a day.
    package static func of(
        received: CivilDay,
        promise: ISOPeriod?,
        extended: Bool = false,
        holidays: HolidayCalendar
    ) -> Deadlines {
        // One addition of three months, not one and then two: 31 January gives 30 April, not 28 April.
        let months = received.adding(months: extended ? 3 : 1)
        let promised = extended ? nil : promise?.applied(to: received)
        return Deadlines(
            received: received,
            strict: min(promised ?? months, months),
            legal: holidays.roll(months),
            notice: received.adding(months: 1),
            internal: received.adding(days: 14)
        )
    }
}
