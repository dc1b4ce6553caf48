import Cases
import ExporterKit
import RegisterStore

/// The redacted versions that an operator put in place of a collection's documents.
struct Replacements: Sendable {
    /// One version: of which record's document, and where it lies sealed.
    struct Version: Sendable {
        let records: CutTarget.Records
        let field: String
        let file: GatheredFile
        /// The operator's words.
        let ground: String
    }

    let versions: [Version]

    init(decisions: [Decision], system: String, collection: String) {
        let place = CollectionID(system: system, collection: collection)
        versions = decisions.compactMap { decision in
            guard decision.kind == .replacement, let target = decision.detail.target, target.concerns(place),
                let records = target.records, let field = target.field, let file = decision.detail.file
            else { return nil }
            return Version(records: records, field: field, file: file, ground: decision.detail.ground ?? "")
        }
    }
}

/// Puts redacted versions in the place of documents.
struct DocumentReplacer {
    private let versions: [(version: Replacements.Version, field: Int)]
    private let key: RecordKey
    private var output = RecordBuffer()
    private var counts: [Int: Int] = [:]
    private var matched: Set<Int> = []

    init(_ replacements: Replacements, collection: CollectionDescription) {
        versions = replacements.versions.map { ($0, collection.index(ofField: $0.field) ?? -1) }
        key = RecordKey(collection)
    }

    /// What was replaced so far.
    var redactions: [Redaction] {
        counts.sorted { $0.key < $1.key }.map { index, count in
            let version = versions[index].version
            return Redaction(ground: .redactedVersion, field: version.field, reason: version.ground, count: count)
        }
    }

    /// What a person must look at: a version that stands in place of nothing.
    var mustLook: [String] { versions.count > matched.count ? [GatheredEntries.unmatchedVersion] : [] }

    /// The record with redacted versions in the place of its documents.
    ///
    /// - Parameter source: the same record as its system gave it, by whose key it is named.
    mutating func replaced(_ record: RecordBuffer, source: RecordBuffer) -> RecordBuffer {
        guard !versions.isEmpty else { return record }
        let meant = versions.indices.filter { index in
            versions[index].field >= 0 && source.document(at: versions[index].field) != nil
                && key.isMeant(source, by: versions[index].version.records)
        }
        guard !meant.isEmpty else { return record }
        matched.formUnion(meant)
        output.clear()
        for field in 0..<record.count {
            // Where the right or a mark leaves the document out, its version is left out as well.
            guard let index = meant.last(where: { versions[$0].field == field }), record.document(at: field) != nil
            else {
                output.copy(record, at: field)
                continue
            }
            let version = versions[index].version
            output.append(document: RedactedVersion(version), named: Self.mark(version))
            counts[index, default: 0] += 1
        }
        return output
    }

    /// What stands in the record: the name of the file that was given, because the document's own may be what it hides.
    private static func mark(_ version: Replacements.Version) -> [UInt8] {
        Array("\(version.file.originalName) [redacted version: \(version.ground)]".utf8)
    }
}

/// The content of a redacted version, which lies sealed already and is sealed no second time.
struct RedactedVersion: DocumentContent {
    let file: GatheredFile

    fileprivate init(_ version: Replacements.Version) {
        var file = version.file
        file.redactedOn = version.ground
        self.file = file
    }

    func read(_ piece: (UnsafeRawBufferPointer) throws -> Void) throws {
        throw SourceFailure(.malformed, "a redacted version is taken as it lies sealed")
    }
}
