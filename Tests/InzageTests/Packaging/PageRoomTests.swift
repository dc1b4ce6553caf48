import ExporterKit
import Foundation
import TestSupport
import Testing
import Cases
import GatheringStage
import IntakeStage
import PackagingStage
import Policy

@Suite struct `The page shows what fits` {
    private static func orders(_ count: Int, text: String = "Kerkstraat 1") -> [[TestCell]] {
        (1...count).map { number in
            [
                .number(String(number)), 7, .text(Array("2026-03-01T10:00:00Z".utf8)), .number(String(number * 100)),
                .text(Array("\(text) \(number)".utf8)),
            ]
        }
    }

    private static func page(_ count: Int, _ language: Language = .en, text: String = "Kerkstraat 1") -> String {
        PackageSample(language: language, orders: orders(count, text: text)).text("01-overview.html")
    }

    private static func rows(in page: String) -> Int { page.components(separatedBy: ">Kerkstraat 1 ").count - 1 }

    @Test(arguments: [1, 2, 10, 11, 43, 200])
    func `a collection of up to 200 records is there whole, folded above ten`(_ count: Int) {
        let page = Self.page(count)
        #expect(Self.rows(in: page) == count)
        #expect(page.contains("<p class=\"small\">\(count) record\(count == 1 ? "" : "s")</p>"))
        let folds = page.components(separatedBy: "<div class=\"folded rest\">")
        #expect(folds.count == (count > 10 ? 2 : 1))
        #expect(Self.rows(in: folds[0]) == min(count, 10))
        if count > 10 {
            let more = count == 11 ? "1 more record" : "\(count - 10) more records"
            #expect(folds[1].contains("<span>\(more)</span> <span class=\"count\">11–\(count)</span>"))
        }
    }

    @Test(arguments: [
        (
            Language.nl, "De eerste 200 van 1.234 registraties. Ze staan allemaal in <a href=\"csv/0002.csv\">",
            "Nog 190"
        ),
        (.en, "The first 200 of 1,234 records. They are all in <a href=\"csv/0002.csv\">", "190 more"),
        (
            .fr, "Les 200 premiers de 1\u{A0}234 enregistrements. Ils se trouvent tous dans <a href=\"csv/0002.csv\">",
            "190 autres"
        ),
        (.de, "Die ersten 200 von 1.234 Datensätzen. Sie stehen alle in <a href=\"csv/0002.csv\">", "190 weitere"),
    ])
    func `of more, the first 200 are there, and where all of them are`(
        _ language: Language,
        _ sentence: String,
        _ more: String
    ) {
        let page = Self.page(1234, language)
        #expect(Self.rows(in: page) == 200)
        #expect(page.contains(sentence) && page.contains(more))
    }

    @Test func `wide records are sheets, folded above ten as rows are`() {
        var sample = PackageSample(isEmpty: true)
        let fields = (1...9).map { FieldDescription(name: "f\($0)", type: "string", title: LocalizedText("F\($0)")) }
        let wide = CollectionDescription.scripted("wide", fields)
        let records = (1...43).map { record in
            (1...9).map { TestCell.text(Array("\(record)-\($0) and a text that is too long for so many columns".utf8)) }
        }
        sample.systems = [.scripted("crm", wide)]
        sample.add("wide", of: sample.systems[0], records: records)
        let page = sample.text("01-overview.html")
        let folds = page.components(separatedBy: "<div class=\"folded rest\">")
        #expect(folds.map { $0.components(separatedBy: "<dl class=\"sheet\">").count - 1 } == [10, 33])
        sample.dossier.collections = []
        sample.add("wide", of: sample.systems[0], records: (1...43).map { _ in Array(repeating: "short", count: 9) })
        #expect(!sample.text("01-overview.html").contains("<dl class=\"sheet\">"))
    }

    /// Forty collections, of which each could fill the page alone.
    @Test func `stays under two million bytes whatever comes, and says what it left out`() {
        var sample = PackageSample(isEmpty: true)
        let text = String(repeating: "é<&", count: 100)
        let names = (1...40).map { "c\($0)" }
        let fields = (1...6).map { FieldDescription(name: "f\($0)", type: "string", title: LocalizedText("F\($0)")) }
        sample.systems = [
            SystemDescription(
                id: "crm",
                title: LocalizedText("crm"),
                heldBy: "controller",
                driver: "scripted",
                connection: "",
                timeLimit: 30,
                folder: "/",
                collections: names.map { .scripted($0, fields) }
            )
        ]
        for (index, name) in names.enumerated() {
            // The first is small, and is not to suffer from the others.
            let value = index == 0 ? "short" : text
            let records = (1...(index == 0 ? 30 : 200)).map { _ in (1...6).map { _ in TestCell.text(Array(value.utf8)) }
            }
            sample.add(name, of: sample.systems[0], records: records)
        }
        let page = sample.text("01-overview.html")
        #expect((1_700_000..<2_000_000).contains(page.utf8.count))
        #expect(page.components(separatedBy: ">short<").count - 1 == 180)
        let partly = page.matches(of: /De eerste ([0-9]+) van 200 registraties\. Ze staan allemaal in/)
        #expect(partly.count == 39)
        let shown = partly.compactMap { Int($0.1) }
        #expect(shown.allSatisfy { $0 > 3 } && (shown.max() ?? 0) <= 2 * (shown.min() ?? 0), "\(shown)")
    }

    @Test func `lists documents as far as they fit, and says where the others are`() {
        var sample = PackageSample(language: .en)
        let letter = sample.dossier.collections[1].files[0]
        for (count, said) in [(10, ""), (11, "1 more document"), (9000, "190 more documents")] {
            sample.dossier.collections[1].files = Array(repeating: letter, count: count)
            let page = sample.text("01-overview.html")
            #expect(page.utf8.count < 2_000_000)
            #expect(page.contains(">\(said)</span>") || said.isEmpty)
            let isCut = page.contains("The first 200 of 9,000 documents. They are all in the folder files.")
            #expect(isCut == (count == 9000))
        }
    }

    @Test func `money stands in euros and times as the clock showed them, and the page says so`() {
        let page = PackageSample(
            language: .nl,
            orders: [[7, 7, "2026-07-01T22:30:00Z", 123_456, "x"], [8, 7, "2026-01-01T12:00:00Z", "veel", "x"]]
        ).text("01-overview.html")
        #expect(page.contains("<span class=\"amount\">€\u{A0}1.234,56</span>"))
        #expect(page.contains("<bdi>2 juli 2026, 00:30</bdi>"))
        #expect(page.contains("<bdi>1 januari 2026, 13:00</bdi>"))
        #expect(page.contains("Tijden staan hier zoals de klok in Amsterdam ze aanwees"))
        #expect(page.contains("Totaal <span class=\"small\">(in de bestanden: in eurocent)</span>"))
        // What is no number stays as it is held.
        #expect(page.contains("<bdi>veel</bdi>"))
    }

    @Test func `says nothing of clocks where no time has a zone`() {
        let page = PackageSample(orders: [[7, 7, "2026-07-01T22:30:00", 1, "x"]]).text("01-overview.html")
        #expect(page.contains("<bdi>1 juli 2026, 22:30</bdi>"))
        #expect(!page.contains("Tijden staan hier"))
    }

    @Test func `is made of the faithful copy, as it lies sealed, bytes and all`() async throws {
        try await withTemporaryFolder { folder in
            let notes = CollectionDescription.scripted("notes", [.named("mail", channel: .email), .named("text")])
            let records = (1...240).map { number -> [TestCell] in
                ["ada@example.org", number == 3 ? .blob([1, 2, 3, 0xFF]) : .text(Array("note \(number).".utf8))]
            }
            let driver = ScriptedDriver(["notes": .records(records)])
            let house = try House(
                in: folder,
                systems: [.scripted("crm", notes)],
                processing: .accountOnly,
                drivers: [driver]
            )
            let files = try await house.answer(house.proven().id)
            let page = String(decoding: try #require(files["01-overview.html"]), as: UTF8.self)
            for number in [1, 2, 4, 10, 11, 200] { #expect(page.contains(">note \(number).<"), "\(number)") }
            #expect(!page.contains(">note 201.<"))
            #expect(page.contains("(4 bytes)"))
            #expect(page.contains("The first 200 of 240 records. They are all in <a href=\"02-data.xlsx\">"))
        }
    }

    @Test func `a spoiled copy makes no page`() async throws {
        try await withTemporaryFolder { folder in
            let notes = CollectionDescription.scripted("notes", [.named("mail", channel: .email), .named("text")])
            let driver = ScriptedDriver(["notes": .records([["ada@example.org", "one"]])])
            let house = try House(
                in: folder,
                systems: [.scripted("crm", notes)],
                processing: .accountOnly,
                drivers: [driver]
            )
            let id = try await house.proven().id
            _ = try await house.gather(id)
            let gathered = try #require(try house.gathering.gathered(for: house.intake.request(id)))
            let spool = gathered.spool.folder
            for name in try FileManager.default.contentsOfDirectory(atPath: spool) {
                let file = URL(fileURLWithPath: "\(spool)/\(name)")
                var bytes = try Data(contentsOf: file)
                for index in bytes.indices.dropFirst(20) { bytes[index] ^= 1 }
                try bytes.write(to: file)
            }
            #expect(throws: (any Error).self) { _ = try house.sealing.overview(of: gathered) }
        }
    }
}
