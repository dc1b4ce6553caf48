import Languages

/// The chart as inline SVG: a row for each category, a column for each year, and the number in each square.
///
/// Places across are parts of the width, so that it fills a phone and a desk without its letters shrinking; places down
/// are fixed. The tint only repeats the number, by its digits, so that nothing is told by colour alone.
struct ChartPicture: Sendable {
    /// Lines of the columns' heads, of a row's name and of its squares, in pixels.
    private static let headHeight = 34
    private static let nameHeight = 20
    private static let squareHeight = 24
    private static let rowHeight = 54
    /// Fewer columns than these leave room free, so that a square looks the same in every answer.
    private static let fewestColumns = 8
    /// What of a name fits beside its total on a phone; it stands in full in the table and in its section.
    private static let nameLimit = 32

    let holdings: HoldingsByYear
    let words: any OverviewWords

    /// The picture, with its description for those who do not see it.
    var svg: HTML {
        let (alone, others) = holdings.picture
        let rest = others.isEmpty ? [] : [holdings.together(others, title: words.chartOthers(others.count))]
        let rows = alone + rest
        let total = holdings.rows.reduce(0) { $0 + $1.total }
        return """
            <svg class="chart" role="img" aria-labelledby="chart-name chart-text" width="100%" \
            height="\(text: String(Self.headHeight + rows.count * Self.rowHeight))">
            <title id="chart-name">\(text: words.chartHeading)</title>
            <desc id="chart-text">\(text: words.chartDescription(total: total, categories: holdings.rows.count))</desc>
            \(holdings.columns.enumerated().map { head($1, at: $0) })\(rows.enumerated().map { drawn($1, at: $0) })</svg>
            """
    }

    private func head(_ column: ChartColumn, at index: Int) -> HTML {
        let lines = words.column(column)
        return HTML(
            lines.enumerated().map { number, line -> HTML in
                let y = Self.headHeight - 7 - 13 * (lines.count - 1 - number)
                return """
                    <text class="head" x="\(text: middle(of: index))" y="\(text: String(y))">\(text: line)</text>

                    """
            }
        )
    }

    private func drawn(_ row: HoldingsByYear.Row, at index: Int) -> HTML {
        let top = Self.headHeight + index * Self.rowHeight
        return """
            <text class="name" x="0" y="\(text: String(top + 14))">\(text: Self.cut(row.title)) \
            <tspan class="total">\(text: words.number(row.total))</tspan></text>
            \(row.counts.enumerated().map { square($1, at: $0, top: top + Self.nameHeight) })
            """
    }

    private func square(_ count: Int, at index: Int, top: Int) -> HTML {
        let tint = Self.tint(of: count)
        let place: HTML = """
            <rect class="tint-\(text: String(tint))" x="\(text: share(index * 100))" y="\(text: String(top))" \
            width="\(text: share(94))" height="\(text: String(Self.squareHeight))" rx="3"/>
            """
        guard count > 0 else { return place + "\n" }
        return """
            \(place)<text class="\(text: tint > 3 ? "value deep" : "value")" x="\(text: middle(of: index))" \
            y="\(text: String(top + 16))">\(text: short(count))</text>

            """
    }

    /// A tint for each digit that a number has, up to five.
    private static func tint(of count: Int) -> Int { count == 0 ? 0 : min(5, String(count).utf8.count) }

    /// A number that fits a square of a phone: thousands and millions rounded down.
    private func short(_ count: Int) -> String {
        switch count {
        case ..<10_000: words.number(count)
        case ..<1_000_000: "\(count / 1_000)k"
        default: "\(words.number(count / 1_000_000))M"
        }
    }

    private func middle(of index: Int) -> String { share(index * 100 + 47) }

    /// Hundredths of a column as a part of the whole width.
    private func share(_ hundredths: Int) -> String {
        let parts = hundredths * 100 / max(holdings.columns.count, Self.fewestColumns)
        return "\(parts / 100).\(parts % 100 < 10 ? "0" : "")\(parts % 100)%"
    }

    private static func cut(_ title: String) -> String {
        guard title.unicodeScalars.count > nameLimit else { return title }
        return String(String.UnicodeScalarView(title.unicodeScalars.prefix(nameLimit - 1))) + "…"
    }
}
