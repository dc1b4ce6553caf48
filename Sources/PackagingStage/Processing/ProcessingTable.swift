import ExporterKit
import Languages
import Policy
import RecordFormats
import GatheringStage

/// Who processes what, as a table for spreadsheets: a row for each category and recipient (`processing.csv`).
///
/// It is written like the data's own spreadsheets, so that no text of the record runs as a formula.
package struct ProcessingTable: Sendable {
    package static let name = "processing.csv"

    let wording: Wording

    init(facts: PackageFacts) { wording = Wording(facts: facts) }

    /// The columns as a schema describes them.
    var fields: [FieldDescription] {
        ProcessingColumn.allCases.map { column in
            let title = wording.words.column(column)
            return FieldDescription(
                name: title,
                type: column == .records ? "integer" : "string",
                title: LocalizedText(title)
            )
        }
    }

    /// The table's bytes.
    package var bytes: [UInt8] {
        let fields = fields
        let writer = CSVRecordWriter(
            fields: fields,
            exported: Array(fields.indices),
            language: wording.facts.dossier.head.language
        )
        var output = writer.opening
        for report in CategoryReport.all(of: wording.facts) {
            let parties: [Party?] = report.parties(in: wording.facts)
            for party in parties.isEmpty ? [nil] : parties {
                writer.append(record(report, party), to: &output)
            }
        }
        return output + CSVRecordWriter.closing
    }

    private func record(_ report: CategoryReport, _ party: Party?) -> RecordBuffer {
        var record = RecordBuffer()
        for column in ProcessingColumn.allCases {
            if column == .records {
                record.append(.number, String(report.records).utf8)
            } else if let text = text(column, report, party), !text.isEmpty {
                record.append(.text, text.utf8)
            } else {
                record.appendNull()
            }
        }
        return record
    }

    private func text(_ column: ProcessingColumn, _ report: CategoryReport, _ party: Party?) -> String? {
        let category = report.category
        return switch column {
        case .category: wording.facts.categoryTitle(report.id)
        case .records: nil
        case .fields: row(category?.fields)
        case .purposes: row(category?.purposes)
        case .legalBases: category?.legalBases.joined(separator: ", ")
        case .basisIsStated:
            category.flatMap { $0.legalBases.isEmpty ? nil : wording.words.truth($0.basisIsStated) }
        case .retention: category.map { wording.retention(of: $0).joined(separator: " ") }
        case .source: category?.source.map(wording.text)
        case .remarks: category.map { remarks($0).joined(separator: " ") }
        case .recipient: party.map(wording.name)
        case .service: party?.processor.map { wording.task($0).joined(separator: " ") }
        case .role: party?.processor.map(wording.roles)
        case .country: party?.processor.flatMap(wording.country)
        case .transfers: party?.processor.map { wording.transfers($0).joined(separator: " ") }
        case .agreements: party?.processor.map { wording.agreements($0).joined(separator: " ") }
        }
    }

    private func row(_ texts: [LocalizedText]?) -> String? { texts?.map(wording.text).joined(separator: ", ") }

    private func remarks(_ category: Category) -> [String] {
        let customer = category.processorFor.map { wording.words.processedFor(wording.facts.customer($0)) }
        return [customer].compactMap(\.self) + wording.remarks(on: category)
    }
}
