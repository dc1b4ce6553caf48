import Foundation
import Testing
import Policy

/// The five overviews in Dutch, beside their controllers: what changes in them shows as a difference.
///
/// `INZAGE_WRITE_GOLDEN=1` writes them anew; read the difference before it is committed.
@Suite struct `The overviews of five controllers` {
    @Test(arguments: ControllerFixture.allCases)
    func `each reads as it was last approved`(_ fixture: ControllerFixture) async throws {
        let file = URL(fileURLWithPath: fixture.folder + "/overview.nl.html")
        let page = try await fixture.overview().page
        if ProcessInfo.processInfo.environment["INZAGE_WRITE_GOLDEN"] == "1" {
            try Data(page.utf8).write(to: file)
        }
        let approved = try String(contentsOf: file, encoding: .utf8)
        let difference = zip(page.split(separator: "\n"), approved.split(separator: "\n")).first { $0 != $1 }
        #expect(page == approved, "\(difference.map { "now: \($0)\nbefore: \($1)" } ?? "one is longer")")
    }

    @Test(arguments: ControllerFixture.allCases, Language.allCases)
    func `no fact of any category is blank`(_ fixture: ControllerFixture, _ language: Language) async throws {
        let page = try await fixture.overview(language).page
        #expect(!page.contains("<dd></dd>") && !page.contains("<p></p>") && !page.contains("<ul></ul>"))
        for facts in page.components(separatedBy: "<dl class=\"facts\">").dropFirst(2) {
            let count = facts.components(separatedBy: "</dl>")[0].components(separatedBy: "<dt>").count - 1
            #expect(count >= 6)
        }
    }

    @Test(arguments: ControllerFixture.allCases)
    func `every link within the page leads somewhere`(_ fixture: ControllerFixture) async throws {
        let page = try await fixture.overview().page
        let targets = Set(page.matches(of: /href="#([^"]+)"/).map { String($0.1) })
        let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
        #expect(targets.subtracting(ids) == [])
        #expect(Set(ids).count == ids.count)
    }

    @Test(arguments: ControllerFixture.allCases, Language.allCases)
    func `the table of processing has a row for each category and recipient, and runs no formula`(
        _ fixture: ControllerFixture,
        _ language: Language
    ) async throws {
        let sample = try await fixture.sample(language)
        let script = """
            import csv, io, sys
            text = open(sys.argv[1], encoding='utf-8').read()
            assert text.startswith('\\ufeff')
            rows = list(csv.reader(io.StringIO(text[1:], newline=''), delimiter='\(language == .en ? "," : ";")', strict=True))
            assert all(len(row) == len(rows[0]) for row in rows)
            assert not any(cell[:1] in '=+-@' and cell[:1] for row in rows[1:] for cell in row)
            print(len(rows) - 1)
            """
        let rows = try await python(script, over: Array(sample.text("processing.csv").utf8)).first
        let active = Set(sample.processing.processors.filter(\.isActive).map(\.id))
        let expected = sample.processing.categories.map { max(1, $0.processors.filter(active.contains).count) }
        #expect(rows == String(expected.reduce(0, +)))
    }
}
