import Foundation
import TestSupport
import Testing
import Calendars
import Groundwork

@Suite struct `Deadlines of the worked examples` {
    @Test(arguments: try DeadlineExample.all())
    func `every day is what was worked out by hand`(_ example: DeadlineExample) throws {
        let suspensions = try example.suspensions.map { days in
            try #require(Suspension(asked: days[0], answered: days[1]))
        }
        let deadlines = Deadlines.of(
            received: example.received,
            promise: nil,
            extended: example.extended,
            suspensions: suspensions,
            holidays: HolidayCalendar(country: "DE")
        )
        #expect(Suspension.days(in: suspensions) == example.suspended)
        #expect(deadlines.strict.adding(days: example.suspended) == example.raw)
        #expect(deadlines.strict == example.strict)
        #expect(deadlines.legal == example.legal)
        #expect(deadlines.notice == example.noticeBy)
    }

    @Test func `there are examples of every kind`() throws {
        let examples = try DeadlineExample.all()
        #expect(examples.count == 32)
        #expect(examples.contains { $0.extended && $0.suspended > 0 })
        #expect(examples.contains { $0.suspensions.count > 1 })
    }
}

/// One request with its days, worked out by hand with the nationwide holidays of Germany.
struct DeadlineExample: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let received: CivilDay
    let extended: Bool
    let suspensions: [[CivilDay]]
    let suspended: Int
    let raw, strict, legal, noticeBy: CivilDay

    var testDescription: String { name }

    static func all() throws -> [DeadlineExample] {
        let file = URL(fileURLWithPath: checkout + "/Tests/Fixtures/deadlines.json")
        return try JSONDecoder().decode([DeadlineExample].self, from: Data(contentsOf: file))
    }
}
