import FileStores
import Groundwork
import Policy

/// One activity of a register, as it becomes a category of `processing.yaml`.
struct RecordActivity {
    let id: String
    /// Where the row begins.
    let line: Int
    /// The name; empty where the row has none.
    let title: String
    let purposes: [String]
    let fields: [String]
    let legalBases: [String]
    let basisNote: String?
    let retention: [RetentionReading]
    let recipients: [String]
    let source: String?
    let automatedDecisions: String?
    /// What has no place of its own, each under its header.
    let note: String?
}

/// Reads the rows of a register, one after the other.
struct RecordRows {
    let register: RegisterFile
    let columns: ColumnMatching
    private(set) var recipients = RecordRecipients()
    private(set) var activities: [RecordActivity] = []
    /// What a person should look at, one sentence each, without anything from a cell.
    private(set) var remarks: [String] = []
    private var ids = RecordIds()

    init(_ register: RegisterFile, _ columns: ColumnMatching) {
        self.register = register
        self.columns = columns
        for row in register.rows { take(RecordRow(line: row.line, cells: row.cells, columns: columns)) }
    }

    private mutating func take(_ row: RecordRow) {
        let title = onOneLine(row.text(.name))
        let lineId = "line_\(row.line)"
        let id = ids.id(for: title, else: lineId)
        if title.isEmpty { remarks.append("the row on line \(row.line) has no name; it is kept as \(id)") }
        let basis = LegalBasisReading(row.cell(.legalBasis))
        let condition = LegalBasisReading(row.cell(.specialBasis), isCondition: true)
        let names =
            recipients.take(row.cell(.processors), as: .processor)
            + recipients.take(row.cell(.recipients), as: .recipient)
        var seen: Set<String> = []
        let named = names.filter { seen.insert($0).inserted }
        let abroad = ThirdCountryReading(row.cell(.thirdCountries), safeguards: row.cell(.safeguards))
        recipients.take(abroad, for: named)
        let articles = basis.articles + condition.articles.filter { !basis.articles.contains($0) }
        let notes = [basis.note, condition.note].compactMap(\.self)
        activities.append(
            RecordActivity(
                id: id,
                line: row.line,
                title: title,
                purposes: row.cell(.purpose).items,
                fields: row.cell(.data).items,
                legalBases: articles,
                basisNote: notes.isEmpty ? nil : notes.joined(separator: "\n"),
                retention: RetentionReading.rules(row.cell(.retention)),
                recipients: named,
                source: row.source,
                automatedDecisions: row.automatedDecisions,
                note: note(of: row, abroad, named)
            )
        )
    }

    /// What no other key holds: whole columns, and cells that were not understood.
    private func note(of row: RecordRow, _ abroad: ThirdCountryReading, _ named: [String]) -> String? {
        var kept = columns.noted
        func keep(_ column: RecordColumn) { kept += columns.matched[column] ?? [] }
        if abroad.isUnclear || (!abroad.destinations.isEmpty && named.isEmpty) { keep(.thirdCountries) }
        if abroad.destinations.isEmpty || named.isEmpty, !row.cell(.safeguards).saysNothing { keep(.safeguards) }
        if row.automatedDecisions == nil, !row.cell(.automatedDecisions).saysNothing { keep(.automatedDecisions) }
        let lines = Set(kept).sorted().compactMap { index -> String? in
            let text = row.text(index)
            guard !isBlank(text) else { return nil }
            return "\(register.headers[index].isEmpty ? "Column \(index + 1)" : register.headers[index]): \(text)"
        }
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }
}

/// One row by what its columns are about.
struct RecordRow {
    let line: Int
    let cells: [String]
    let columns: ColumnMatching

    /// The text of a cell; a short row has no more.
    func text(_ index: Int) -> String { index < cells.count ? cells[index] : "" }

    /// The texts of a column, or of several that are about the same.
    func text(_ column: RecordColumn) -> String {
        (columns.matched[column] ?? []).map { text($0) }.filter { !isBlank($0) }.joined(separator: "\n")
    }

    func cell(_ column: RecordColumn) -> RecordCell { RecordCell(text: text(column)) }

    /// Where data comes from, unless that is the people themselves.
    var source: String? {
        let cell = cell(.source)
        let said = FoldedWords(cell.text).keywords
        return cell.saysNothing || Self.themselves.contains(said) ? nil : RecordCell.trimmed(cell.text)
    }

    /// What is decided by machine; a bare yes says nothing to people, and a no means that nothing is.
    var automatedDecisions: String? {
        let cell = cell(.automatedDecisions)
        let isBareYes = ["ja", "yes", "oui"].contains(FoldedWords(cell.text).joined)
        return cell.beginsWithNo || isBareYes ? nil : RecordCell.trimmed(cell.text)
    }

    private static let themselves = [
        "betrokkene", "betrokkene zelf", "van betrokkene", "data subject", "the individual", "direct from individual",
        "betroffene Person", "Betroffener", "personne concernée",
    ].map { FoldedWords($0).keywords }
}
