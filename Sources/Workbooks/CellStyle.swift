/// How a cell looks; its number is its place among the workbook's formats.
struct CellStyle: Equatable {
    let index: Int

    static let general = CellStyle(index: 0)
    static let header = CellStyle(index: 1)
    /// Text stays text when somebody edits the cell, also where it begins like a formula.
    static let text = CellStyle(index: 2)
    static let date = CellStyle(index: 3)
    static let dateTime = CellStyle(index: 4)
    static let dateTimeMilliseconds = CellStyle(index: 5)
    static let time = CellStyle(index: 6)
    static let timeMilliseconds = CellStyle(index: 7)

    /// The most decimals that have a format.
    static let mostDecimals = 15

    /// A number of which so many decimals are shown, no more and no fewer.
    static func decimals(_ count: Int) -> CellStyle { CellStyle(index: 8 + count) }

    /// The number of each, as text.
    static let numbers = (0...8 + mostDecimals).map { Array(String($0).utf8) }

    /// The part `xl/styles.xml`.
    static var part: [UInt8] {
        let days = ["yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss", "yyyy-mm-dd hh:mm:ss.000", "hh:mm:ss;@", "hh:mm:ss.000;@"]
        let decimals = (0...mostDecimals).map { $0 == 0 ? "0" : "0." + String(repeating: "0", count: $0) }
        let codes = days + decimals
        let formats = codes.enumerated().map { "<numFmt numFmtId=\"\(firstFormat + $0)\" formatCode=\"\($1)\"/>" }
        let looks =
            [look(format: 0), look(format: textFormat, font: 1), look(format: textFormat)]
            + codes.indices.map { look(format: firstFormat + $0) }
        let text = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
            <numFmts count="\(formats.count)">\(formats.joined())</numFmts>\
            <fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
            <font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>\
            <fills count="2"><fill><patternFill patternType="none"/></fill>\
            <fill><patternFill patternType="gray125"/></fill></fills>\
            <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
            <cellXfs count="\(looks.count)">\(looks.joined())</cellXfs>\
            <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
            """
        return Array(text.utf8)
    }

    private static let firstFormat = 164
    /// The format `@`, which every spreadsheet program has under this number.
    private static let textFormat = 49

    private static func look(format: Int, font: Int = 0) -> String {
        "<xf numFmtId=\"\(format)\" fontId=\"\(font)\" fillId=\"0\" borderId=\"0\" xfId=\"0\""
            + " applyNumberFormat=\"1\" applyFont=\"1\"/>"
    }
}
