import ExporterKit
import Foundation
import TestSupport
import Testing
import Cases

/// Hostile texts in every place of the overview, opened in a real browser (case 67, and traps 4 and 5).
@Suite struct `Hostile texts in a browser` {
    /// What the browser told while a page was open.
    private struct Happening: Decodable {
        let scripts, requests, navigations, blocked, live, knocks: [String]
        let structure: String

        var all: [String] { scripts + requests + navigations + blocked + live + knocks }
    }

    private struct Happenings: Decodable {
        let pages: [Happening]
        let knocks: [String]
    }

    private func opened(_ pages: [[UInt8]]) async throws -> Happenings {
        try await withTemporaryFolder { folder in
            let named = pages.enumerated().map { (name: "page-\($0.offset)", bytes: $0.element) }
            return try browse("hostile", over: written(named, in: folder))
        }
    }

    /// The same page without its policy, so that escaping stands alone.
    private func withoutPolicy(_ page: [UInt8]) throws -> [UInt8] {
        let lines = page.split(separator: 0x0A, omittingEmptySubsequences: false)
        let kept = lines.filter { !$0.starts(with: Array("<meta http-equiv=".utf8)) }
        try #require(kept.count == lines.count - 1)
        return Array(kept.joined(separator: [0x0A]))
    }

    /// A page's structure without its policy.
    private func bare(_ page: Happening) -> String {
        page.structure.replacingOccurrences(of: "META[content http-equiv]\n", with: "")
    }

    @Test func `no text runs a script, sends a request, goes anywhere or changes the page's structure (case 67)`()
        async throws
    {
        #expect(HostileText.all.count >= 60)
        // The page's policy is taken out, so that escaping stands alone; with it stands one page that holds all of them.
        let all = Array(HostileText.all.joined())
        let pages = try (HostileText.all + [all]).map { try withoutPolicy(PackageSample.overview(holding: $0)) }
        // A text that is cut on the page has marks of its own, so it is compared with a harmless one that is as long.
        let lengths = (HostileText.all + [all]).map { text in
            max(300, String(decoding: text, as: UTF8.self).unicodeScalars.count)
        }
        let twins = Array(Set(lengths)).sorted()
        let harmless = twins.map { PackageSample.overview(holding: Array(repeating: 0x78, count: $0)) }
        let found = try await opened(pages + harmless + [PackageSample.overview(holding: all)])
        try #require(found.pages.count == pages.count + twins.count + 1)
        for (number, text) in (HostileText.all + [all]).enumerated() {
            let (page, twin) = (
                found.pages[number], found.pages[pages.count + (twins.firstIndex(of: lengths[number]) ?? 0)]
            )
            #expect(
                page.all == [] && page.structure == bare(twin),
                "\(String(decoding: text.prefix(60), as: UTF8.self))"
            )
            #expect(twin.all == [] && twin.structure.utf8.count > 5_000)
        }
        #expect(found.pages.last?.all == [] && found.pages.last.map(bare) == found.pages[pages.count - 1].structure)
        #expect(found.knocks == [])
    }

    @Test func `texts from a source stay text through the whole way to the archive, also bytes that are no text`()
        async throws
    {
        let hostile = try await delivered(HostileText.all)
        let harmless = try await delivered(HostileText.all.map(HostileText.harmless))
        let found = try await opened([hostile, try withoutPolicy(hostile), harmless])
        try #require(found.pages.count == 3)
        #expect(found.pages.flatMap(\.all) == [] && found.knocks == [])
        #expect(
            found.pages[0].structure == found.pages[2].structure && found.pages[1].structure == bare(found.pages[2])
        )
    }

    /// Markup that is no text any more, and where it shows.
    private static let open: [(markup: String, kind: String)] = [
        ("<script>alert(1)</script>", "scripts"), ("<script>marked=1</script>", "scripts"),
        ("<b onmouseover=\"ran('x')\">x</b>", "scripts"), ("<svg onload=console.log(1)>", "scripts"),
        ("<script>throw 1</script>", "scripts"), ("<img src=http://attacker.example/x>", "requests"),
        ("<style>@import url(http://attacker.example/a.css);</style>", "requests"),
        ("<img src=http://attacker.example/x>", "knocks"),
        ("<meta http-equiv=refresh content='0;url=http://attacker.example/'>", "navigations"),
        ("<iframe src=about:blank></iframe>", "navigations"), ("<a href=javascript:alert(1)>x</a>", "live"),
        ("<p style=color:red>x</p>", "live"), ("<p ONCLICK=x>x</p>", "live"),
        (
            "<meta http-equiv=Content-Security-Policy content=\"script-src 'none'\"><script>marked=1</script>",
            "blocked"
        ),
    ]

    @Test func `a page that lets a text through would be noticed`() async throws {
        let pages = Self.open.map { Array("<!DOCTYPE html><html lang=en><title>t</title>\($0.markup)".utf8) }
        let found = try await opened(pages).pages
        try #require(found.count == pages.count)
        for (page, open) in zip(found, Self.open) {
            let told = [
                "scripts": page.scripts, "requests": page.requests, "navigations": page.navigations, "live": page.live,
                "blocked": page.blocked, "knocks": page.knocks,
            ]
            #expect(told[open.kind]?.isEmpty == false, "\(open.markup): \(told)")
            #expect(page.structure.split(separator: "\n").count >= 5)
        }
    }

    /// The overview out of the archive that a person gets whose data consists of these texts.
    private func delivered(_ texts: [[UInt8]]) async throws -> [UInt8] {
        let fields = ["email", "a", "b", "c", "d"].map { name -> FieldDescription in
            name == "email" ? .named(name, channel: .email) : .named(name)
        }
        let width = fields.count - 1
        let rows = stride(from: 0, to: texts.count, by: width).map { start -> [TestCell] in
            ["ada@example.org"] + (start..<start + width).map { .text($0 < texts.count ? texts[$0] : []) }
        }
        // A collection shows its first ten records, so each holds ten.
        let collections = stride(from: 0, to: rows.count, by: 10).enumerated().map { number, start in
            (id: "part-\(number)", rows: Array(rows[start..<min(start + 10, rows.count)]))
        }
        return try await withTemporaryFolder { folder in
            let driver = ScriptedDriver(
                Dictionary(uniqueKeysWithValues: collections.map { ($0.id, .records($0.rows)) })
            )
            let described = collections.map { CollectionDescription.scripted($0.id, fields) }
            let system = SystemDescription(
                id: "crm",
                title: LocalizedText("CRM"),
                driver: "scripted",
                connection: "",
                folder: "/",
                collections: described
            )
            let house = try House(in: folder, systems: [system], processing: .accountOnly, drivers: [driver])
            let id = try await house.proven().id
            return Array(try #require(try await house.answer(id)["01-overview.html"]))
        }
    }
}
