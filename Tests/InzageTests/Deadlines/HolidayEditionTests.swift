import Testing
import Calendars
import Groundwork

@Suite struct `Holiday editions` {
    @Test func `the newest counts and the older can still be read`() {
        #expect(HolidayCalendar.versions == ["2026-1", "2026-2"])
        #expect(HolidayCalendar.version == "2026-2")
        #expect(HolidayCalendar(country: "PL").version == "2026-2")
        #expect(HolidayCalendar(country: "PL").isKnown)
        #expect(!HolidayCalendar(country: "PL", version: "2026-1").isKnown)
        #expect(HolidayCalendar(country: "PL", version: "1999-1") == HolidayCalendar(country: "PL"))
    }

    @Test(arguments: ["BE", "DE", "FR", "LU", "NL"])
    func `the first five countries are the same in both`(country: String) {
        let old = HolidayCalendar(country: country, version: "2026-1")
        let new = HolidayCalendar(country: country)
        #expect(old != new)
        for year in 1990...2100 { #expect(old.holidays(in: year) == new.holidays(in: year)) }
    }

    @Test(arguments: [
        "1918-05-05", "1945-05-06", "2000-04-30", "2017-04-16", "2023-04-16", "2024-05-05", "2025-04-20", "2026-04-12",
        "2027-05-02", "2032-05-02", "2043-05-03",
    ])
    func `Orthodox Easter falls on the Sunday that its tables give`(text: String) throws {
        let day = try #require(CivilDay(text))
        #expect(HolidayCalendar.orthodoxEaster(in: day.year) == day)
    }

    @Test func `Orthodox Easter is a Sunday and never before the other one`() throws {
        for year in 1900...2500 {
            let orthodox = try #require(HolidayCalendar.orthodoxEaster(in: year))
            #expect(orthodox.weekday == .sunday)
            #expect(orthodox >= (try #require(HolidayCalendar.easter(in: year))))
        }
    }

    @Test(arguments: [
        // Weekdays near a date.
        ("FI", "2026-06-20"), ("FI", "2026-10-31"), ("SE", "2027-06-26"), ("IE", "2026-05-04"), ("IE", "2026-10-26"),
        ("IE", "2027-10-25"), ("IS", "2026-04-23"), ("IS", "2029-04-19"),
        // St Brigid's Day: the first Monday, or 1 February itself where that is a Friday.
        ("IE", "2023-02-06"), ("IE", "2024-02-05"), ("IE", "2027-02-01"), ("IE", "2030-02-01"), ("IE", "2031-02-03"),
        // A day off for what falls on a weekend: after Sunday, after both days of Christmas, past Easter Monday.
        ("BG", "2024-03-04"), ("BG", "2027-12-27"), ("BG", "2027-12-28"), ("BG", "2028-12-27"), ("BG", "2027-05-04"),
        ("LV", "2024-05-06"), ("LV", "2028-11-20"),
        // Before and after a change of the law.
        ("DK", "2023-05-05"), ("SK", "2024-11-17"), ("SK", "2025-05-08"), ("SK", "2027-05-08"), ("PL", "2025-12-24"),
        ("IT", "2026-10-04"), ("HU", "2026-12-24"), ("GR", "2025-05-01"),
    ])
    func `a rule gives the day`(country: String, day: String) throws {
        #expect(HolidayCalendar(country: country).isHoliday(try #require(CivilDay(day))))
    }

    @Test(arguments: [
        ("FI", "2026-06-19"), ("IE", "2022-02-07"), ("IE", "2030-02-04"), ("IE", "2027-12-27"), ("LV", "2027-12-27"),
        ("MT", "2029-12-10"), ("PL", "2026-08-17"), ("DK", "2024-04-26"), ("SK", "2025-11-17"), ("SK", "2026-05-08"),
        ("SK", "2026-09-15"), ("SK", "2025-09-01"), ("PL", "2024-12-24"), ("IT", "2025-10-04"), ("HU", "2025-12-24"),
        ("GR", "2024-05-01"), ("ES", "2026-01-06"), ("DE", "2026-10-31"),
    ])
    func `and no other`(country: String, day: String) throws {
        #expect(!HolidayCalendar(country: country).isHoliday(try #require(CivilDay(day))))
    }
}
