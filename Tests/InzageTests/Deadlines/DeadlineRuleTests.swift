import TestSupport
import Testing
import Calendars
import Groundwork

@Suite struct `Deadlines by every calendar` {
    @Test(arguments: HolidayCalendar.knownCountries + [""])
    func `suspensions move the legal day alone, by no more than their days, in any order`(country: String) throws {
        var random = Seeded(state: 1182)
        let calendar = HolidayCalendar(country: country)
        for _ in 0..<500 {
            let received = try CivilDay.any(using: &random)
            let extended = Bool.random(using: &random)
            let suspensions = try Suspension.some(after: received, using: &random)
            let plain = due(received, extended, [], calendar)
            let suspended = due(received, extended, suspensions, calendar)
            #expect(suspended.strict == plain.strict)
            #expect(suspended.notice == plain.notice)
            #expect(suspended.strictNotice == plain.strictNotice)
            #expect(suspended.legal >= plain.legal)
            #expect(calendar.isWorkingDay(suspended.legal))
            #expect(suspended == due(received, extended, suspensions.shuffled(using: &random), calendar))

            let days = Suspension.days(in: suspensions)
            #expect(days <= suspensions.reduce(0) { $0 + Suspension.days(in: [$1]) })
            #expect(suspensions.allSatisfy { Suspension.days(in: [$0]) <= days })
            #expect(suspended.legal >= plain.strict.adding(days: days))
        }
    }

    @Test(arguments: HolidayCalendar.knownCountries + [""])
    func `who asks later is never answered earlier, and announcing comes before answering`(country: String) throws {
        let calendar = HolidayCalendar(country: country)
        for extended in [false, true] {
            var received = try #require(CivilDay("2024-01-01"))
            var before = due(received, extended, [], calendar)
            for _ in 0..<1200 {
                received = received.adding(days: 1)
                let after = due(received, extended, [], calendar)
                #expect(before.strict <= after.strict)
                #expect(before.legal <= after.legal)
                #expect(before.notice <= after.notice)
                #expect(calendar.isWorkingDay(after.notice))
                #expect(after.strictNotice <= after.notice)
                #expect(after.notice <= after.legal)
                #expect(after.chainedExtension <= received.adding(months: 3))
                before = after
            }
        }
    }

    private func due(
        _ received: CivilDay,
        _ extended: Bool,
        _ suspensions: [Suspension],
        _ calendar: HolidayCalendar
    ) -> Deadlines {
        Deadlines.of(
            received: received,
            promise: nil,
            extended: extended,
            suspensions: suspensions,
            holidays: calendar
        )
    }
}

extension CivilDay {
    /// A day of the years that the holidays are known for.
    static func any(using random: inout Seeded) throws -> CivilDay {
        try #require(CivilDay("2024-01-01")).adding(days: .random(in: 0..<2800, using: &random))
    }
}

extension Suspension {
    /// Up to four suspensions in the weeks after a day, which may overlap.
    static func some(after received: CivilDay, using random: inout Seeded) throws -> [Suspension] {
        try (0..<Int.random(in: 0...4, using: &random)).map { _ in
            let asked = received.adding(days: .random(in: 0...40, using: &random))
            let answered = asked.adding(days: .random(in: 0...30, using: &random))
            return try #require(Suspension(asked: asked, answered: answered))
        }
    }
}
