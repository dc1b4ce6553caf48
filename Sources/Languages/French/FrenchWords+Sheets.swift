extension FrenchWords {
    var sheetList: String { "Sommaire" }
    func column(_ column: SheetColumn) -> String {
        switch column {
        case .sheet: "Feuille"
        case .system: "Système source"
        case .records: "Enregistrements"
        case .file: "Copie exacte"
        case .tooLong: "Textes trop longs pour une cellule"
        }
    }
    func tooLongForCell(_ file: String) -> String {
        "(trop long pour une cellule\u{A0}; le texte se trouve dans \(file))"
    }
}
