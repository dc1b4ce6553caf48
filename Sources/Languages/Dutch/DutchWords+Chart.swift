extension DutchWords {
    var chartHeading: String { "Hoeveel, per categorie en jaar" }
    var chartIntroduction: String {
        "Het aantal registraties van elk jaar; hoe sterker de kleur, hoe meer. Registraties zonder eigen datum, en "
            + "documenten die onze medewerkers vonden, staan onder “zonder datum”."
    }
    func chartDescription(total: Int, categories: Int) -> String {
        "In totaal \(number(total)), in \(plural(categories, "categorie", "categorieën")). De tabel hieronder heeft "
            + "dezelfde getallen."
    }
    var chartTable: String { "Dezelfde getallen als tabel" }
    var chartTotal: String { "Totaal" }
    func column(_ column: ChartColumn) -> [String] {
        switch column {
        case .upTo(let year): ["t/m", String(year)]
        case .year(let year): [String(year)]
        case .after(let year): ["na", String(year)]
        case .undated: ["zonder", "datum"]
        }
    }
    func chartOthers(_ categories: Int) -> String { "\(number(categories)) andere categorieën" }
}
