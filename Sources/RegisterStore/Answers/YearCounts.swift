/// How many of a collection's records belong to each year, for the chart of the overview.
package struct YearCounts: Sendable, Codable, Hashable {
    /// Records by year; what these lack to the number of all records is undated.
    package private(set) var records: [Int: Int] = [:]

    /// No records yet.
    package init() {}

    package mutating func add(_ year: Int) { records[year, default: 0] += 1 }
}
