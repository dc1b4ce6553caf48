import Calendars
import Cases
import Groundwork
import Policy
import RegisterStore

/// The days of a request, and how each of them was counted.
struct DeadlineArithmetic: Sendable, Encodable {
    /// A day and how it comes about.
    struct Step: Sendable, Encodable, Hashable {
        let day: CivilDay
        let because: String
    }

    /// A question for which the clock may have stood still.
    struct Pause: Sendable, Encodable, Hashable {
        let askedOn: CivilDay
        let answeredOn: CivilDay?
        /// Whether it was asked in time to be credited.
        let isCredited: Bool
    }

    /// By which calendar free days were told.
    struct Holidays: Sendable, Encodable, Hashable {
        let country, edition: String
        /// Whether the country's holidays are known; otherwise weekends alone count.
        let isKnown: Bool
    }

    let dates: Deadlines
    let extendedOn: CivilDay?
    /// What the controller promises, as ISO 8601 writes it; nil where it promises no number.
    let promise: String?
    let holidays: Holidays
    let pauses: [Pause]
    /// How many days the clock stood still in all.
    let suspendedDays: Int
    let steps: [Step]

    /// Counts the days of a request and says how.
    init(of request: Request, asks: [Ask], policy: DeadlinePolicy) {
        let calendar = policy.holidays(of: request)
        let promised = policy.promise(for: request)
        dates = policy.deadlines(of: request, asks: asks)
        extendedOn = request.extendedOn
        promise = promised?.description
        holidays = Holidays(country: calendar.country, edition: calendar.version, isKnown: calendar.isKnown)
        pauses = asks.map { Pause(askedOn: $0.askedOn, answeredOn: $0.answeredOn, isCredited: $0.isCredited) }
        suspendedDays = Suspension.days(in: asks.compactMap(\.suspension))
        steps = Self.steps(dates, request.extendedOn, promised, suspendedDays, calendar)
    }

    private static func steps(
        _ dates: Deadlines,
        _ extendedOn: CivilDay?,
        _ promise: ISOPeriod?,
        _ suspendedDays: Int,
        _ calendar: HolidayCalendar
    ) -> [Step] {
        let received = dates.received
        let months = received.adding(months: extendedOn == nil ? 1 : 3)
        var steps = [
            Step(day: received, because: "the day of receipt, which is not counted itself"),
            Step(day: received.adding(months: 1), because: "one month after receipt (Article 12(3))"),
        ]
        if let extendedOn {
            steps.append(Step(day: extendedOn, because: "the extension was announced"))
            steps.append(Step(day: months, because: "three months after receipt, with the extension"))
        }
        if let promise {
            steps.append(Step(day: promise.applied(to: received), because: "\(promise) after receipt, as promised"))
        }
        steps.append(Step(day: dates.strict, because: "strict: the earlier of these, moved by nothing"))
        let suspended = months.adding(days: suspendedDays)
        if suspendedDays > 0 {
            let days = suspendedDays == 1 ? "1 day" : "\(suspendedDays) days"
            steps.append(Step(day: suspended, because: "\(days) later, because the clock stood still"))
        }
        steps += moved(from: suspended, to: dates.legal, calendar)
        steps.append(Step(day: dates.legal, because: "legal: the last day that the law allows (Regulation 1182/71)"))
        steps.append(Step(day: dates.notice, because: "the last day to announce an extension or a refusal"))
        return steps
    }

    /// The free days past which the last day was moved.
    private static func moved(from day: CivilDay, to last: CivilDay, _ calendar: HolidayCalendar) -> [Step] {
        (0..<max(0, last.sinceEpoch - day.sinceEpoch)).map { offset in
            let free = day.adding(days: offset)
            let why = free.isWeekend ? "\(free.weekday)" : "a public holiday in \(calendar.country)"
            return Step(day: free, because: "moved on: it is \(free.isWeekend ? "a \(why)" : why)")
        }
    }
}
