package import Groundwork

/// Days on which the clock stood still: the controller had asked what it could not do without.
///
/// The day of asking still counts and the day of the sufficient answer does not, so an answer on the same day is none.
package struct Suspension: Sendable, Hashable {
    /// The day on which the controller asked.
    package let asked: CivilDay
    /// The day on which the sufficient answer came.
    package let answered: CivilDay

    /// Makes a suspension, or nothing where the answer came before the question.
    package init?(asked: CivilDay, answered: CivilDay) {
        guard asked <= answered else { return nil }
        self.asked = asked
        self.answered = answered
    }

    /// Whether it may move the legal date: the controller asked without undue delay after what gave it reason to.
    ///
    /// That is the receipt, or a later fact that raised the doubt; three working days are not undue.
    package func isCreditable(after reason: CivilDay, holidays: HolidayCalendar) -> Bool {
        reason <= asked && asked <= holidays.adding(workingDays: 3, to: reason)
    }

    /// How many days the clock stood still in all; a day that lies in two suspensions counts once.
    package static func days(in suspensions: [Suspension]) -> Int {
        var days = 0
        var counted: CivilDay?
        for suspension in suspensions.sorted(by: { $0.asked < $1.asked }) {
            let start = max(suspension.asked, counted ?? suspension.asked)
            guard suspension.answered > start else { continue }
            days += suspension.answered.sinceEpoch - start.sinceEpoch
            counted = suspension.answered
        }
        return days
    }
}
