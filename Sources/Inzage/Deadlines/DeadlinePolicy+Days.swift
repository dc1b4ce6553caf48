package import Foundation

extension DeadlinePolicy {
    /// The zone in which a day of receipt is a day; UTC where the name is unknown, which `inzage check` reports.
    package var zone: TimeZone { TimeZone(identifier: timeZone) ?? .gmt }

    /// The days of a request that was received on a day.
    package func deadlines(received: CivilDay) -> Deadlines {
        Deadlines.of(
            received: received,
            promise: base.flatMap(ISOPeriod.init),
            holidays: HolidayCalendar(country: holidays)
        )
    }
}
