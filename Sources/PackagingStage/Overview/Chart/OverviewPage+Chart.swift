import Languages
import GatheringStage

extension OverviewPage {
    /// What is held by category and year: a picture, and the same numbers in a table.
    var chart: HTML {
        guard reports.contains(where: \.hasData) else { return .nothing }
        let holdings = holdings
        return """
            <section class="card" id="chart" aria-labelledby="chart-heading">
            <div class="picture">
            <h2 id="chart-heading">\(text: words.chartHeading)</h2>
            <p>\(text: words.chartIntroduction)</p>
            \(ChartPicture(holdings: holdings, words: words).svg)
            </div>
            <div class="folded"><details>
            <summary><span>\(text: words.chartTable)</span></summary>
            \(table(of: holdings))
            </details></div>
            </section>
            """
    }

    /// The way to the chart from the list of contents.
    var chartLink: HTML {
        guard reports.contains(where: \.hasData) else { return .nothing }
        return "<li><a href=\"#chart\"><span>\(text: words.chartHeading)</span></a></li>\n"
    }

    private var holdings: HoldingsByYear {
        let year = Int(String(decoding: facts.dossier.head.collectedAt.utf8.prefix(4), as: UTF8.self))
        return HoldingsByYear(reports, collectedIn: year, title: facts.categoryTitle)
    }

    private func table(of holdings: HoldingsByYear) -> HTML {
        let columns = holdings.columns.map { words.column($0).joined(separator: " ") } + [words.chartTotal]
        let heads = columns.map { column -> HTML in "<th scope=\"col\">\(text: column)</th>" }
        let rows = holdings.rows.map { row -> HTML in
            let numbers = (row.counts + [row.total]).map { count -> HTML in "<td>\(text: words.number(count))</td>" }
            return "<tr><th scope=\"row\">\(text: row.title)</th>\(numbers)</tr>\n"
        }
        return """
            <div class="scroll" role="group" aria-label="\(text: words.chartTable)" tabindex="0">
            <table class="years"><caption>\(text: words.chartHeading)</caption>
            <thead><tr><th scope="col">\(text: words.categoryColumn)</th>\(heads)</tr></thead>
            <tbody>
            \(rows)</tbody></table>
            </div>
            """
    }
}
