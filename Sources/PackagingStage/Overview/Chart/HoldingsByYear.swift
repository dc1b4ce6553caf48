import Languages
import RegisterStore
import GatheringStage

/// How much is held of each category in each year: the numbers behind the overview's chart and its table.
package struct HoldingsByYear: Sendable {
    /// One category, or what several come to.
    struct Row: Sendable {
        var title: String
        /// A number for each column.
        var counts: [Int]
        var total: Int { counts.reduce(0, +) }
    }

    /// More years than this would not stand side by side on a phone.
    private static let datedColumns = 8
    /// More rows than this would be a list, not a picture.
    private static let pictureRows = 12

    let columns: [ChartColumn]
    /// Every category of which something is held, in the order of the page.
    let rows: [Row]

    /// Counts what the package holds; a document that people found has no year.
    ///
    /// The columns end with the year of collection, so that a year that some record was given by mistake moves nothing.
    init(_ reports: [CategoryReport], collectedIn year: Int?, title: (String) -> String) {
        let held = reports.filter(\.hasData)
        let years = held.map(\.years)
        let dated = Set(years.flatMap(\.keys))
        let isUndatedHeld = zip(held, years).contains { $0.records + $0.additions.count > $1.values.reduce(0, +) }
        let columns = Self.columns(dated, until: year ?? dated.max() ?? 0) + (isUndatedHeld ? [.undated] : [])
        self.columns = columns
        rows = zip(held, years).map { report, counts in
            let all = report.records + report.additions.count
            return Row(
                title: title(report.id),
                counts: columns.map { column in
                    column == .undated
                        ? all - counts.values.reduce(0, +)
                        : counts.filter { column.includes($0.key) }.values.reduce(0, +)
                }
            )
        }
    }

    /// The rows that are drawn, and those that are drawn as one: the largest stand alone, in the order of the page.
    var picture: (rows: [Row], others: [Row]) {
        guard rows.count > Self.pictureRows + 1 else { return (rows, []) }
        let bySize = rows.indices.sorted { (rows[$1].total, $0) < (rows[$0].total, $1) }
        let largest = Set(bySize.prefix(Self.pictureRows))
        return (
            rows.indices.filter(largest.contains).map { rows[$0] },
            rows.indices.filter { !largest.contains($0) }.map { rows[$0] }
        )
    }

    /// Several rows as one.
    func together(_ others: [Row], title: String) -> Row {
        Row(title: title, counts: columns.indices.map { index in others.reduce(0) { $0 + $1.counts[index] } })
    }

    private static func columns(_ years: Set<Int>, until current: Int) -> [ChartColumn] {
        let later: [ChartColumn] = years.contains { $0 > current } ? [.after(current)] : []
        guard let oldest = years.filter({ $0 <= current }).min() else { return later }
        let room = datedColumns - later.count
        guard current - oldest >= room else { return (oldest...current).map(ChartColumn.year) + later }
        let first = current - room + 2
        return [.upTo(first - 1)] + (first...current).map(ChartColumn.year) + later
    }
}

extension CategoryReport {
    /// How many of the category's records belong to each year.
    fileprivate var years: [Int: Int] {
        collections.reduce(into: [:]) { years, numbered in
            years.merge(numbered.gathered.years.records, uniquingKeysWith: +)
        }
    }
}
