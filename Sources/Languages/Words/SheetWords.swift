/// A column of the list of sheets in a workbook.
package enum SheetColumn: String, Sendable, CaseIterable {
    case sheet, system, file, records, tooLong
}

/// What is said in the workbook around the data.
package protocol SheetWords: Sendable {
    /// What the sheet is called that lists the others.
    var sheetList: String { get }
    func column(_ column: SheetColumn) -> String
    /// What stands in a cell in place of a text that is too long for it; the file has it.
    func tooLongForCell(_ file: String) -> String
}
