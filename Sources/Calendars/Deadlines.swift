package import Groundwork

/// When a request must be answered, as the GDPR and Regulation 1182/71 count.
///
/// The day of receipt is not counted; a month ends on the same date of the next month, or on its last day.
package struct Deadlines: Sendable, Hashable, Codable {
    /// The day on which the request reached the controller.
    package let received: CivilDay
    /// The day the controller answers by and is warned of: its own promise or the law's months, whichever ends first.
    ///
    /// Weekends, holidays and suspensions move nothing.
    package let strict: CivilDay
    /// The last day that the law allows: the months and the suspended days, moved past weekends and holidays.
    package let legal: CivilDay
    /// The last day to announce an extension or a refusal: one month after receipt, moved past weekends and holidays.
    ///
    /// A suspension does not move it.
    package let notice: CivilDay
    /// The day from which the controller is warned that nothing was announced: one month after receipt, never moved.
    package let strictNotice: CivilDay
    /// The day on which an answer "without undue delay" is aimed at.
    package let `internal`: CivilDay

    /// Computes the days of a request that was received on a day.
    ///
    /// - Parameter promise: what the controller promises; once it is extended, what it promises of an extension.
    package static func of(
        received: CivilDay,
        promise: ISOPeriod?,
        extended: Bool = false,
        suspensions: [Suspension] = [],
        holidays: HolidayCalendar
    ) -> Deadlines {
        // One addition of three months, not one and then two: 31 January gives 30 April, not 28 April.
        let months = received.adding(months: extended ? 3 : 1)
        let promised = promise?.applied(to: received)
        let month = received.adding(months: 1)
        return Deadlines(
            received: received,
            strict: min(promised ?? months, months),
            legal: holidays.roll(months.adding(days: Suspension.days(in: suspensions))),
            notice: holidays.roll(month),
            strictNotice: month,
            internal: received.adding(days: 14)
        )
    }

    /// Where an extension would end for whoever adds one month and then two; never later than in one addition.
    package var chainedExtension: CivilDay { received.adding(months: 1).adding(months: 2) }
}
