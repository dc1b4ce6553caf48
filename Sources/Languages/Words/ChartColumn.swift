/// What a column of the chart of holdings by year counts.
package enum ChartColumn: Sendable, Hashable {
    /// A year and all before it.
    case upTo(Int)
    case year(Int)
    /// All years after one.
    case after(Int)
    case undated

    package func includes(_ year: Int) -> Bool {
        switch self {
        case .upTo(let last): year <= last
        case .year(let only): year == only
        case .after(let last): year > last
        case .undated: false
        }
    }
}
