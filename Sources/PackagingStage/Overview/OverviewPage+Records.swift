import ExporterKit
import ArchiveSealing
import RecordFormats
import RegisterStore
import Languages
import GatheringStage

extension OverviewPage {
    /// A collection's first records, its files and its documents.
    func records(_ numbered: PackageLayout.Numbered) -> HTML {
        let collection = numbered.gathered.collection
        let title = collection.title.text(in: facts.language)
        let rows = numbered.gathered.preview.rows
        let isNarrow = rows.count > 1 && numbered.exportedFields.count <= Self.columnLimit
        let shown = Array(rows.prefix(isNarrow ? Self.rowLimit : Self.sheetLimit))
        let content = isNarrow ? table(shown, of: numbered) : sheets(shown, of: numbered)
        return """
            <h4>\(text: title) <span class="small">\(text: numbered.gathered.system.title.text(in: facts.language))</span></h4>
            <p class="small">\(text: words.shown(shown.count, of: numbered.gathered.records))</p>
            \(content)
            \(files(numbered))
            \(documents(numbered))

            """
    }

    /// A table of more columns than this would be read by nobody; each record is a sheet of its own then.
    private static var columnLimit: Int { 7 }
    private static var rowLimit: Int { 10 }
    private static var sheetLimit: Int { 3 }

    private func table(_ rows: [[String]], of numbered: PackageLayout.Numbered) -> HTML {
        let fields = numbered.exportedFields
        let heads = fields.map { field -> HTML in "<th scope=\"col\" role=\"columnheader\">\(fieldName(field))</th>" }
        let body = rows.map { row -> HTML in
            let cells = zip(fields, row).map { field, value -> HTML in
                """
                <td role="cell"><span class="label" aria-hidden="true">\(fieldName(field))</span>\
                <div>\(cell(value, of: field, in: numbered))</div></td>
                """
            }
            return "<tr role=\"row\">\(cells)</tr>\n"
        }
        let title = words.tableOf(numbered.gathered.collection.title.text(in: facts.language))
        return """
            <div class="scroll" role="group" aria-label="\(text: title)" tabindex="0">
            <table class="records" role="table"><caption>\(text: title)</caption>
            <thead role="rowgroup"><tr role="row">\(heads)</tr></thead>
            <tbody role="rowgroup">
            \(body)</tbody></table>
            </div>
            """
    }

    private func sheets(_ rows: [[String]], of numbered: PackageLayout.Numbered) -> HTML {
        HTML(
            rows.map { row in
                let pairs = zip(numbered.exportedFields, row).map { field, value -> HTML in
                    "<div><dt>\(fieldName(field))</dt><dd>\(cell(value, of: field, in: numbered))</dd></div>\n"
                }
                return "<dl class=\"sheet\">\n\(pairs)</dl>\n"
            }
        )
    }

    private func fieldName(_ field: FieldDescription) -> HTML {
        let meaning = field.description?.text(in: facts.language) ?? ""
        let name = HTML.text(field.title.text(in: facts.language))
        return meaning.isEmpty ? name : "\(name) <span class=\"small\">\(text: meaning)</span>"
    }

    /// A value as people read it: a code with its label, a truth value in words, a long text cut.
    private func cell(_ value: String, of field: FieldDescription, in numbered: PackageLayout.Numbered) -> HTML {
        if value.isEmpty { return "<span class=\"empty\">\(text: words.emptyCell)</span>" }
        if let label = field.categories[value]?.text(in: facts.language) {
            return label == value ? "\(value)" : "\(text: label) <span class=\"code\">\(value)</span>"
        }
        if field.type == "boolean", value == "true" || value == "false" {
            return "\(text: words.truth(value == "true"))"
        }
        if field.type == "number", Array(value.utf8).withUnsafeBufferPointer(JSONText.isNumber) {
            return "\(value.replacing(".", with: words.decimalMark))"
        }
        if field.type == "date" || field.type == "datetime" { return "\(words.moment(value))" }
        let scalars = value.unicodeScalars
        guard scalars.count > Preview.textLimit else { return "\(value)" }
        let cut = String(String.UnicodeScalarView(scalars.prefix(Preview.textLimit)))
        return "\(cut) … <span class=\"small\">\(text: words.complete(numbered.dataName))</span>"
    }

    private func files(_ numbered: PackageLayout.Numbered) -> HTML {
        """
        <p class="files"><span>\(text: words.dataLink)\(text: words.colon)<a href="\(text: numbered.dataName)">\(text: numbered.dataName)</a> \
        <span class="small">\(text: words.size(numbered.gathered.json.size))</span></span>
        <span>\(text: words.csvLink)\(text: words.colon)<a href="\(text: numbered.csvName)">\(text: numbered.csvName)</a> \
        <span class="small">\(text: words.size(numbered.gathered.csv.size))</span></span></p>
        """
    }

    private func documents(_ numbered: PackageLayout.Numbered) -> HTML {
        if numbered.documents.isEmpty { return .nothing }
        return "<h5>\(text: words.documentsHeading)</h5>\n" + documentTable(numbered.documents)
    }

    /// Documents with the name that the archive gives them and the one they had.
    func documentTable(_ documents: [PackageLayout.Document]) -> HTML {
        let columns = [words.fileColumn, words.originalName, words.kindOfFile, words.sizeColumn]
        let rows = documents.map { document -> HTML in
            let cells: [HTML] = [
                "<a href=\"\(text: document.name)\">\(text: document.name)</a>",
                "\(document.file.title.map { $0.isEmpty ? document.file.originalName : $0 } ?? document.file.originalName)",
                "\(text: Self.kind(of: document.name))", "\(text: words.size(document.file.entry.size))",
            ]
            return plainRow(cells, of: columns)
        }
        return plainTable(title: words.documentsHeading, columns: columns, rows: rows)
    }

    /// What people call a kind of file: `PDF`, not `application/pdf`.
    private static func kind(of name: String) -> String {
        name.split(separator: ".").last.map { $0.uppercased() } ?? ""
    }

    /// One row of a table whose labels a narrow screen repeats in every row.
    func plainRow(_ cells: [HTML], of columns: [String], id: String? = nil) -> HTML {
        let content = zip(columns, cells).map { column, cell -> HTML in
            """
            <td role="cell"><span class="label" aria-hidden="true">\(text: column)</span><div>\(cell)</div></td>
            """
        }
        let anchor: HTML = id.map { " id=\"\(text: $0)\"" } ?? .nothing
        return "<tr role=\"row\"\(anchor)>\(content)</tr>\n"
    }

    /// A table with its caption and its heads.
    func plainTable(title: String, columns: [String], rows: [HTML]) -> HTML {
        let heads = columns.map { column -> HTML in
            "<th scope=\"col\" role=\"columnheader\">\(text: column)</th>"
        }
        return """
            <div class="scroll" role="group" aria-label="\(text: title)" tabindex="0">
            <table class="records" role="table"><caption>\(text: title)</caption>
            <thead role="rowgroup"><tr role="row">\(heads)</tr></thead>
            <tbody role="rowgroup">
            \(rows)</tbody></table>
            </div>
            """
    }
}
