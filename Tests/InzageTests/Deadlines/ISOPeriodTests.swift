import Testing
import Groundwork

@Suite struct `ISO period` {
    @Test(arguments: [
        ("P30D", "2026-01-31", "2026-03-02"), ("P30D", "2026-07-01", "2026-07-31"), ("P1M", "2026-07-01", "2026-08-01"),
        ("P1M", "2026-01-31", "2026-02-28"), ("P2W", "2026-12-25", "2027-01-08"), ("P1Y6M", "2026-08-31", "2028-02-29"),
        ("P1Y", "2028-02-29", "2029-02-28"), ("P1M1D", "2026-01-31", "2026-03-01"), ("P0D", "2026-01-31", "2026-01-31"),
    ])
    func `a period ends on the day that the calendar says`(text: String, from: String, to: String) throws {
        let period = try #require(ISOPeriod(text))
        #expect(period.applied(to: try #require(CivilDay(from))) == CivilDay(to))
    }

    @Test(arguments: [
        "", "P", "30D", "P30", "PD", "p30d", "P-30D", "P+3D", "P1.5M", "P1D1M", "P1M1M", "P1W1D", "P1Y1W", "PT24H",
        "P1DT1H", " P1D", "P1D ", "P10000D", "P99999999999999999999D", "P\u{661}D", "P1D\u{301}", "P1M\u{0}",
    ])
    func `what is no period is refused`(text: String) {
        #expect(ISOPeriod(text) == nil)
    }

    @Test(arguments: ["P30D", "P12M", "P1Y6M", "P2W", "P1Y2M3D", "P0D"])
    func `a period keeps its units`(text: String) throws {
        #expect(try #require(ISOPeriod(text)).description == text)
    }

    @Test func `the longest period there is stops at the last day of the calendar`() throws {
        let period = try #require(ISOPeriod("P9999Y9999M9999D"))
        #expect(period.applied(to: try #require(CivilDay("2026-01-01"))) == CivilDay("9999-12-31"))
    }
}
