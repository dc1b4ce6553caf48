import Foundation
import Testing
import Groundwork
import Calendars

@Suite struct `Deadlines of a request` {
    /// Worked by hand from Regulation 1182/71, with the nationwide holidays of Germany.
    @Test(arguments: [
        ("2027-03-05", "2027-04-05", "2027-04-05"),  // the example of the EDPB's guideline
        ("2026-03-05", "2026-04-05", "2026-04-07"),  // Easter Sunday and Monday
        ("2026-08-31", "2026-09-30", "2026-09-30"),  // a shorter month
        ("2026-01-31", "2026-02-28", "2026-03-02"),  // clamped, then rolled into the next month
        ("2028-01-31", "2028-02-29", "2028-02-29"),  // clamped in a leap year
        ("2028-01-30", "2028-02-29", "2028-02-29"),  // clamped by one
        ("2027-01-29", "2027-02-28", "2027-03-01"),  // clamped in a common year, then rolled
        ("2026-02-28", "2026-03-28", "2026-03-30"),  // the same date, not from month end to month end
        ("2028-02-29", "2028-03-29", "2028-03-29"),  // from a leap day
        ("2026-03-31", "2026-04-30", "2026-04-30"),
        ("2026-05-31", "2026-06-30", "2026-06-30"),  // what arrives on a Sunday arrived on that day
        ("2026-12-31", "2027-01-31", "2027-02-01"),  // across a year
        ("2026-04-01", "2026-05-01", "2026-05-04"),  // a holiday, then a weekend
        ("2026-03-03", "2026-04-03", "2026-04-07"),  // Good Friday: four days in a row
        ("2026-11-25", "2026-12-25", "2026-12-28"),
        ("2026-04-14", "2026-05-14", "2026-05-15"),  // a holiday in the middle of the week
        ("2026-09-03", "2026-10-03", "2026-10-05"),  // a holiday on a Saturday is not counted twice
    ])
    func `a month after receipt is what the worked example says`(received: String, raw: String, legal: String) throws {
        let deadlines = try computed(received)
        #expect(deadlines.strict.description == raw)
        #expect(deadlines.legal.description == legal)
        #expect(deadlines.strictNotice.description == raw)
        #expect(deadlines.notice.description == legal)
    }

    @Test(arguments: [
        ("2026-01-31", "2026-04-30", "2026-04-30", "2026-02-28", "2026-03-02"),
        ("2027-11-30", "2028-02-29", "2028-02-29", "2027-12-30", "2027-12-30"),
        ("2027-03-05", "2027-06-05", "2027-06-07", "2027-04-05", "2027-04-05"),
    ])
    func `an extension is three months in one addition and is announced in the first`(
        received: String,
        strict: String,
        legal: String,
        strictNotice: String,
        notice: String
    ) throws {
        let deadlines = try computed(received, extended: true)
        #expect(deadlines.strict.description == strict)
        #expect(deadlines.legal.description == legal)
        #expect(deadlines.strictNotice.description == strictNotice)
        #expect(deadlines.notice.description == notice)
    }

    @Test func `the day of receipt is the one in the controller's zone`() throws {
        let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
        let arrival = try Date("2026-03-31T22:30:00Z", strategy: .iso8601)
        let deadlines = try computed(CivilDay.of(arrival, in: berlin).description)
        #expect(deadlines.strict.description == "2026-05-01")
        #expect(deadlines.legal.description == "2026-05-04")
    }

    @Test(arguments: [
        ("P30D", "2026-07-01", "2026-07-31"), ("P30D", "2026-01-31", "2026-02-28"), ("P1M", "2026-01-31", "2026-02-28"),
        ("P14D", "2026-07-01", "2026-07-15"), ("P1Y", "2026-05-31", "2026-06-30"), ("P0D", "2026-05-31", "2026-05-31"),
    ])
    func `a promise can only make the strict day earlier`(promise: String, received: String, strict: String) throws {
        let promised = try computed(received, promise: promise)
        let silent = try computed(received)
        #expect(promised.strict.description == strict)
        #expect(promised.legal == silent.legal)
        #expect(promised.notice == silent.notice)
    }

    @Test func `an extension that is promised to be shorter than the law's is`() throws {
        #expect(try computed("2026-01-31", promise: "P2M", extended: true).strict.description == "2026-03-31")
        #expect(try computed("2026-01-31", promise: "P1Y", extended: true).strict.description == "2026-04-30")
    }

    @Test func `one month and then two can end earlier than three months`() throws {
        #expect(try computed("2026-01-31", extended: true).chainedExtension.description == "2026-04-28")
        #expect(try computed("2026-03-05", extended: true).chainedExtension.description == "2026-06-05")
    }

    @Test func `an answer without undue delay is aimed at fourteen days`() throws {
        #expect(try computed("2026-12-24").internal.description == "2027-01-07")
    }

    @Test(arguments: HolidayCalendar.knownCountries + ["XX"])
    func `the legal day is a working day and never before the strict one`(country: String) throws {
        let calendar = HolidayCalendar(country: country)
        let start = try #require(CivilDay("2024-01-01"))
        for offset in 0..<2200 {
            let received = start.adding(days: offset)
            for extended in [false, true] {
                let due = Deadlines.of(received: received, promise: nil, extended: extended, holidays: calendar)
                #expect(due.legal >= due.strict)
                #expect(calendar.isWorkingDay(due.legal))
                #expect(due.strict.day == received.day || due.strict.adding(days: 1).day == 1)
                // Nothing that people worked on was skipped.
                var skipped = due.strict
                while skipped < due.legal {
                    #expect(!calendar.isWorkingDay(skipped))
                    skipped = skipped.adding(days: 1)
                }
            }
        }
    }

    private func computed(_ received: String, promise: String? = nil, extended: Bool = false) throws -> Deadlines {
        Deadlines.of(
            received: try #require(CivilDay(received)),
            promise: try promise.map { try #require(ISOPeriod($0)) },
            extended: extended,
            holidays: HolidayCalendar(country: "DE")
        )
    }
}
