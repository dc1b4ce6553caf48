package import Groundwork

extension HolidayCalendar {
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

    /// Easter Sunday of the Orthodox churches, by Meeus' algorithm for the Julian calendar, as a Gregorian day.
    package static func orthodoxEaster(in year: Int) -> CivilDay? {
        let moon = (19 * (year % 19) + 15) % 30
        let toSunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
        let march = moon + toSunday + 114
        let julian = CivilDay(year: year, month: march / 31, day: march % 31 + 1)
        // So many days the Julian calendar is behind.
        return julian?.adding(days: year / 100 - year / 400 - 2)
    }
}
