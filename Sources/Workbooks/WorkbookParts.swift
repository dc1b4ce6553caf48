/// The parts of a workbook that say where its sheets are.
enum WorkbookParts {
    static let relationships = "_rels/.rels"
    static let styles = "xl/styles.xml"
    static let workbook = "xl/workbook.xml"
    static let workbookRelationships = "xl/_rels/workbook.xml.rels"
    static let contentTypes = "[Content_Types].xml"

    /// The part of a sheet, counted from one.
    static func sheet(_ number: Int) -> String { "xl/worksheets/sheet\(number).xml" }

    /// What leads to the workbook.
    static let relationshipsPart = document(
        "<Relationships xmlns=\"\(package)/relationships\">"
            + "<Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    )

    /// The workbook: its sheets in order.
    static func workbookPart(_ names: [String]) -> [UInt8] {
        var text = head + Array("<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><bookViews>".utf8)
        text += Array("<workbookView activeTab=\"0\"/></bookViews><sheets>".utf8)
        for (index, name) in names.enumerated() {
            text += Array("<sheet name=\"".utf8)
            var escaped: [UInt8] = []
            XMLText.append(name, to: &escaped)
            for byte in escaped { text += byte == 0x22 ? Array("&quot;".utf8) : [byte] }
            text += Array("\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>".utf8)
        }
        return text + Array("</sheets></workbook>".utf8)
    }

    /// What leads from the workbook to its sheets and formats.
    static func workbookRelationshipsPart(sheets: Int) -> [UInt8] {
        let leads = (1...sheets).map {
            "<Relationship Id=\"rId\($0)\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet\($0).xml\"/>"
        }
        let styles = "<Relationship Id=\"rId\(sheets + 1)\" Type=\"\(office)/styles\" Target=\"styles.xml\"/>"
        let text = "<Relationships xmlns=\"\(package)/relationships\">\(leads.joined())\(styles)</Relationships>"
        return document(text)
    }

    /// What every part is.
    static func contentTypesPart(sheets: Int) -> [UInt8] {
        let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        let parts =
            [("/\(workbook)", "sheet.main"), ("/\(styles)", "styles")]
            + (1...sheets).map { ("/\(sheet($0))", "worksheet") }
        let overrides = parts.map { "<Override PartName=\"\($0.0)\" ContentType=\"\(kind).\($0.1)+xml\"/>" }
        return document(
            "<Types xmlns=\"\(package)/content-types\"><Default Extension=\"rels\""
                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>\(overrides.joined())</Types>"
        )
    }

    /// The words with which every part begins.
    static let head = Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".utf8)
    /// The namespace of sheets.
    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"

    private static func document(_ text: String) -> [UInt8] { head + Array(text.utf8) }
}
