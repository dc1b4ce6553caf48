import Foundation
import TestSupport
import Testing
import Calendars
import Groundwork

@Suite struct `Deadlines by another program` {
    /// Countries of which nothing is left out, so that another calendar gives the same days.
    private static let countries = ["AT", "BE", "CY", "CZ", "DE", "DK", "FR", "IE", "PL", "RO", "SE", "SK"]

    @Test func `two thousand requests have the same days by dateutil and the package holidays`() throws {
        var random = Seeded(state: 71)
        let cases = try (0..<2000).map { _ in try Case(using: &random, countries: Self.countries) }
        let input = String(decoding: try JSONEncoder().encode(cases), as: UTF8.self)
        let script = checkout + "/Tests/Oracle/deadlines.py"
        let result = try runTool(checkout + "/.venv/bin/python", [script, "days"], input: input)
        try #require(result.status == 0, "\(result.errors)")
        let theirs = try JSONDecoder().decode([Days].self, from: Data(result.output.utf8))
        try #require(theirs.count == cases.count)
        for (one, days) in zip(cases, theirs) { #expect(try one.days() == days, "\(one)") }
    }
}

/// A request as the other program reads it.
private struct Case: Encodable {
    let country: String
    let received: CivilDay
    let extended: Bool
    let suspensions: [[CivilDay]]

    init(using random: inout Seeded, countries: [String]) throws {
        country = try #require(countries.randomElement(using: &random))
        received = try CivilDay.any(using: &random)
        extended = Bool.random(using: &random)
        suspensions = try Suspension.some(after: received, using: &random).map { [$0.asked, $0.answered] }
    }

    func days() throws -> Days {
        let deadlines = Deadlines.of(
            received: received,
            promise: nil,
            extended: extended,
            suspensions: try suspensions.map { try #require(Suspension(asked: $0[0], answered: $0[1])) },
            holidays: HolidayCalendar(country: country)
        )
        return Days(
            strict: deadlines.strict,
            legal: deadlines.legal,
            notice: deadlines.notice,
            strictNotice: deadlines.strictNotice,
            internal: deadlines.internal
        )
    }
}

/// What it answers.
private struct Days: Decodable, Equatable {
    let strict, legal, notice, strictNotice, `internal`: CivilDay
}
