import ExporterKit
import Foundation
import TestSupport
import Testing
import GatheringStage
import Policy

/// What a reader of XML and of HTML finds of the chart: the picture's rows and columns, and the table's.
private struct Chart: Decodable {
    let role, name, text: String
    let heads: [String]
    /// Name, total, and the numbers by column.
    let picture, table: [[String]]
    let squares: Int

    init(of page: [UInt8]) async throws {
        let lines = try await python(Self.script, over: page)
        self = try JSONDecoder().decode(Chart.self, from: Data(lines.joined().utf8))
    }

    private static let script = """
        import html, json, re, sys
        from xml.etree import ElementTree
        page = open(sys.argv[1], encoding='utf-8').read()
        part = page[page.index('<section class="card" id="chart"'):]
        part = part[:part.index('</section>')]
        svg = ElementTree.fromstring(part[part.index('<svg'):part.index('</svg>') + 6].replace('&#39;', '&apos;'))
        def strip(e): return ' '.join(''.join(e.itertext()).split())
        heads, rows, squares = {}, [], 0
        for e in svg:
            kind = e.get('class')
            if kind == 'head': heads.setdefault(e.get('x'), []).append(e.text)
            elif kind == 'name': rows.append([e.text.strip(), e[0].text] + [''] * len(heads))
            elif e.tag == 'rect': squares += 1; x = float(e.get('x')[:-1])
            elif kind in ('value', 'value deep'):
                place = list(heads).index(e.get('x')); rows[-1][2 + place] = e.text
        cells = lambda row: [html.unescape(re.sub('<[^>]*>', '', c)) for c in re.findall('<t[hd][^>]*>(.*?)</t[hd]>', row)]
        table = [cells(row) for row in re.findall('<tr>(.*?)</tr>', part)]
        print(json.dumps({'role': svg.get('role'), 'name': svg.find('title').text, 'text': svg.find('desc').text,
            'heads': [' '.join(h) for h in heads.values()], 'picture': rows, 'table': table, 'squares': squares}))
        """
}

@Suite struct `The chart of what is held` {
    @Test func `picture and table say the same: a row for each category, a column for each year`() async throws {
        let chart = try await Chart(of: PackageSample.incomplete(.en).overview)
        #expect(chart.role == "img" && chart.name == "How much, by category and year")
        #expect(chart.text.hasPrefix("5 in total, in 3 categories."))
        #expect(chart.heads == ["2025", "2026", "no date"])
        #expect(
            chart.picture == [
                ["Customer account", "1", "", "", "1"], ["Orders", "3", "2", "1", ""],
                ["Job applications", "1", "", "", "1"],
            ]
        )
        #expect(
            chart.table == [
                ["Category", "2025", "2026", "no date", "Total"], ["Customer account", "0", "0", "1", "1"],
                ["Orders", "2", "1", "0", "3"], ["Job applications", "0", "0", "1", "1"],
            ]
        )
        #expect(chart.squares == 9)
    }

    @Test func `of many categories the largest are drawn and the others as one, and the table has them all`()
        async throws
    {
        let chart = try await Chart(of: PackageSample.crowded(.nl).overview)
        #expect(chart.picture.count == 13 && chart.table.count == 31)
        #expect(chart.picture.last?.prefix(2) == ["18 andere categorieën", "855"])
        #expect(chart.picture[0][0].hasSuffix("…") && chart.picture[0][1] == "95")
        #expect(chart.picture.prefix(12).map { $0[1] } == (19...30).map { String($0 * 5) })
        let totals = chart.table.dropFirst().compactMap { Int($0.last ?? "") }
        #expect(totals == (1...30).map { $0 * 5 })
        // Every row of the table adds up, and the drawn columns add up to the table's.
        for row in chart.table.dropFirst() {
            #expect(row.dropFirst().dropLast().compactMap { Int($0) }.reduce(0, +) == Int(row.last ?? ""))
        }
        for column in chart.heads.indices {
            let drawn = chart.picture.compactMap { Int($0[column + 2]) }.reduce(0, +)
            #expect(drawn == chart.table.dropFirst().compactMap { Int($0[column + 1]) }.reduce(0, +))
        }
    }

    @Test(arguments: [1, 12, 13, 14])
    func `one category too many is no reason to hide it among others`(_ categories: Int) async throws {
        let chart = try await Chart(of: PackageSample.crowded(.nl, categories: categories).overview)
        #expect(chart.picture.count == min(categories, 13))
        #expect(chart.picture.contains { $0[0].contains("andere") } == (categories > 13))
    }

    @Test(arguments: [
        (["2026-01-01"], ["2026"]), (["2019-01-01"], ["2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026"]),
        (["2018-01-01"], ["up to 2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026"]),
        (["1900-01-01", "2100-01-01"], ["up to 2020", "2021", "2022", "2023", "2024", "2025", "2026", "after 2026"]),
        (["2027-01-01"], ["after 2026"]),
        (["2099-12-31", "2025-01-01", "?"], ["2025", "2026", "after 2026", "no date"]),
        (["never"], ["no date"]),
    ])
    func `the columns end with the year of collection and are never more than fit a phone`(
        _ days: [String],
        _ heads: [String]
    ) async throws {
        let orders = days.map { day -> [TestCell] in [1, 42, .text(Array(day.utf8)), 1, "x"] }
        var sample = PackageSample(language: .en, orders: orders)
        sample.dossier.collections.remove(at: 0)
        let chart = try await Chart(of: sample.overview)
        #expect(chart.heads == heads)
        #expect(chart.picture.first?[1] == String(days.count))
        #expect(chart.heads.count <= 9)
    }

    @Test(arguments: [(9_999, "9,999"), (10_000, "10k"), (999_999, "999k"), (12_345_678, "12M")])
    func `a number that does not fit a square is shortened, and stands in full in the table`(
        _ number: Int,
        _ drawn: String
    ) async throws {
        var sample = PackageSample(language: .en)
        sample.dossier.collections.remove(at: 1)
        sample.dossier.collections[0].records = number
        let chart = try await Chart(of: sample.overview)
        #expect(chart.picture.first?.last == drawn)
        #expect(chart.table.last?.last?.filter(\.isNumber) == String(number))
    }

    @Test(arguments: [
        "</title></svg><b>", "\u{600}<script>", "]]>", "\"\u{301} onload=x", String(repeating: "\u{301}", count: 99),
    ])
    func `a category's title stays text in the picture and in the table (case 67)`(_ title: String) async throws {
        var sample = PackageSample()
        sample.processing.categories[0].title = LocalizedText(title)
        let chart = try await Chart(of: sample.overview)
        #expect(Array(chart.table[1][0].utf8) == Array(title.utf8))
        #expect(chart.picture.count == 2)
    }

    @Test func `where nothing is held there is no chart and no way to one`() {
        var sample = PackageSample(isEmpty: true)
        sample.dossier.additions = []
        #expect(!sample.text("01-overview.html").contains("id=\"chart\""))
        #expect(!sample.text("01-overview.html").contains("href=\"#chart\""))
    }
}
