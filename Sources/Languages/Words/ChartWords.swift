/// What is said of the chart of what is held by category and year.
package protocol ChartWords: Sendable {
    var chartHeading: String { get }
    var chartIntroduction: String { get }
    func chartDescription(total: Int, categories: Int) -> String
    var chartTable: String { get }
    var chartTotal: String { get }
    /// A column's head, in lines that each are short enough for a phone.
    func column(_ column: ChartColumn) -> [String]
    func chartOthers(_ categories: Int) -> String
}
