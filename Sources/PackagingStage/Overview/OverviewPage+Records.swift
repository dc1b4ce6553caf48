import ExporterKit
import ArchiveSealing
import RecordFormats
import RegisterStore
import Languages
import GatheringStage

extension OverviewPage {
    /// A collection's records, its files and its documents.
    func records(_ numbered: PackageLayout.Numbered) -> HTML {
        let title = numbered.gathered.collection.title.text(in: facts.language)
        return """
            <h4>\(text: title) <span class="small">\(text: numbered.gathered.system.title.text(in: facts.language))</span></h4>
            \(tables[numbered.dataName] ?? .nothing)
            \(files(numbered))
            \(documents(numbered.documents, of: numbered.dataName))

            """
    }

    /// A table of more columns than this would be read by nobody, unless its values are short; each record is a sheet of
    /// its own then.
    private static func isNarrow(_ rows: [[String]]) -> Bool {
        guard let columns = rows.first?.count, rows.count > 1, columns <= 9 else { return false }
        return columns <= 7 || rows.allSatisfy { $0.allSatisfy { $0.utf8.count <= 40 } }
    }

    /// The records of a collection, as rows of a table or a sheet each.
    func rows(of numbered: PackageLayout.Numbered) -> Rows {
        let rows = numbered.gathered.preview.rows
        let isNarrow = Self.isNarrow(rows)
        let names = numbered.exportedFields.map(fieldName)
        return Rows(
            shown: rows.count,
            all: numbered.gathered.records,
            need: rows.reduce(0) { $0 + $1.reduce(0) { $0 + $1.utf8.count } },
            row: { number in
                isNarrow ? line(rows[number], of: numbered, names) : sheet(rows[number], of: numbered, names)
            },
            frame: { lines, part in isNarrow ? table(lines, of: numbered, names, part) : HTML(lines) },
            note: { shown in note(shown, of: numbered) },
            more: words.more(records:)
        )
    }

    /// How many records are shown, and where all of them are.
    private func note(_ shown: Int, of numbered: PackageLayout.Numbered) -> HTML {
        let all = numbered.gathered.records
        let count = shown == 0 ? words.count(records: all) : words.shown(shown, of: all)
        guard shown < all else { return "<p class=\"small\">\(text: count)</p>" }
        let place = facts.hasWorkbook ? PackageLayout.workbookName : numbered.csvName
        return """
            <p class="small">\(text: words.ended(count)) \(text: words.allIn) <a href="\(text: place)">\(text: place)</a>.</p>
            """
    }

    private func table(
        _ rows: [HTML],
        of numbered: PackageLayout.Numbered,
        _ names: [HTML],
        _ part: String
    ) -> HTML {
        let heads = names.map { name -> HTML in "<th scope=\"col\" role=\"columnheader\">\(name)</th>" }
        let title = words.tableOf(numbered.gathered.collection.title.text(in: facts.language)) + part
        return frame(title: title, heads: heads, rows: rows)
    }

    private func line(_ row: [String], of numbered: PackageLayout.Numbered, _ names: [HTML]) -> HTML {
        let cells = zip(zip(numbered.exportedFields, names), row).map { field, value -> HTML in
            """
            <td role="cell"><span class="label" aria-hidden="true">\(field.1)</span>\
            <div>\(cell(value, of: field.0, in: numbered))</div></td>
            """
        }
        return "<tr role=\"row\">\(cells)</tr>\n"
    }

    private func sheet(_ row: [String], of numbered: PackageLayout.Numbered, _ names: [HTML]) -> HTML {
        let pairs = zip(zip(numbered.exportedFields, names), row).map { field, value -> HTML in
            "<div><dt>\(field.1)</dt><dd>\(cell(value, of: field.0, in: numbered))</dd></div>\n"
        }
        return "<dl class=\"sheet\">\n\(pairs)</dl>\n"
    }

    private func fieldName(_ field: FieldDescription) -> HTML {
        var meaning = field.description?.text(in: facts.language) ?? ""
        // The page writes an amount in whole euros, whatever it is counted in.
        if field.money != nil, !meaning.isEmpty { meaning = words.inFiles(meaning) }
        let name = HTML.text(field.title.text(in: facts.language))
        return meaning.isEmpty ? name : "\(name) <span class=\"small\">\(text: meaning)</span>"
    }

    /// A value as people read it: a code with its label, a truth value in words, a long text cut.
    private func cell(_ value: String, of field: FieldDescription, in numbered: PackageLayout.Numbered) -> HTML {
        if value.isEmpty { return "<span class=\"empty\">\(text: words.emptyCell)</span>" }
        if let label = field.categories[value]?.text(in: facts.language) {
            return label == value
                ? "\(value)" : "<span class=\"term\">\(text: label)</span> <span class=\"code\">\(value)</span>"
        }
        if field.type == "boolean", value == "true" || value == "false" {
            return "\(text: words.truth(value == "true"))"
        }
        if let amount = field.money.flatMap({ words.amount(value, of: $0) }) {
            return "<span class=\"amount\">\(text: amount)</span>"
        }
        if field.type == "number", Array(value.utf8).withUnsafeBufferPointer(JSONText.isNumber) {
            return "\(value.replacing(".", with: words.decimalMark))"
        }
        if field.type == "date" || field.type == "datetime" {
            return "\(words.moment(value, in: facts.zone))"
        }
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

    /// Documents that were found with records, or that colleagues added.
    func documents(_ documents: [PackageLayout.Document], of name: String) -> HTML {
        if documents.isEmpty { return .nothing }
        return "<h5>\(text: words.documentsHeading)</h5>\n\(tables[Self.documents(of: name)] ?? .nothing)"
    }

    /// By what the documents of a collection are called among the tables.
    static func documents(of name: String) -> String { "files of \(name)" }

    /// Documents with the name that the archive gives them and the one they had.
    func rows(of documents: [PackageLayout.Document]) -> Rows {
        let columns = [words.fileColumn, words.originalName, words.kindOfFile, words.sizeColumn]
        return Rows(
            shown: documents.count,
            all: documents.count,
            need: documents.reduce(0) {
                $0 + $1.name.utf8.count + $1.file.originalName.utf8.count + ($1.file.redactedOn?.utf8.count ?? 0)
            },
            row: { number in row(of: documents[number], columns) },
            frame: { rows, part in plainTable(title: words.documentsHeading + part, columns: columns, rows: rows) },
            note: { shown in
                shown == documents.count
                    ? .nothing : "<p class=\"small\">\(text: words.shown(shown, ofDocuments: documents.count))</p>"
            },
            more: words.more(documents:)
        )
    }

    private func row(of document: PackageLayout.Document, _ columns: [String]) -> HTML {
        let title = document.file.title ?? ""
        let name: HTML = "\(title.isEmpty ? document.file.originalName : title)"
        let version = document.file.redactedOn.map { ground -> HTML in
            "<p class=\"small\">\(text: words.redactedVersion) \(text: words.reason(ground))</p>"
        }
        let cells: [HTML] = [
            "<a href=\"\(text: document.name)\">\(text: document.name)</a>", name + (version ?? .nothing),
            "\(text: Self.kind(of: document.name))", "\(text: words.size(document.file.entry.size))",
        ]
        return plainRow(cells, of: columns)
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
        return frame(title: title, heads: heads, rows: rows)
    }

    private func frame(title: String, heads: [HTML], rows: [HTML]) -> HTML {
        """
        <div class="scroll" role="group" aria-label="\(text: title)" tabindex="0">
        <table class="records" role="table"><caption>\(text: title)</caption>
        <thead role="rowgroup"><tr role="row">\(heads)</tr></thead>
        <tbody role="rowgroup">
        \(rows)</tbody></table>
        </div>
        """
    }
}
