package import Groundwork

/// The days on which a Member State does not work: Saturdays, Sundays and the holidays of the whole country.
///
/// A holiday that is left out can only make a deadline earlier, never later. So regional holidays are left out, and so
/// is every day about which there are two readings. A country that is not known has weekends only.
package struct HolidayCalendar: Sendable, Hashable {
    /// The edition of the rules that counts now, to be kept with a request: old dates are never computed anew.
    package static var version: String { HolidayEdition.newest.version }

    /// The editions that can be read, the newest last.
    package static var versions: [String] { HolidayEdition.all.map(\.version) }

    /// The countries whose holidays are known, as ISO 3166.
    package static var knownCountries: [String] { HolidayEdition.newest.countries.keys.sorted() }

    /// The country as ISO 3166, in capitals.
    package let country: String
    /// The edition that this calendar is read from.
    package let version: String

    /// Makes the calendar of a country named by its two letters, from an edition or, where that is unknown, the newest.
    package init(country: String, version: String = HolidayCalendar.version) {
        self.country = String(decoding: country.utf8.map { (0x61...0x7A).contains($0) ? $0 & 0xDF : $0 }, as: UTF8.self)
        self.version = HolidayEdition.named(version).version
    }

    /// Whether the country's holidays are known; otherwise weekends alone count.
    package var isKnown: Bool { HolidayEdition.named(version).countries[country] != nil }

    /// The holidays of a year, in order; Sundays that are always one are not among them.
    package func holidays(in year: Int) -> [CivilDay] { HolidayEdition.named(version).holidays(in: year, of: country) }

    /// Whether a day is a holiday in the whole country.
    package func isHoliday(_ day: CivilDay) -> Bool { holidays(in: day.year).contains(day) }

    /// Whether people work on a day.
    package func isWorkingDay(_ day: CivilDay) -> Bool { !day.isWeekend && !isHoliday(day) }

    /// The day itself, or the next working day where it is none.
    package func roll(_ day: CivilDay) -> CivilDay { day.first(where: isWorkingDay) }

    /// The working day that is so many working days after a day, which itself is not counted.
    package func adding(workingDays: Int, to day: CivilDay) -> CivilDay {
        (0..<workingDays).reduce(day) { day, _ in roll(day.adding(days: 1)) }
    }
}
