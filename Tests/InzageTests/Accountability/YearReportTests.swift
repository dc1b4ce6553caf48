import CommandParts
import Accountability
import Calendars
import Cases
import Foundation
import Groundwork
import IdentityMethods
import IdentityStage
import IntakeStage
import Inzage
import Policy
import RegisterStore
import TestSupport
import Testing

@Suite struct `The yearly report` {
    private func withYear(
        _ body: (House, RequestsOfAYear) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let shop = try Shop(in: folder)
            try shop.customer(1, "ada@example.org", phone: "+31205550142")
            let house = try House(
                in: folder,
                at: "2026-01-02T12:00:00Z",
                systems: [shop.crm],
                processing: .withoutChat
            )
            var year = RequestsOfAYear(house, seed: 15)
            var chance = Seeded(state: 26)
            for (index, act) in (RequestsOfAYear.Act.allCases + RequestsOfAYear.Act.allCases).enumerated() {
                let day = CivilDay(existing: index == 3 ? 2025 : 2026, index == 3 ? 12 : 1 + index / 2, 1 + index)
                try await year.make(act, receivedOn: day, toldAfter: Int.random(in: 3...45, using: &chance))
            }
            try house.clock.set("2026-12-31T12:00:00Z")
            try await body(house, year)
        }
    }

    @Test func `counts what a person counts who noted each request as it came`() async throws {
        try await withYear { house, year in
            let report = try YearReport(of: 2026, in: house.register, for: house.controller)
            let notes = year.notes.filter { $0.received.year == 2026 }
            #expect(notes.count == 21 && report.received == 21)
            #expect(report.byMonth == (1...12).map { month in notes.count { $0.received.month == month } })
            for right in Right.allCases {
                #expect(report.byRight[right.rawValue] ?? 0 == notes.count { $0.right == right }, "\(right)")
            }
            let words: [(String, [RequestsOfAYear.Act])] = [
                ("open", [.left]), ("answered", [.answered, .granted]), ("nothing held", [.heldNothing]),
                ("refused", [.refused, .refusedInOwnWords]), ("withdrawn", [.withdrawn]), ("spam", [.spam]),
                ("duplicate", [.duplicate]), ("mistake", [.mistake]), ("silent", [.silent]),
            ]
            for (word, acts) in words {
                #expect(report.outcomes[word] == notes.count { acts.contains($0.act) }, "\(word)")
            }
            #expect(report.outcomes.values.reduce(0, +) == 21)
            let own = notes.count { $0.act == .refusedInOwnWords }
            #expect(report.refusalsByGround == ["excessive": notes.count { $0.act == .refused }, "own-ground": own])
            #expect(report.extended == notes.count(where: \.isExtended))
            let proven = notes.filter { [.answered, .heldNothing].contains($0.act) }
            #expect(report.codes.mailed == proven.count && report.codes.returned == proven.count)
            #expect(report.codes.wrong == notes.reduce(0) { $0 + $1.wrongCodes })
            #expect(report.provenBy == [Evidence.returnedCode: proven.count])
        }
    }

    @Test func `counts the days as a person does with a calendar on the wall`() async throws {
        try await withYear { house, year in
            let time = try YearReport(of: 2026, in: house.register, for: house.controller).answerTime
            let told = year.notes.filter { $0.received.year == 2026 && $0.days != nil }
            let days = told.compactMap(\.days).sorted()
            #expect(time.told == days.count && days.count > 6)
            let median =
                days.count % 2 == 1
                ? Double(days[days.count / 2]) : Double(days[days.count / 2 - 1] + days[days.count / 2]) / 2
            #expect(time.medianDays == median && time.longestDays == days.last)
            let netherlands = HolidayCalendar(country: "NL")
            func last(_ note: RequestsOfAYear.Note, _ months: Int) -> CivilDay { note.received.adding(months: months) }
            let within = told.filter { note in
                note.received.adding(days: note.days ?? 0) <= netherlands.roll(last(note, 1))
            }
            #expect(time.withinMonth == within.count)
            let own = told.filter { note in
                note.received.adding(days: note.days ?? 0) <= last(note, note.isExtended ? 3 : 1)
            }
            #expect(time.withinOwnPeriod == own.count && time.withinLegalPeriod >= own.count)
        }
    }

    @Test func `says which requests are open and late on the day of the report`() async throws {
        try await withYear { house, year in
            let report = try YearReport(of: 2026, in: house.register, for: house.controller)
            let left = year.notes.filter { $0.act == .left && $0.received.year == 2026 }
            let today = CivilDay(existing: 2026, 12, 31)
            let late = left.filter { today > $0.received.adding(months: $0.isExtended ? 3 : 1) }
            #expect(report.stillOpen.open == left.count && report.stillOpen.late == late.count)
            #expect(report.lines.contains { $0.label == "still open" && $0.text.hasPrefix("\(left.count) request") })
        }
    }

    @Test func `counts a request whose requester is forgotten, and says that it is`() async throws {
        try await withYear { house, _ in
            let before = try YearReport(of: 2026, in: house.register, for: house.controller)
            try house.clock.set("2028-12-30T12:00:00Z")
            try house.intake.purge()
            let after = try YearReport(of: 2026, in: house.register, for: house.controller)
            #expect(after.received == before.received && after.byRight == before.byRight)
            #expect(after.outcomes == before.outcomes && after.refusalsByGround == before.refusalsByGround)
            #expect(after.answerTime.medianDays == before.answerTime.medianDays)
            #expect(after.provenBy == before.provenBy && after.stillOpen.open == before.stillOpen.open)
            #expect(after.codes.mailed == before.codes.mailed && after.codes.returned == before.codes.returned)
            #expect(before.forgotten.requests == 0 && after.forgotten.requests > 10)
            let line = try #require(after.lines.first { $0.label == "forgotten" })
            #expect(line.text.contains("\(after.forgotten.requests) requests, which ended until 2026-"))
            let page = String(decoding: YearPage(after).bytes, as: UTF8.self)
            #expect(page.contains("they are counted all the same"))
        }
    }

    @Test func `counts by which methods it was proven who asks, as an operator records them`() async throws {
        try await withTemporaryFolder { folder in
            let shop = try Shop(in: folder)
            try shop.customer(1, "ada@example.org", phone: "+31205550142")
            let house = try House(in: folder, systems: [shop.crm], processing: .withoutChat)
            _ = try await house.proven()
            for method in ["call-back", "call-back", "in-person"] {
                let document = method == "in-person" ? "passport" : nil
                let record = EvidenceRecord(method: method, checkedBy: "B. Officer, desk", document: document)
                let report = try await house.pipeline.perform(.evidence(record), on: house.open().id)
                #expect(report.isVerified)
            }
            let report = try YearReport(of: 2026, in: house.register, for: house.controller)
            #expect(report.provenBy == [Evidence.returnedCode: 1, "call-back": 2, "in-person": 1])
        }
    }

    @Test func `says of a year without requests that it has none`() async throws {
        try await withYear { house, _ in
            let report = try YearReport(of: 2024, in: house.register, for: house.controller)
            #expect(report.received == 0 && report.outcomes.values.allSatisfy { $0 == 0 })
            #expect(report.lines.map(\.text) == ["no requests were received in 2024"])
            let page = String(decoding: YearPage(report).bytes, as: UTF8.self)
            #expect(page.contains("No requests were received in 2024.") && !page.contains("<svg"))
        }
    }

    @Test(arguments: [2027, 9999, 26, 0, -1, 10_000])
    func `refuses a year that has no requests yet, or is none`(_ number: Int) async throws {
        try await withTemporaryFolder { folder in
            let house = try House(in: folder)
            let error = #expect(throws: InzageError.self) {
                try YearReport(of: number, in: house.register, for: house.controller)
            }
            #expect(error?.ending == .usage && error?.hint?.text.contains("--year 2026") == true)
        }
    }

    @Test func `refuses to count by an audit that was changed`() async throws {
        try await withYear { house, _ in
            try house.tamper("UPDATE audit SET action = 'delivered' WHERE number = 2")
            let error = #expect(throws: InzageError.self) {
                try YearReport(of: 2026, in: house.register, for: house.controller)
            }
            #expect(error?.ending == .integrityBroken)
        }
    }

    @Test func `counts a request that was reopened as open again, and keeps its first answer`() async throws {
        try await withTemporaryFolder { folder in
            let shop = try Shop(in: folder)
            try shop.customer(1, "ada@example.org", phone: "+31205550142")
            let house = try House(in: folder, systems: [shop.crm], processing: .withoutChat)
            let id = try await house.proven().id
            _ = try await house.pipeline.advance(id)
            _ = try house.intake.reopen(id, reason: "something is missing")
            let report = try YearReport(of: 2026, in: house.register, for: house.controller)
            #expect(report.outcomes["open"] == 1 && report.reopened == 1 && report.answerTime.told == 1)
        }
    }

    @Test func `is a page without script and without anything remote, whose name of a company runs nowhere`()
        async throws
    {
        try await withYear { plain, _ in
            var house = plain
            house.controller.name = "<script>alert(1)</script> & \u{202E}Zonen"
            let report = try YearReport(of: 2026, in: house.register, for: house.controller)
            let page = String(decoding: YearPage(report).bytes, as: UTF8.self)
            #expect(
                !page.contains("<script") && !page.contains("http:") && !page.contains("https:")
                    && !page.contains("url(")
            )
            #expect(page.contains("default-src &#39;none&#39;") && page.contains("&lt;script&gt;"))
            #expect(!page.contains("ada@example.org"))
            // Each number of the picture stands there as text.
            for (right, count) in report.byRight {
                let name = right.replacingOccurrences(of: "_", with: " ")
                #expect(page.contains("\(name) <tspan class=\"total\">\(count)</tspan>"), "\(right)")
            }
        }
    }
}
