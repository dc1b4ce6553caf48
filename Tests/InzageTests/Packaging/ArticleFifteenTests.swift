import ExporterKit
import Foundation
import TestSupport
import Testing
import Policy
import PackagingStage
import ControllerFiles

/// The overview as a reader finds it: each category with what is said of it, and the sections that are about all.
private struct PageAnswer: Decodable {
    struct Category: Decodable {
        let title: String
        let isFolded: Bool
        let facts: [String: String]
        let links: [String]
        let collections, rows: Int
    }

    let categories: [Category]
    /// The text of each section by its id, and that of the page's head.
    let sections: [String: String]

    init(of page: [UInt8]) async throws {
        let lines = try await python(Self.script, over: page)
        self = try JSONDecoder().decode(PageAnswer.self, from: Data(lines.joined().utf8))
    }

    private static let script = """
        import json, sys
        from html.parser import HTMLParser
        class Reader(HTMLParser):
            def __init__(self):
                super().__init__(convert_charrefs=True)
                self.categories, self.sections, self.section, self.category = [], {'': ''}, '', None
                self.title, self.term, self.text = False, None, ''
            def begin(self, folded):
                self.category = {'title': '', 'isFolded': folded, 'facts': {}, 'links': [], 'collections': 0, 'rows': 0}
                self.categories.append(self.category)
            def handle_starttag(self, tag, attrs):
                a = dict(attrs)
                if tag == 'section':
                    self.section, self.category = a['id'], None
                    if 'category' in a['class'].split(): self.begin(False)
                if tag == 'details' and self.section == 'nothing-held': self.begin(True)
                if tag in ('h3', 'summary') and self.category and not self.category['title']: self.title = True
                if tag == 'span' and a.get('class') == 'count': self.title = False
                if tag in ('dt', 'dd'): self.text = ''
                if self.category:
                    if tag == 'a': self.category['links'].append(a['href'])
                    if tag == 'h4': self.category['collections'] += 1
                    if a.get('class') == 'sheet' or tag == 'tr': self.category['rows'] += 1
            def handle_data(self, data):
                self.text += data
                self.sections[self.section] = self.sections.get(self.section, '') + data
                if self.title: self.category['title'] += data
            def handle_endtag(self, tag):
                if tag in ('h3', 'summary'): self.title = False
                if tag == 'dt': self.term = self.text.strip()
                if tag == 'dd' and self.category: self.category['facts'][self.term] = ' '.join(self.text.split())
        reader = Reader()
        reader.feed(open(sys.argv[1], encoding='utf-8').read())
        print(json.dumps({'categories': reader.categories, 'sections': reader.sections}))
        """
}

/// Article 15(1)(a) to (h) and 15(2), over every company whose overview is tested.
@Suite struct `Every item of Article 15` {
    /// What stands with each category, by the letter of the article.
    private static let items: [Language: [(letter: String, name: String)]] = [
        .nl: [
            ("15(1)(a)", "Waarvoor"), ("15(1)(c)", "Wie het krijgt of verwerkt"), ("15(1)(d)", "Hoe lang"),
            ("15(1)(g)", "Waar het vandaan komt"), ("15(1)(h)", "Geautomatiseerde besluiten"),
            ("15(2)", "Buiten de Europese Economische Ruimte"),
        ],
        .en: [
            ("15(1)(a)", "Why we use it"), ("15(1)(c)", "Who receives or processes it"),
            ("15(1)(d)", "How long we keep it"), ("15(1)(g)", "Where it comes from"),
            ("15(1)(h)", "Automated decisions"), ("15(2)", "Outside the European Economic Area"),
        ],
    ]

    /// What stands once for all: the rights of 15(1)(e), and the complaint of 15(1)(f).
    private static let rights: [Language: [String]] = [
        .nl: ["Rectificatie", "Wissing", "Beperking", "Bezwaar", "klacht", "toezichthouder"],
        .en: ["Rectification", "Erasure", "Restriction", "Objection", "complain", "supervisory authority"],
    ]

    @Test(arguments: OverviewPages.allCases, [Language.nl, .en])
    func `has its place with every category, whether something is held or not, and is never blank`(
        _ page: OverviewPages,
        _ language: Language
    ) async throws {
        // The sample company answers in Dutch.
        let language = page == .sampleCompany ? .nl : language
        let answer = try await PageAnswer(of: page.bytes(language))
        #expect(!answer.categories.isEmpty)
        for category in answer.categories {
            // 15(1)(b): the category itself.
            #expect(!category.title.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty)
            for (letter, name) in Self.items[language] ?? [] {
                #expect((category.facts[name]?.count ?? 0) > 3, "\(letter) of \(category.title)")
            }
            #expect(category.facts.values.allSatisfy { !$0.isEmpty })
        }
        let rights = answer.sections["rights"] ?? ""
        for word in Self.rights[language] ?? [] {
            #expect(rights.localizedCaseInsensitiveContains(word), "\(word)")
        }
    }

    @Test(arguments: OverviewPages.allCases)
    func `is told of every category of the record, and of no other`(_ page: OverviewPages) async throws {
        let answer = try await PageAnswer(of: page.bytes())
        let titles = answer.categories.map { $0.title.trimmingCharacters(in: .whitespacesAndNewlines) }
        #expect(Set(titles).count == titles.count)
        guard let fixture = ControllerFixture(rawValue: page.rawValue) else { return }
        let record = try await fixture.configuration().processing
        #expect(Set(titles) == Set(record.categories.map { $0.title.text(in: "nl") }))
    }

    @Test(arguments: OverviewPages.allCases)
    func `comes with the first records of every collection and with links to all of them (Article 15(3))`(
        _ page: OverviewPages
    ) async throws {
        let answer = try await PageAnswer(of: page.bytes())
        let withData = answer.categories.filter { category in category.links.contains { $0.hasPrefix("data/") } }
        #expect(!withData.isEmpty)
        for category in withData {
            let json = category.links.filter { $0.hasPrefix("data/") }
            let csv = category.links.filter { $0.hasPrefix("csv/") }
            #expect(json.count == csv.count && category.rows >= json.count, "\(category.title)")
            #expect(category.collections >= json.count)
            let number = /^(data|csv)\/[0-9]{4}\.(json|csv)$/
            #expect((json + csv).allSatisfy { $0.contains(number) })
        }
    }

    @Test func `every file of the package that holds data is linked from its category`() async throws {
        for fixture in ControllerFixture.allCases {
            let sample = try await fixture.sample()
            let answer = try await PageAnswer(of: sample.overview)
            let linked = answer.categories.flatMap(\.links).filter { !$0.hasPrefix("#") && !$0.hasPrefix("https:") }
            #expect(linked.sorted() == sample.plan.entries.map(\.name).sorted(), "\(fixture)")
        }
    }
}
