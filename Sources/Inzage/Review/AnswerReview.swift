import ArchiveSealing
package import Cases
import ExporterKit
import GatheringStage
import Groundwork
import Languages
import NamesInText
import Policy
import RecordFormats
import RegisterStore

/// An answer as it lies sealed in the spool, to be looked at before it goes.
///
/// What it shows is read from the very bytes that are put into the archive.
package struct AnswerReview: Sendable {
    /// One collection, or what colleagues added.
    package struct Part: Sendable {
        package let place: CollectionID
        /// What people call it, in the person's language.
        package let title: String
        package let line: LedgerLine
        /// Why somebody should look.
        package let reasons: [String]
        package let documents: [Document]
        let gathered: GatheredCollection?
    }

    /// A document that goes along.
    package struct Document: Sendable {
        /// The name in its system, or the title that a colleague gave it.
        package let name: String
        package let type: String
        /// How many bytes it has.
        package let bytes: Int
        /// For a redacted version in place of a document: the operator's words on why.
        package let redactedOn: String?
        /// Where it lies in the spool.
        let entry: SealedEntry
        package let fileExtension: String
    }

    package let request: Request
    /// The parts; those about which somebody should look first, free text about others before all.
    package let parts: [Part]
    /// What an operator noted that weighs on the answer, such as evidence that was taken though the name differs.
    package let notes: [String]
    let gathered: Gathered
    /// The others who were replaced in it.
    let known: KnownValues
}

/// One record as it goes.
package struct ReviewedRecord: Sendable {
    /// One value of it.
    package struct Value: Sendable, Encodable {
        package let field: String
        package let text: String
        /// Whether something in it was replaced or cut.
        package let isMarked: Bool
    }

    /// How `inzage withhold` names it; nil where it has no key, or one that was replaced.
    package let target: String?
    /// Its values, those that are null left out.
    package let values: [Value]

    /// Whether something in it was replaced or cut.
    package var isMarked: Bool { values.contains(where: \.isMarked) }
}

extension AnswerReview {
    init(
        _ gathered: Gathered,
        _ reasons: [CollectionID: [String]],
        besides known: KnownValues,
        of request: Request,
        notes: [String]
    ) {
        let language = request.language.rawValue
        let byPlace = Dictionary(
            gathered.dossier.collections.map {
                (CollectionID(system: $0.system.id, collection: $0.collection.id), $0)
            },
            uniquingKeysWith: { first, _ in first }
        )
        let parts = gathered.dossier.ledger.lines.map { line in
            let place = CollectionID(system: line.system, collection: line.collection)
            let found = byPlace[place]
            let added = line.system == Gathering.byHandSystem
            let files =
                added
                ? gathered.dossier.additions.filter { $0.category == line.category } : found?.files ?? []
            return Part(
                place: place,
                title: found?.collection.title.text(in: language) ?? line.category,
                line: line,
                reasons: reasons[place] ?? [],
                documents: files.map(Document.init),
                gathered: found
            )
        }
        self.known = known
        self.request = request
        self.notes = notes
        self.gathered = gathered
        self.parts = parts.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
            .map(\.element)
    }

    /// Reads the records of a part, one at a time, from where they lie sealed.
    package func forEachRecord(of part: Part, _ body: (ReviewedRecord) throws -> Void) throws {
        guard let collection = part.gathered else { return }
        let fields = collection.exportedFields
        let marks = ReviewMarks(request.language)
        var reader = JSONRecordReader(names: fields.map(\.name))
        try SpoolFolder.read(collection.json, in: gathered.spool.folder, keys: gathered.spool.keys) { piece in
            try reader.read(piece) { record in
                let values = fields.indices.filter { record.kind(at: $0) != .null }.map { index in
                    ReviewedRecord.Value(
                        field: fields[index].name,
                        text: String(decoding: record.cell(at: index), as: UTF8.self),
                        isMarked: marks.areIn(record.cell(at: index))
                    )
                }
                try body(ReviewedRecord(target: target(of: record, in: collection, marks), values: values))
            }
        }
    }

    private func target(
        of record: RecordBuffer,
        in collection: GatheredCollection,
        _ marks: ReviewMarks
    ) -> String? {
        let key = collection.collection.key
        let places = key.compactMap { name in collection.exportedFields.firstIndex { $0.name == name } }
        guard !key.isEmpty, places.count == key.count, !places.contains(where: { marks.areIn(record.cell(at: $0)) })
        else { return nil }
        let parts = places.map { place -> CutKeyPart in
            record.kind(at: place) == .null ? .null : .bytes(Array(record.cell(at: place)))
        }
        let place = CollectionID(system: collection.system.id, collection: collection.collection.id)
        return CutTarget(place, records: .keyed(parts)).text
    }
}

extension AnswerReview.Part {
    fileprivate var rank: Int {
        if reasons.contains("free text about others") { return 0 }
        if !reasons.isEmpty || !line.redactions.isEmpty { return 1 }
        return line.records > 0 || !documents.isEmpty ? 2 : 3
    }
}

extension AnswerReview.Document {
    fileprivate init(_ file: GatheredFile) {
        self.init(
            name: file.title ?? file.originalName,
            type: file.mediaType,
            bytes: Int(file.entry.size),
            redactedOn: file.redactedOn,
            entry: file.entry,
            fileExtension: file.fileExtension
        )
    }
}

/// Tells a value in which something was replaced or cut.
private struct ReviewMarks {
    private let words: [[UInt8]]

    init(_ language: Language) {
        words = [language.vocabulary.person, language.vocabulary.staff].map { Array("\($0) ".utf8) }
    }

    /// Whether a pseudonym, or the mark of a cut, stands in a value.
    func areIn(_ value: ArraySlice<UInt8>) -> Bool {
        if value.starts(with: "[withheld: ".utf8) { return true }
        if value.last == UInt8(ascii: "]"), value.firstRange(of: Array(" [redacted version: ".utf8)) != nil {
            return true
        }
        return words.contains { word in
            var rest = value
            while let found = rest.firstRange(of: word) {
                let code = rest[found.upperBound...].prefix(6)
                if code.count == 6, code.allSatisfy(ReadableAlphabet.symbols.contains) { return true }
                rest = rest[found.upperBound...]
            }
            return false
        }
    }
}

extension AnswerReview: Redacted {}
extension ReviewedRecord: Redacted {}

extension AnswerReview {
    /// Looks for others in a document.
    package func look(at document: Document) throws -> DocumentLook {
        var content: [UInt8] = []
        try read(document) { content += $0 }
        return DocumentLook(content, name: document.name, fileExtension: document.fileExtension, for: known)
    }

    /// Reads a document piece by piece from where it lies sealed.
    package func read(_ document: Document, _ piece: ([UInt8]) throws -> Void) throws {
        try SpoolFolder.read(document.entry, in: gathered.spool.folder, keys: gathered.spool.keys) { bytes in
            try bytes.withUnsafeBufferPointer { try piece(Array($0)) }
        }
    }
}
