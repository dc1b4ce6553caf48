import ArchiveSealing
import ExporterKit
import GatheringStage
import Languages
import Policy
import RecordFormats
import Workbooks

/// The answer's data as a workbook for a spreadsheet program: a sheet a collection, made of the faithful copy.
///
/// What gathering sealed is opened again in memory, and what becomes of it is sealed as it comes: the disk sees ciphertext
/// alone, and memory holds a record and some buffers. Nothing depends on the clock or on chance (case 74).
struct WorkbookFile: Sendable {
    let controller: Controller

    /// Seals the workbook of a dossier; nil where the controller wants none of this many records, or there are none.
    func seal(_ gathered: Gathered) throws -> SealedEntry? {
        guard isMade(of: gathered.dossier) else { return nil }
        let sink = try WorkbookSink(gathered.spool.sealer(named: "workbook"))
        // What was not finished goes, with its file.
        defer { sink.abandon() }
        let words = overviewWords(gathered.dossier.head.language, form: controller.formOfAddress)
        var writer = try WorkbookWriter(words: Self.words(words)) { try sink.take($0) }
        for numbered in PackageLayout(gathered.dossier).collections {
            try Self.write(numbered, from: gathered.spool, words, to: &writer)
        }
        try writer.finish()
        return try sink.finish()
    }

    /// Whether a dossier gets one: it has records, and not more than the controller wants in it.
    func isMade(of dossier: Dossier) -> Bool {
        let records = dossier.collections.reduce(0) { $0 + $1.records }
        return records > 0 && records <= controller.delivery.workbookRecords
    }

    private static func words(_ words: any OverviewWords) -> WorkbookWords {
        WorkbookWords(contents: words.sheetList, listing: SheetColumn.allCases.map(words.column))
    }

    private static func write(
        _ numbered: PackageLayout.Numbered,
        from spool: Spool,
        _ words: any OverviewWords,
        to writer: inout WorkbookWriter
    ) throws {
        let (fields, language) = (numbered.exportedFields, words.language.rawValue)
        let table = WorkbookTable(
            title: numbered.gathered.collection.title.text(in: language),
            columns: fields.map { WorkbookColumn($0.title.text(in: language), kind(of: $0)) },
            facts: [numbered.gathered.system.title.text(in: language), numbered.dataName],
            tooLong: words.tooLongForCell(numbered.dataName)
        )
        try writer.begin(table)
        var reader = JSONRecordReader(names: fields.map(\.name))
        try SpoolFolder.read(numbered.gathered.json, in: spool.folder, keys: spool.keys) { piece in
            try reader.read(piece) { record in try write(record, to: &writer) }
        }
    }

    private static func write(_ record: RecordBuffer, to writer: inout WorkbookWriter) throws {
        try writer.beginRow()
        record.bytes.withUnsafeBufferPointer { bytes in
            for column in 0..<record.count {
                let cell = UnsafeBufferPointer(rebasing: bytes[record.range(at: column)])
                switch record.kind(at: column) {
                case .null: break
                case .boolean: writer.write(truth: cell.count == 4, at: column)
                case .number: writer.write(number: cell, at: column)
                case .text, .json, .blob, .document: writer.write(text: cell, at: column)
                }
            }
        }
        try writer.endRow()
    }

    private static func kind(of field: FieldDescription) -> WorkbookColumn.Kind {
        switch field.type {
        case "date": .date
        case "datetime": .dateTime
        case "time": .time
        default: .plain
        }
    }
}

/// Gathers what a workbook hands out into pieces that are worth sealing, which another thread does.
private final class WorkbookSink {
    private static let flushAt = 240 * 1024

    private let lane: SealingLane
    private var buffer: [UInt8] = []

    init(_ sealer: consuming EntrySealer) { lane = SealingLane(sealer) }

    func take(_ piece: Span<UInt8>) throws {
        piece.withUnsafeBufferPointer { buffer.append(contentsOf: $0) }
        guard buffer.count >= Self.flushAt else { return }
        var full: [UInt8] = []
        swap(&full, &buffer)
        buffer = try lane.write(full)
    }

    func finish() throws -> SealedEntry { try lane.finish(buffer) }

    func abandon() { lane.abandon() }
}
