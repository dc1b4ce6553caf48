extension EnglishWords {
    var sheetList: String { "Contents" }
    func column(_ column: SheetColumn) -> String {
        switch column {
        case .sheet: "Sheet"
        case .system: "Source system"
        case .records: "Records"
        case .file: "Exact copy"
        case .tooLong: "Texts too long for a cell"
        }
    }
    func tooLongForCell(_ file: String) -> String { "(too long for a cell; the text is in \(file))" }
}
