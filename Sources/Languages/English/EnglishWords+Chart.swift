extension EnglishWords {
    var chartHeading: String { "How much, by category and year" }
    var chartIntroduction: String {
        "The number of records of each year; the stronger the colour, the more. Records without a date of their own, and "
            + "documents found by our staff, stand under “no date”."
    }
    func chartDescription(total: Int, categories: Int) -> String {
        "\(number(total)) in total, in \(plural(categories, "category", "categories")). The table below has the same "
            + "numbers."
    }
    var chartTable: String { "The same numbers as a table" }
    var chartTotal: String { "Total" }
    func column(_ column: ChartColumn) -> [String] {
        switch column {
        case .upTo(let year): ["up to", String(year)]
        case .year(let year): [String(year)]
        case .after(let year): ["after", String(year)]
        case .undated: ["no", "date"]
        }
    }
    func chartOthers(_ categories: Int) -> String { "\(number(categories)) other categories" }
}
