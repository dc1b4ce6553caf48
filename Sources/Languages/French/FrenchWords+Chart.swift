extension FrenchWords {
    var chartHeading: String { "Combien, par catégorie et par année" }
    var chartIntroduction: String {
        "Le nombre d'enregistrements de chaque année\u{A0}; plus la couleur est forte, plus il y en a. Les enregistrements "
            + "sans date propre, et les documents trouvés par notre personnel, figurent sous «\u{A0}sans date\u{A0}»."
    }
    func chartDescription(total: Int, categories: Int) -> String {
        "\(number(total)) au total, dans \(plural(categories, "catégorie", "catégories")). Le tableau ci-dessous contient "
            + "les mêmes nombres."
    }
    var chartTable: String { "Les mêmes nombres sous forme de tableau" }
    var chartTotal: String { "Total" }
    func column(_ column: ChartColumn) -> [String] {
        switch column {
        case .upTo(let year): ["jusqu'en", String(year)]
        case .year(let year): [String(year)]
        case .after(let year): ["après", String(year)]
        case .undated: ["sans", "date"]
        }
    }
    func chartOthers(_ categories: Int) -> String { "\(number(categories)) autres catégories" }
}
