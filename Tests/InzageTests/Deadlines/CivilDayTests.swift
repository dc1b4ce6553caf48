import Foundation
import Testing
import Groundwork

@Suite struct `Civil day` {
    @Test(arguments: ["2026-02-28", "2028-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
    func `a day is read and written as the same text`(text: String) throws {
        #expect(try #require(CivilDay(text)).description == text)
    }

    @Test(arguments: [
        "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "0000-01-01", "2026-1-01",
        "26-01-01", "2026/01/01", "20260101", " 2026-01-01", "2026-01-01\n", "2026-01-01T00:00", "+026-01-01", "",
        "2026-01-0\u{661}", "2026-01-1\u{301}",
    ])
    func `what is no day is refused`(text: String) {
        #expect(CivilDay(text) == nil)
    }

    @Test func `an adding of days agrees with Foundation over eight centuries`() throws {
        let calendar = try utc()
        let start = try #require(CivilDay("1600-01-01"))
        for step in stride(from: 0, through: 292_000, by: 97) {
            let day = start.adding(days: step)
            let date = Date(timeIntervalSince1970: Double(day.sinceEpoch) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
            #expect(day.sinceEpoch == start.sinceEpoch + step)
            #expect([parts.year, parts.month, parts.day] == [day.year, day.month, day.day])
            // Foundation counts from Sunday.
            #expect(parts.weekday == day.weekday.rawValue % 7 + 1)
        }
    }

    @Test func `an adding of months agrees with Foundation for every day of a leap year and the next`() throws {
        let calendar = try utc()
        let start = try #require(CivilDay("2028-01-01"))
        for offset in 0..<731 {
            let day = start.adding(days: offset)
            let date = Date(timeIntervalSince1970: Double(day.sinceEpoch) * 86_400)
            for months in [-13, -1, 0, 1, 2, 3, 11, 12, 25] {
                let later = try #require(calendar.date(byAdding: .month, value: months, to: date))
                #expect(day.adding(months: months).sinceEpoch == Int(later.timeIntervalSince1970 / 86_400))
            }
        }
    }

    @Test func `a month and two months is not three months`() throws {
        let day = try #require(CivilDay("2026-01-31"))
        #expect(day.adding(months: 1).adding(months: 2) == CivilDay("2026-04-28"))
        #expect(day.adding(months: 3) == CivilDay("2026-04-30"))
    }

    @Test func `arithmetic stops at the ends of the calendar instead of the program`() throws {
        let first = try #require(CivilDay("0001-01-01"))
        let last = try #require(CivilDay("9999-12-31"))
        #expect(first.adding(days: -1) == first)
        #expect(last.adding(days: 1) == last)
        #expect(first.adding(days: .max) == last)
        #expect(last.adding(days: .min) == first)
        #expect(last.adding(months: .max) == last)
        #expect(first.adding(months: .min) == first)
        #expect(last.adding(months: 1) == last)
        #expect(first.adding(months: -1) == first)
    }

    @Test func `the day of a moment is the one on the wall`() throws {
        let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
        let newYork = try #require(TimeZone(identifier: "America/New_York"))
        let moment = try Date("2026-03-31T22:30:00Z", strategy: .iso8601)
        #expect(CivilDay.of(moment, in: berlin) == CivilDay("2026-04-01"))
        #expect(CivilDay.of(moment, in: newYork) == CivilDay("2026-03-31"))
        // The hour in which summer time begins, and the last second before a leap day.
        #expect(CivilDay.of(try Date("2026-03-28T22:59:59Z", strategy: .iso8601), in: berlin) == CivilDay("2026-03-28"))
        #expect(CivilDay.of(try Date("2026-03-28T23:00:00Z", strategy: .iso8601), in: berlin) == CivilDay("2026-03-29"))
        #expect(CivilDay.of(try Date("1968-02-28T23:59:59Z", strategy: .iso8601), in: .gmt) == CivilDay("1968-02-28"))
    }

    @Test(arguments: [Double.nan, -.infinity, -1e300])
    func `a moment before all days is the first day`(seconds: Double) {
        #expect(CivilDay.of(Date(timeIntervalSince1970: seconds), in: .gmt) == CivilDay("0001-01-01"))
    }

    @Test(arguments: [Double.infinity, 1e300])
    func `a moment after all days is the last day`(seconds: Double) {
        #expect(CivilDay.of(Date(timeIntervalSince1970: seconds), in: .gmt) == CivilDay("9999-12-31"))
    }

    @Test func `JSON holds the day as its text`() throws {
        let day = try #require(CivilDay("2026-11-28"))
        #expect(String(decoding: try JSONEncoder().encode([day]), as: UTF8.self) == #"["2026-11-28"]"#)
        #expect(try JSONDecoder().decode([CivilDay].self, from: Data(#"["2026-11-28"]"#.utf8)) == [day])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CivilDay].self, from: Data(#"["2026-11-31"]"#.utf8))
        }
    }

    private func utc() throws -> Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }
}
