import ExporterKit

/// The answer for people: one page without script that loads nothing (`01-overview.html`).
struct OverviewPage: Sendable {
    let facts: PackageFacts
    let words: any OverviewWords
    let reports: [CategoryReport]

    init(facts: PackageFacts) {
        self.facts = facts
        words = overviewWords(facts.dossier.head.language, form: facts.controller.formOfAddress)
        reports = CategoryReport.all(of: facts)
    }

    /// The page's bytes.
    var bytes: [UInt8] { page.bytes }

    /// The categories that get a section of their own.
    var reportsWithSection: [CategoryReport] { reports.filter { !$0.isEmpty } }

    private var page: HTML {
        """
        <!DOCTYPE html>
        <html lang="\(text: facts.language)">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="\(text: Self.policy)">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <meta name="robots" content="noindex">
        <meta name="format-detection" content="telephone=no, email=no, address=no">
        <title>\(text: words.pageTitle)</title>
        <style>\(HTML.style(overviewStyle))</style>
        </head>
        <body>
        <a class="skip" href="#content">\(text: words.skipToContent)</a>
        \(head)
        <main id="content">
        \(contents)
        \(categories)
        \(emptyCategories)
        \(search)
        \(rights)
        </main>
        <footer><p>\(text: words.footer)</p></footer>
        </body>
        </html>

        """
    }

    private static let policy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

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
            \(items)<li><a href="#search"><span>\(text: words.searchHeading)</span></a></li>
            <li><a href="#rights"><span>\(text: words.rightsHeading)</span></a></li>
            </ul>
            </nav>
            """
    }

    /// How much of a category the package holds, in words.
    func count(of report: CategoryReport) -> String {
        let parts = [
            report.records > 0 ? words.count(records: report.records) : nil,
            report.documents > 0 ? words.count(documents: report.documents) : nil,
        ]
        return report.hasData ? parts.compactMap(\.self).joined(separator: ", ") : words.notInPackage
    }

    private var emptyCategories: HTML {
        let empty = reports.filter(\.isEmpty)
        guard !empty.isEmpty else { return .nothing }
        let items = empty.map { report -> HTML in
            let outcomes = report.lines.map { line -> HTML in
                let source = isByHand(line) ? words.byHand : "\(facts.systemTitle(line.system)), \(place(of: line))"
                return "<li>\(source): \(text: words.outcome(line.outcome, records: line.records))</li>"
            }
            let notSearched: HTML = "<li>\(text: words.notSearched)</li>"
            return """
                <div><dt>\(text: facts.categoryTitle(report.id))</dt>
                <dd><ul>\(outcomes.isEmpty ? [notSearched] : outcomes)</ul></dd></div>

                """
        }
        return """
            <section class="card" id="nothing-held" aria-labelledby="nothing-held-title">
            <h2 id="nothing-held-title">\(text: words.nothingHeldHeading)</h2>
            <p>\(text: words.nothingHeldIntroduction)</p>
            <dl class="facts">
            \(items)</dl>
            </section>
            """
    }
}
