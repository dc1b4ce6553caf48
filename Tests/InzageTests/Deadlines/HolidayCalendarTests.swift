import Testing
import Calendars
import Groundwork

@Suite struct `Holiday calendar` {
    @Test(arguments: [
        "1818-03-22", "1943-04-25", "2000-04-23", "2008-03-23", "2019-04-21", "2024-03-31", "2025-04-20", "2026-04-05",
        "2027-03-28", "2028-04-16", "2030-04-21", "2038-04-25", "2076-04-19", "2285-03-22",
    ])
    func `Easter falls on the Sunday that the tables of the churches give`(text: String) throws {
        let day = try #require(CivilDay(text))
        #expect(HolidayCalendar.easter(in: day.year) == day)
    }

    @Test func `Easter is a Sunday between 22 March and 25 April in every year`() throws {
        for year in 1583...4000 {
            let easter = try #require(HolidayCalendar.easter(in: year))
            #expect(easter.weekday == .sunday)
            #expect((322...425).contains(easter.month * 100 + easter.day))
        }
    }

    @Test(arguments: [
        ("NL", "01-01 04-06 04-27 05-14 05-25 12-25 12-26"),
        ("BE", "01-01 04-06 05-01 05-14 05-25 07-21 08-15 11-01 11-11 12-25"),
        ("DE", "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26"),
        ("FR", "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25"),
        ("LU", "01-01 04-06 05-01 05-09 05-14 05-25 06-23 08-15 11-01 12-25 12-26"),
    ])
    func `a country has the holidays of its law in 2026`(country: String, days: String) {
        let calendar = HolidayCalendar(country: country)
        #expect(calendar.isKnown)
        #expect(calendar.holidays(in: 2026).map { $0.description.dropFirst(5) }.joined(separator: " ") == days)
    }

    @Test func `King's Day moves to Saturday where it would be a Sunday`() {
        let netherlands = HolidayCalendar(country: "NL")
        #expect(netherlands.holidays(in: 2025).contains { $0.description == "2025-04-26" })
        #expect(!netherlands.holidays(in: 2025).contains { $0.description == "2025-04-27" })
        #expect(netherlands.holidays(in: 2027).contains { $0.description == "2027-04-27" })
    }

    @Test func `days about which there are two readings are no holidays`() throws {
        let netherlands = HolidayCalendar(country: "NL")
        #expect(netherlands.isWorkingDay(try #require(CivilDay("2026-05-05"))))
        #expect(netherlands.isWorkingDay(try #require(CivilDay("2025-05-05"))))
        #expect(netherlands.isWorkingDay(try #require(CivilDay("2026-04-03"))))
    }

    @Test(arguments: ["", "XX", "US", "N", "NLD", "\u{FF2E}\u{FF2C}"])
    func `a country that is not known has weekends only`(country: String) throws {
        let calendar = HolidayCalendar(country: country)
        #expect(!calendar.isKnown)
        #expect(calendar.isWorkingDay(try #require(CivilDay("2026-12-25"))))
        #expect(!calendar.isWorkingDay(try #require(CivilDay("2026-12-26"))))
    }

    @Test func `the letters of a country may be small`() {
        #expect(HolidayCalendar(country: "nl") == HolidayCalendar(country: "NL"))
    }

    @Test func `rolling past the last day of the calendar comes to an end`() throws {
        // 31 December 9999 is a Friday; the Saturday after it does not exist.
        let last = try #require(CivilDay("9999-12-31"))
        #expect(HolidayCalendar(country: "NL").roll(last) == last)
        #expect(HolidayCalendar(country: "NL").roll(try #require(CivilDay("9999-12-25"))).description == "9999-12-27")
    }
}
