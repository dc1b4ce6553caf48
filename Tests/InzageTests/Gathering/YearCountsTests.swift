import ExporterKit
import Foundation
import TestSupport
import Testing
import RegisterStore
import GatheringStage
import Inzage
import Cases

@Suite struct `The years of records` {
    /// Counts records of one collection.
    private func years(_ fields: [FieldDescription], _ records: [[TestCell]], redactStaff: Bool = true) -> [Int: Int] {
        let collection = CollectionDescription.scripted("c", fields)
        let plan = RedactionPlan(collection, redactStaff: redactStaff)
        var counter = YearCounter(collection, plan: plan)
        for record in records { counter.count(RecordBuffer(cells: record)) }
        return counter.counts.records
    }

    @Test(arguments: [
        "2024-02-29", "2024-12-31T23:59:59+01:00", "2024-01-01 00:00:00", "2024-01-01T", "2024-06-15 and more",
    ])
    func `a text that begins as a day belongs to its year`(_ text: String) {
        #expect(years([.named("at", "datetime")], [[.text(Array(text.utf8))]]) == [2024: 1])
    }

    static let undated: [TestCell] =
        [
            "", "2024", "2024-01", "20240101", "2024-13-01", "2024-00-01", "2024-01-00", "2024-01-32", "24-01-01",
            " 2024-01-01", "-024-01-01", "+2024-01-01", "2024/01/01", "01-02-2024", "1899-12-31", "2101-01-01",
            "0000-00-00", "9999-12-31", "２０２４-01-01", "2024-0\u{301}1-01", "\u{FEFF}2024-01-01", "2024\u{0}-1-01",
            "null", "[withheld: a ground]", "Person 7K2Q", "<script>-1-01", .number("2024"), .number("1704067200"), nil,
            .boolean(true), .json("\"2024-01-01\""),
            .text([0xFF, 0xFE, 0x32, 0x30, 0x32, 0x34, 0x2D, 0x30, 0x31, 0x2D]),
            .blob(Array("2024-01-01".utf8)), .text(Array(repeating: 0x39, count: 100_000)),
        ]

    @Test(arguments: undated.indices)
    func `what is no day of a year from 1900 to 2100 is undated`(_ index: Int) {
        #expect(years([.named("at", "date")], [[Self.undated[index]]]) == [:])
    }

    @Test func `the first and the last year count, and however many records there are, the years stay few`() {
        let records = (0..<20_000).map { number -> [TestCell] in [.text(Array("\(number / 2)-01-01".utf8))] }
        let counted = years([.named("at", "date")], records + [["1900-01-01"], ["2100-12-31"]])
        #expect(counted.count == 201 && counted[1900] == 3 && counted[2100] == 3)
    }

    static let passedOver: [[FieldDescription]] = [
        [.named("born", "date", person: .subject)],
        [FieldDescription(name: "born", type: "date", title: LocalizedText("born"), dateOfBirth: true)],
        [.named("other", "datetime", person: .other)], [.named("colleague", "datetime", person: .staff)],
        [.named("key", "datetime", secret: true)], [.named("text"), .named("number", "integer")],
        [.named("since", "datetime"), .named("mail", channel: .email, since: "since")],
    ]

    @Test(arguments: passedOver.indices)
    func `no date about a person, none that is redacted or secret and none of an address dates a record`(_ index: Int) {
        let fields = Self.passedOver[index]
        let record = fields.map { _ -> TestCell in "1990-05-05" }
        #expect(years(fields, [record]) == [:])
        #expect(years(fields, [record], redactStaff: false) == [:])
        #expect(years(fields + [.named("at", "date")], [record + ["2024-01-01"]]) == [2024: 1])
    }

    @Test func `the first date counts, and no other stands in where it is empty`() {
        let fields: [FieldDescription] = [.named("begun", "date"), .named("ended", "date")]
        #expect(years(fields, [["2020-01-01", "2024-01-01"], [nil, "2024-01-01"]]) == [2020: 1])
    }

    @Test func `years survive a source that failed, a second run gives the same, and what was cut has none`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let accounts = CollectionDescription.scripted(
                "accounts",
                [.named("customer", identifies: "customer"), .named("mail", channel: .email)]
            )
            let dated: [FieldDescription] = [
                .named("customer", matches: "customer"), .named("no"), .named("at", "date"),
            ]
            let notes = CollectionDescription.scripted("notes", needs: ["customer"], key: ["no"], dated)
            let calls = CollectionDescription.scripted("calls", needs: ["customer"], dated)
            let driver = ScriptedDriver([
                "accounts": .records([["c1", "ada@example.org"]]),
                "notes": .records([
                    ["c1", "n1", "2020-01-01"], ["c1", "n2", "2020-05-05"], ["c1", "n3", "2022-05-05"],
                    ["c1", "n4", "soon"],
                ]),
                "calls": .failure(SourceFailure(.unreachable, "down", retryable: true)),
            ])
            let house = try House(
                in: folder,
                systems: [.scripted("a", accounts, notes), .scripted("b", calls)],
                processing: .accountOnly,
                drivers: [driver]
            )
            let id = try await house.proven().id
            try house.pipeline.withhold("a/notes/n3/at", ground: "legal privilege", reason: "a reason", from: id)
            _ = try await house.gather(id).waiting()
            driver.set("calls", .records([["c1", "k1", "2021-01-01"]]))
            // What was gathered is kept with its years, whatever the source says by now.
            driver.set("notes", .records([["c1", "n9", "1999-01-01"]]))
            for _ in 1...2 {
                let dossier = try await house.gather(id).done()
                #expect(dossier.collections.map(\.years.records) == [[:], [2020: 2], [2021: 1]])
                #expect(dossier.collections.map(\.records) == [1, 4, 1])
            }
        }
    }

    @Test func `what an earlier edition gathered has no years and can be read`() throws {
        var sample = PackageSample()
        let gathered = sample.dossier.collections[1]
        #expect(gathered.years.records == [2025: 2, 2026: 1])
        func part(_ value: some Encodable) throws -> Any {
            try JSONSerialization.jsonObject(with: JSONEncoder().encode(value))
        }
        var stored: [String: Any] = [
            "json": try part(gathered.json), "csv": try part(gathered.csv),
            "preview": ["rows": [["a row that earlier editions kept"]]],
            "files": [Any](), "review": [Any](), "mustLook": [Any](),
        ]
        func read() throws -> GatheredEntries {
            try JSONDecoder().decode(GatheredEntries.self, from: JSONSerialization.data(withJSONObject: stored))
        }
        sample.dossier.collections[1].years = try read().years
        stored["years"] = try part(gathered.years)
        #expect(try read().years == gathered.years)
        #expect(sample.text("01-overview.html").contains("<td>3</td><td>3</td></tr>"))
    }
}
