import PackagingStage

/// Counts as inline SVG: the number stands beside each bar, so that nothing is told by length or colour alone.
///
/// Places across are parts of the width, so that it fills a phone and a desk without its letters shrinking.
struct BarChart: Sendable {
    let id: String
    let title: String
    /// What it shows, for those who do not see it.
    let description: String
    let bars: [(label: String, count: Int)]

    private static let rowHeight = 42
    private static let columnHeight = 96
    private static let labelHeight = 22

    /// A row for each bar, its name above it.
    var rows: HTML {
        let drawn = bars.enumerated().map { index, bar -> HTML in
            let top = index * Self.rowHeight
            return """
                <text class="name" x="0" y="\(text: String(top + 14))">\(text: bar.label) \
                <tspan class="total">\(text: String(bar.count))</tspan></text>
                <rect class="tint-0" x="0" y="\(text: String(top + 20))" width="100%" height="12" rx="3"/>
                <rect x="0" y="\(text: String(top + 20))" width="\(text: part(bar.count))" height="12" rx="3"/>

                """
        }
        return picture("bars", height: bars.count * Self.rowHeight, drawn)
    }

    /// A column for each bar, its name under it.
    var columns: HTML {
        let step = 10_000 / max(1, bars.count)
        let base = Self.labelHeight + Self.columnHeight
        let drawn = bars.enumerated().map { index, bar -> HTML in
            let middle = Self.percent(index * step + step / 2)
            let tall = bar.count * Self.columnHeight / highest
            let number: HTML =
                bar.count == 0
                ? .nothing
                : """
                <rect x="\(text: Self.percent(index * step + step / 8))" y="\(text: String(base - tall))" \
                width="\(text: Self.percent(step * 3 / 4))" height="\(text: String(tall))" rx="2"/>\
                <text class="above" x="\(text: middle)" y="\(text: String(base - tall - 5))">\(text: String(bar.count))</text>
                """
            return """
                \(number)<text class="head" x="\(text: middle)" y="\(text: String(base + 16))">\(text: bar.label)</text>

                """
        }
        let line: HTML = """
            <rect class="tint-0" x="0" y="\(text: String(base))" width="100%" height="1"/>

            """
        return picture("columns", height: base + Self.labelHeight, [line] + drawn)
    }

    private var highest: Int { max(1, bars.map(\.count).max() ?? 1) }

    private func part(_ count: Int) -> String { Self.percent(count * 10_000 / highest) }

    private func picture(_ kind: String, height: Int, _ content: [HTML]) -> HTML {
        """
        <svg class="chart \(text: kind)" role="img" aria-labelledby="\(text: id)-name \(text: id)-text" width="100%" \
        height="\(text: String(height))">
        <title id="\(text: id)-name">\(text: title)</title>
        <desc id="\(text: id)-text">\(text: description)</desc>
        \(content)</svg>
        """
    }

    /// Hundredths of a percent as SVG writes a part of the width.
    private static func percent(_ hundredths: Int) -> String {
        "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)%"
    }
}
