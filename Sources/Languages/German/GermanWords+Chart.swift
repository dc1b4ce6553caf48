extension GermanWords {
    var chartHeading: String { "Wie viel, nach Kategorie und Jahr" }
    var chartIntroduction: String {
        "Die Zahl der Datensätze jedes Jahres; je kräftiger die Farbe, desto mehr. Datensätze ohne eigenes Datum und "
            + "Dokumente, die unsere Mitarbeiter gefunden haben, stehen unter „ohne Datum“."
    }
    func chartDescription(total: Int, categories: Int) -> String {
        "Insgesamt \(number(total)), in \(plural(categories, "Kategorie", "Kategorien")). Die Tabelle darunter enthält "
            + "dieselben Zahlen."
    }
    var chartTable: String { "Dieselben Zahlen als Tabelle" }
    var chartTotal: String { "Summe" }
    func column(_ column: ChartColumn) -> [String] {
        switch column {
        case .upTo(let year): ["bis", String(year)]
        case .year(let year): [String(year)]
        case .after(let year): ["nach", String(year)]
        case .undated: ["ohne", "Datum"]
        }
    }
    func chartOthers(_ categories: Int) -> String { "\(number(categories)) weitere Kategorien" }
}
