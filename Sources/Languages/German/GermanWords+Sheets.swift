extension GermanWords {
    var sheetList: String { "Inhalt" }
    func column(_ column: SheetColumn) -> String {
        switch column {
        case .sheet: "Blatt"
        case .system: "Quellsystem"
        case .records: "Datensätze"
        case .file: "Genaue Kopie"
        case .tooLong: "Texte, die für eine Zelle zu lang sind"
        }
    }
    func tooLongForCell(_ file: String) -> String { "(zu lang für eine Zelle; der Text steht in \(file))" }
}
