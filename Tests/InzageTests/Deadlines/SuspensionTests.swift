import Testing
import Calendars
import Groundwork

@Suite struct `Deadlines and suspensions` {
    @Test func `an answer before the question is no suspension`() throws {
        #expect(Suspension(asked: try day("2026-03-06"), answered: try day("2026-03-05")) == nil)
    }

    @Test(arguments: [
        ([], 0), (["2026-03-06 2026-03-06"], 0), (["2026-03-06 2026-03-07"], 1),
        (["2026-03-06 2026-03-12", "2026-03-10 2026-03-16"], 10),  // they overlap
        (["2026-03-06 2026-03-12", "2026-03-12 2026-03-16"], 10),  // they touch
        (["2026-03-06 2026-03-16", "2026-03-08 2026-03-10"], 10),  // one lies in the other
        (["2026-03-06 2026-03-16", "2026-03-06 2026-03-16"], 10),
        (["2026-03-06 2026-03-08", "2026-03-10 2026-03-12"], 4), (["2026-02-27 2026-03-01"], 2),
    ])
    func `a day on which the clock stood still counts once`(intervals: [String], days: Int) throws {
        let suspensions = try intervals.map(suspension)
        #expect(Suspension.days(in: suspensions) == days)
        #expect(Suspension.days(in: suspensions.reversed()) == days)
    }

    /// 5 March 2026 is a Thursday, 2 April the Thursday before Easter.
    @Test(arguments: [
        ("2026-03-05", "2026-03-05", true), ("2026-03-05", "2026-03-10", true), ("2026-03-05", "2026-03-11", false),
        ("2026-03-07", "2026-03-11", true), ("2026-03-07", "2026-03-12", false), ("2026-04-02", "2026-04-09", true),
        ("2026-04-02", "2026-04-10", false), ("2026-03-05", "2026-03-04", false),
    ])
    func `a question counts within three working days`(reason: String, asked: String, counts: Bool) throws {
        let suspension = try suspension("\(asked) 2026-05-01")
        let germany = HolidayCalendar(country: "DE")
        #expect(suspension.isCreditable(after: try day(reason), holidays: germany) == counts)
    }

    @Test func `a later fact that raised the doubt begins the three days anew`() throws {
        let suspension = try suspension("2026-03-20 2026-03-25")
        let germany = HolidayCalendar(country: "DE")
        #expect(!suspension.isCreditable(after: try day("2026-03-05"), holidays: germany))
        #expect(suspension.isCreditable(after: try day("2026-03-18"), holidays: germany))
    }

    private func suspension(_ days: String) throws -> Suspension {
        let days = try days.split(separator: " ").map { try day(String($0)) }
        return try #require(Suspension(asked: days[0], answered: days[1]))
    }

    private func day(_ text: String) throws -> CivilDay { try #require(CivilDay(text)) }
}
