import ExporterKit
import Foundation
import ArchiveSealing
import RegisterStore
import Policy
import RecordFormats
import Cases

/// Writes the records of one collection as JSON and CSV, and its documents, into sealed entries, as they come.
final class CollectionWriter {
    /// ISA-L is half as fast again on long pieces as on short ones.
    private static let flushAt = 240 * 1024

    private let collection: CollectionDescription
    private let plan: RedactionPlan
    private let spool: Spool
    private let prefix: String
    private var json: RecordFile
    private var csv: RecordFile
    private var jsonWriter: JSONRecordWriter
    private let csvWriter: CSVRecordWriter
    private var files: [GatheredFile] = []
    private var watches: RecordWatches
    private(set) var records = 0
    /// How many bytes wait in memory to be sealed.
    var waiting: Int { json.buffer.count + csv.buffer.count }
    /// Whether there is so much that its sealing has begun.
    var isLarge: Bool { json.isBegun || csv.isBegun }
    /// How many documents were sealed.
    var fileCount: Int { files.count }

    /// - Parameter prefix: the collection's number, by which its entries are named in the spool.
    init(
        collection: CollectionDescription,
        of system: SystemDescription,
        plan: RedactionPlan,
        language: Language,
        spool: Spool,
        prefix: String
    ) {
        self.collection = collection
        self.plan = plan
        self.spool = spool
        self.prefix = prefix
        watches = RecordWatches(
            links: LinkCollector(collection, of: system, exported: plan.exported),
            fit: FitWatch(collection, exported: plan.exported),
            key: KeyWatch(collection, exported: plan.exported),
            years: YearCounter(collection, plan: plan)
        )
        jsonWriter = JSONRecordWriter(fields: collection.fields, exported: plan.exported)
        csvWriter = CSVRecordWriter(fields: collection.fields, exported: plan.exported, language: language)
        json = RecordFile(named: prefix + "-json", in: spool, opening: JSONRecordWriter.opening)
        csv = RecordFile(named: prefix + "-csv", in: spool, opening: csvWriter.opening)
    }

    /// How many values of each field are not of its type.
    var misfits: [Misfit] { watches.fit.misfits }

    /// Writes one record, which its system holds as the source says.
    func write(_ record: RecordBuffer, source: RecordBuffer) throws {
        jsonWriter.append(record, to: &json.buffer)
        csvWriter.append(record, to: &csv.buffer)
        try json.flush(at: Self.flushAt)
        try csv.flush(at: Self.flushAt)
        watches.look(at: record, source: source)
        for index in plan.exported {
            switch record.document(at: index) {
            case let version as RedactedVersion: files.append(version.file)
            case let content?: try write(content, named: record.cell(at: index))
            case nil: break
            }
        }
        records += 1
    }

    /// Ends the entries; nil when there was no record, and then nothing stays in the spool.
    func finish(review: [String], mustLook: [String], others: [KnownOther]) throws -> GatheredEntries? {
        guard records > 0 else { return nil }
        return GatheredEntries(
            json: try json.finish(closing: JSONRecordWriter.closing),
            csv: try csv.finish(closing: CSVRecordWriter.closing),
            years: watches.years.counts,
            files: files,
            links: watches.links.values,
            unfitFields: watches.fit.unfitFields,
            keyHolds: watches.key.holds,
            siblings: jsonWriter.firstSiblings,
            review: review,
            mustLook: mustLook,
            others: others
        )
    }

    private func write(_ content: any DocumentContent, named name: ArraySlice<UInt8>) throws {
        var sealer = try spool.sealer(named: "\(prefix)-file-\(files.count + 1)")
        var start = MediaType.Start()
        try content.read { piece in
            start.take(piece)
            try sealer.write(Array(piece))
        }
        let type = try MediaType.of(start.bytes)
        files.append(
            GatheredFile(
                entry: try sealer.finish(durably: false),
                originalName: String(decoding: name, as: UTF8.self),
                mediaType: type.name,
                fileExtension: type.fileExtension
            )
        )
    }
}

/// What is noticed of the records of one collection, as they are written.
///
/// One value, because Swift checks each part of a class for another access before it changes it.
private struct RecordWatches {
    var links: LinkCollector
    var fit: FitWatch
    var key: KeyWatch
    var years: YearCounter

    mutating func look(at record: RecordBuffer, source: RecordBuffer) {
        links.look(at: record)
        fit.look(at: record, source: source)
        key.look(at: record)
        years.count(record)
    }
}

/// One file of records on its way into a sealed entry.
private struct RecordFile: ~Copyable {
    var buffer: [UInt8]
    private let name: String
    private let spool: Spool
    /// Begun when there is something to seal: the keys of an entry cost more than the records of most collections.
    private var lane: SealingLane?

    var isBegun: Bool { lane != nil }

    init(named name: String, in spool: Spool, opening: [UInt8]) {
        buffer = opening
        self.name = name
        self.spool = spool
    }

    mutating func flush(at limit: Int) throws {
        guard buffer.count >= limit else { return }
        var full: [UInt8] = []
        swap(&full, &buffer)
        buffer = try begun().write(full)
    }

    mutating func finish(closing: [UInt8]) throws -> SealedEntry {
        buffer += closing
        // A short file needs no thread of its own.
        return if let lane { try lane.finish(buffer) } else { try spool.seal(buffer, named: name) }
    }

    private mutating func begun() throws -> SealingLane {
        if let lane { return lane }
        let begun = SealingLane(try spool.sealer(named: name))
        lane = begun
        return begun
    }

    // What was not finished goes, with its file.
    deinit { lane?.abandon() }
}
