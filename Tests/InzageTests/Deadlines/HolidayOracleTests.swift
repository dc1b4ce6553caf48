import TestSupport
import Testing
import Calendars
import Groundwork
import Cases

/// The holidays beside those of the Python package `holidays`, for which other people have read the same laws.
@Suite struct `Holidays by another program` {
    private static let years = 2024...2032

    /// What the other program calls a national holiday and we do not; the data says why.
    private static let leftOut: [String: Set<String>] = [
        "BG": ["Non-working day"],
        "ES": ["Epiphany"],
        "FI": ["Midsummer Eve", "Christmas Eve"],
        "GR": ["Green Monday", "Good Friday", "Pentecost Monday", "Labor Day"],
        "HU": ["Day off"],
        "LI": ["Candlemas", "Saint Joseph's Day"],
        "LV": ["Day off"],
        "NL": ["Good Friday", "Liberation Day"],
    ]

    @Test func `every holiday of ours is one of theirs, and what we leave out is known`() throws {
        let theirs = try theirHolidays()
        for country in HolidayCalendar.knownCountries {
            let calendar = HolidayCalendar(country: country)
            // Sundays are compared by nobody: they are free anyway, and Spain's list leaves out what falls on them.
            let ours = Set(Self.years.flatMap(calendar.holidays).filter { $0.weekday != .sunday })
            let known = theirs[country, default: [:]].filter { $0.key.weekday != .sunday }
            #expect(known.count > 60, "\(country)")
            #expect(ours.subtracting(known.keys).sorted() == [], "\(country): only we have these")
            let missing = Set(known.filter { !ours.contains($0.key) }.values)
            #expect(missing == Self.leftOut[country, default: []], "\(country): only they have these")
        }
    }

    @Test func `every Member State has a calendar`() {
        let members = [
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
        ]
        #expect(HolidayCalendar.knownCountries == (members + ["IS", "LI", "NO"]).sorted())
    }

    /// Their days by country, each with its name but for what it is made good for.
    private func theirHolidays() throws -> [String: [CivilDay: String]] {
        let years = [Self.years.lowerBound, Self.years.upperBound].map { "\($0)" }
        let result = try runTool(
            checkout + "/.venv/bin/python",
            [checkout + "/Tests/Oracle/deadlines.py", "holidays"] + years + HolidayCalendar.knownCountries
        )
        try #require(result.status == 0, "\(result.errors)")
        var days: [String: [CivilDay: String]] = [:]
        for line in result.output.split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 2).map(String.init)
            let name = words[2].split(separator: " (")[0]
            days[words[0], default: [:]][try #require(CivilDay(words[1]))] = String(name)
        }
        return days
    }
}
