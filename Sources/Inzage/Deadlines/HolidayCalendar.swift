/// The days on which a Member State does not work: Saturdays, Sundays and the holidays of the whole country.
///
/// A holiday that is left out can only make a deadline earlier, never later. So regional holidays are left out, and so
/// is every day about which there are two readings. A country that is not known has weekends only.
package struct HolidayCalendar: Sendable, Hashable {
    /// Which edition of the rules this is, to be kept with a request: old dates are never computed anew.
    package static let version = "2026-1"

    /// The countries whose holidays are known, as ISO 3166.
    package static let knownCountries = ["BE", "DE", "FR", "LU", "NL"]

    /// The country as ISO 3166, in capitals.
    package let country: String

    /// Makes the calendar of a country named by its two letters.
    package init(country: String) {
        self.country = String(decoding: country.utf8.map { (0x61...0x7A).contains($0) ? $0 & 0xDF : $0 }, as: UTF8.self)
    }

    /// Whether the country's holidays are known; otherwise weekends alone count.
    package var isKnown: Bool { Self.knownCountries.contains(country) }

    /// Whether a day is a holiday in the whole country.
    package func isHoliday(_ day: CivilDay) -> Bool { holidays(in: day.year).contains(day) }

    /// Whether people work on a day.
    package func isWorkingDay(_ day: CivilDay) -> Bool {
        day.weekday != .saturday && day.weekday != .sunday && !isHoliday(day)
    }

    /// The day itself, or the next working day where it is none.
    package func roll(_ day: CivilDay) -> CivilDay {
        var day = day
        while !isWorkingDay(day), day.adding(days: 1) > day { day = day.adding(days: 1) }
        return day
    }

    /// The holidays of a year, in order.
    package func holidays(in year: Int) -> [CivilDay] {
        guard let easter = Self.easter(in: year) else { return [] }
        return (movable.map { easter.adding(days: $0) } + fixed(in: year)).sorted()
    }
}

extension HolidayCalendar {
    private static let goodFriday = -2
    private static let easterMonday = 1
    private static let ascension = 39
    private static let whitMonday = 50

    /// The holidays that move with Easter, in days after Easter Sunday.
    private var movable: [Int] {
        switch country {
        case "DE": [Self.goodFriday, Self.easterMonday, Self.ascension, Self.whitMonday]
        // Good Friday is equated to a holiday by Dutch law, but few offices close.
        case "BE", "FR", "LU", "NL": [Self.easterMonday, Self.ascension, Self.whitMonday]
        default: []
        }
    }

    /// The holidays that have a date of their own.
    private func fixed(in year: Int) -> [CivilDay] {
        let dates: [(month: Int, day: Int)]
        switch country {
        case "BE": dates = [(1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)]
        case "DE": dates = [(1, 1), (5, 1), (10, 3), (12, 25), (12, 26)]
        case "FR": dates = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)]
        case "LU": dates = [(1, 1), (5, 1), (5, 9), (6, 23), (8, 15), (11, 1), (12, 25), (12, 26)]
        // Liberation Day, 5 May, is a holiday by law but a day off for many only every fifth year, and for some never.
        // The safe reading is the one with fewer holidays and so the earlier date: it is left out in every year.
        case "NL": dates = [(1, 1), kingsDay(in: year), (12, 25), (12, 26)]
        default: dates = []
        }
        return dates.compactMap { CivilDay(year: year, month: $0.month, day: $0.day) }
    }

    /// King's Day: 27 April, or the Saturday before where that is a Sunday.
    private func kingsDay(in year: Int) -> (month: Int, day: Int) {
        CivilDay(year: year, month: 4, day: 27)?.weekday == .sunday ? (4, 26) : (4, 27)
    }

    /// Easter Sunday by the anonymous Gregorian algorithm.
    package static func easter(in year: Int) -> CivilDay? {
        let golden = year % 19
        let century = year / 100
        let yearOfCentury = year % 100
        let moonShift = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - moonShift + 15) % 30
        let toSunday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
        let late = (golden + 11 * epact + 22 * toSunday) / 451
        let march = epact + toSunday - 7 * late + 114
        return CivilDay(year: year, month: march / 31, day: march % 31 + 1)
    }
}
