extension DutchWords {
    var sheetList: String { "Inhoud" }
    func column(_ column: SheetColumn) -> String {
        switch column {
        case .sheet: "Blad"
        case .system: "Bronsysteem"
        case .records: "Registraties"
        case .file: "Exacte kopie"
        case .tooLong: "Teksten te lang voor een cel"
        }
    }
    func tooLongForCell(_ file: String) -> String { "(te lang voor een cel; de tekst staat in \(file))" }
}
