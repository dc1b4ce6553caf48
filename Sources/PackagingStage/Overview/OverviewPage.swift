import ExporterKit
import Languages
import Policy

/// The answer for people: one page without script that loads nothing (`01-overview.html`).
struct OverviewPage: Sendable {
    let wording: Wording
    let reports: [CategoryReport]
    /// The records of each collection and its documents, as far as the page has room for them.
    private(set) var tables: [String: HTML] = [:]

    init(facts: PackageFacts) {
        wording = Wording(facts: facts)
        reports = CategoryReport.all(of: facts)
        tables = fittingTables(into: Self.budget - bytes.count)
    }

    private func fittingTables(into room: Int) -> [String: HTML] {
        let records = facts.layout.collections.map { (name: $0.dataName, rows: rows(of: $0)) }
        let documents =
            facts.layout.collections.map { (name: $0.dataName, documents: $0.documents) }
            + reports.map { (name: $0.id, documents: $0.additions) }
        let listed = documents.filter { !$0.documents.isEmpty }.map { list in
            (name: Self.documents(of: list.name), rows: rows(of: list.documents))
        }
        let parts = Room.parted(max(0, room), among: records + listed, need: \.rows.need) { part, room in
            let table = fitted(part.rows, into: room)
            return ((part.name, table), table.bytes.count)
        }
        return Dictionary(parts) { first, _ in first }
    }

    var facts: PackageFacts { wording.facts }
    var words: any OverviewWords { wording.words }

    /// The page's bytes.
    var bytes: [UInt8] { page.bytes }

    /// The categories that get a section of their own.
    var reportsWithSection: [CategoryReport] { reports.filter { !$0.isEmpty } }

    private var page: HTML {
        """
        \(HTML.head(language: facts.language, title: words.pageTitle, images: true, styles: overviewStyle))
        <body>
        <a class="skip" href="#content">\(text: words.skipToContent)</a>
        \(head)
        <main id="content">
        \(contents)
        \(chart)
        \(categories)
        \(emptyCategories)
        \(search)
        \(generalRetention)
        \(rights)
        \(recipientList)
        </main>
        <footer><p>\(text: words.footer)</p></footer>
        </body>
        </html>

        """
    }

    private var contents: HTML {
        let items = reportsWithSection.enumerated().map { index, report -> HTML in
            """
            <li><a href="#category-\(text: String(index + 1))"><span>\(text: facts.categoryTitle(report.id))</span> \
            <span class="count">\(text: count(of: report))</span></a></li>

            """
        }
        return """
            <nav class="contents" aria-labelledby="contents-title">
            <h2 id="contents-title">\(text: words.contents)</h2>
            <ul>
            \(chartLink)\(items)\(furtherContents)
            </ul>
            </nav>
            """
    }

    /// The sections that follow the categories, as far as they are there.
    private var furtherContents: [HTML] {
        let empty = reports.filter(\.isEmpty).count
        let sections: [(id: String, title: String, isThere: Bool)] = [
            ("nothing-held", words.nothingHeldHeading(empty), empty > 0),
            ("search", words.searchHeading, true),
            ("in-general", words.generalRetentionHeading, !facts.processing.rulesAboutTheWhole.isEmpty),
            ("rights", words.rightsHeading, true),
            ("recipients", words.recipientsHeading, !facts.activeProcessors.isEmpty),
        ]
        return sections.filter(\.isThere).map { section in
            "<li><a href=\"#\(text: section.id)\"><span>\(text: section.title)</span></a></li>\n"
        }
    }

    /// How much of a category the package holds, in words.
    func count(of report: CategoryReport) -> String {
        let parts = [
            report.records > 0 ? words.count(records: report.records) : nil,
            report.documents > 0 ? words.count(documents: report.documents) : nil,
        ]
        return report.hasData ? parts.compactMap(\.self).joined(separator: ", ") : words.notInPackage
    }
}
