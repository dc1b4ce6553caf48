/// A day of the week, numbered as ISO 8601 does.
package enum Weekday: Int, Sendable, CaseIterable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    /// The day of that English name in small letters.
    package init?(name: String) {
        guard let day = Self.allCases.first(where: { "\($0)" == name }) else { return nil }
        self = day
    }
}

extension CivilDay {
    /// The days since 1 January 1970 that lie in the years 1 to 9999.
    static let epochDays = -719_162...2_932_896

    /// The day of the week.
    package var weekday: Weekday {
        // 1 January 1970 was a Thursday.
        let offset = (sinceEpoch + 3) % 7
        return Weekday(rawValue: (offset < 0 ? offset + 7 : offset) + 1) ?? .monday
    }

    /// Whether it is a Saturday or a Sunday.
    package var isWeekend: Bool { weekday == .saturday || weekday == .sunday }

    /// The day itself or the first after it of which something is true, or the last day of all.
    package func first(where isFound: (CivilDay) -> Bool) -> CivilDay {
        var day = self
        while !isFound(day), day.adding(days: 1) > day { day = day.adding(days: 1) }
        return day
    }

    /// The day so many days later, or earlier for a negative number.
    package func adding(days: Int) -> CivilDay {
        let (sum, overflow) = sinceEpoch.addingReportingOverflow(days)
        guard !overflow else { return CivilDay(sinceEpoch: days < 0 ? Int.min : Int.max) }
        return CivilDay(sinceEpoch: sum)
    }

    /// The same day of the month so many months later, or that month's last day where it is shorter.
    ///
    /// Two additions are not one: 31 January and one month and two months is 28 April, and three months 30 April.
    package func adding(months: Int) -> CivilDay {
        let first = 12
        let last = 9999 * 12 + 11
        let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard !overflow, sum >= first else { return CivilDay(sinceEpoch: months < 0 ? Int.min : Int.max) }
        guard sum <= last else { return CivilDay(sinceEpoch: Int.max) }
        let length = Self.length(ofMonth: sum % 12 + 1, in: sum / 12)
        return CivilDay(year: sum / 12, month: sum % 12 + 1, day: min(day, length)) ?? self
    }

    /// The days since 1 January 1970.
    ///
    /// A year is taken to begin in March, so that the leap day is its last, and years to come in eras of 400, which all
    /// have 146,097 days.
    package var sinceEpoch: Int {
        let marchYear = month > 2 ? year : year - 1
        let era = marchYear >= 0 ? marchYear / 400 : -1
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The day so many days after 1 January 1970, or the nearest that there is.
    init(sinceEpoch days: Int) {
        let days = min(max(days, Self.epochDays.lowerBound), Self.epochDays.upperBound) + 719_468
        let era = days / 146_097
        let dayOfEra = days % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        self.init(
            existing: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
            month,
            dayOfYear - (153 * marchMonth + 2) / 5 + 1
        )
    }
}
