import Accountability
import Foundation
import Groundwork
import TestSupport
import Testing

@Suite struct `The calendar of what is due` {
    private let moment = Date(timeIntervalSince1970: 1_780_000_000)

    private func entry(_ id: String = "A1B2C3", right: String = "access", due: CivilDay) -> DueCalendar.Entry {
        DueCalendar.Entry(id: id, right: right, due: due, legal: due.adding(days: 2))
    }

    @Test func `has an event on each strict day, as a calendar program reads it`() throws {
        let days = [CivilDay(existing: 2026, 2, 28), CivilDay(existing: 2026, 12, 31), CivilDay(existing: 2028, 2, 29)]
        let entries = days.enumerated().map { entry("R0000\($0)", due: $1) }
        let calendar = try ReadCalendar(DueCalendar(entries, domain: "shop.example", at: moment).bytes).root
        #expect(calendar.name == "VCALENDAR" && calendar.values("VERSION") == ["2.0"])
        #expect(calendar.values("PRODID").count == 1)
        #expect(calendar.parts.map(\.name) == ["VEVENT", "VEVENT", "VEVENT"])
        #expect(calendar.parts.flatMap { $0.values("DTSTART") } == ["20260228", "20261231", "20280229"])
        #expect(calendar.parts.flatMap { $0.values("DTEND") } == ["20260301", "20270101", "20280301"])
        for event in calendar.parts {
            #expect(
                event.properties.filter { $0.name.hasPrefix("DT") }.map(\.parameters) == [
                    "", "VALUE=DATE", "VALUE=DATE",
                ]
            )
            #expect(event.values("DTSTAMP") == ["20260528T202640Z"])
        }
        #expect(calendar.parts.flatMap { $0.values("UID") } == (0...2).map { "R0000\($0)-due@shop.example" })
    }

    @Test func `rings at nine in the morning fourteen days before, three days before, and on the day`() throws {
        let due = CivilDay(existing: 2026, 3, 31)
        let calendar = try ReadCalendar(DueCalendar([entry(due: due)], domain: "d", at: moment).bytes).root
        let alarms = try #require(calendar.parts.first).parts
        #expect(alarms.allSatisfy { $0.name == "VALARM" && $0.values("ACTION") == ["DISPLAY"] })
        let hours = try alarms.map { alarm -> Int in
            let trigger = try #require(alarm.values("TRIGGER").first)
            let found = try #require(trigger.wholeMatch(of: /(-?)P(?:(\d+)D)?T(\d+)H/))
            let hours = (found.2.flatMap { Int($0) } ?? 0) * 24 + (try #require(Int(found.3)))
            return found.1 == "-" ? -hours : hours
        }
        #expect(hours == [-14 * 24 + 9, -3 * 24 + 9, 9])
        #expect(try alarms[0].text("DESCRIPTION") == "Answer request A1B2C3 (access), due on 2026-03-31")
    }

    @Test func `folds what is long between characters and escapes what has a meaning`() throws {
        let right = "é€😀,;\\ " + String(repeating: "ü", count: 90) + "\nx\u{7}\u{1B}[31m"
        for shift in 0..<80 {
            let long = String(repeating: "a", count: shift) + right
            let due = CivilDay(existing: 2026, 3, 31)
            let bytes = DueCalendar([entry(right: long, due: due)], domain: "d", at: moment).bytes
            let event = try #require(ReadCalendar(bytes).root.parts.first)
            let plain = long.filter { $0 != "\u{7}" && $0 != "\u{1B}" }
            #expect(try event.text("SUMMARY") == "Answer request A1B2C3 (\(plain))")
        }
    }

    @Test func `is the same for the same requests, but for the moment`() {
        let due = CivilDay(existing: 2026, 3, 31)
        let (one, two) = (entry(due: due), entry("ZZZZZZ", due: due))
        let bytes = DueCalendar([one, two], domain: "d", at: moment).bytes
        #expect(bytes == DueCalendar([one, two], domain: "d", at: moment).bytes)
    }

    @Test func `has a component where nothing is due, as the standard wants`() throws {
        let calendar = try ReadCalendar(DueCalendar([], domain: "d", at: moment).bytes).root
        #expect(calendar.parts.map(\.name) == ["VTIMEZONE"])
        #expect(calendar.parts[0].parts.map(\.name) == ["STANDARD"])
    }
}
