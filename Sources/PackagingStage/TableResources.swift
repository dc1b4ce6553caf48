import Cryptography
import Groundwork
import ExporterKit
import ArchiveSealing
import RecordFormats
import Policy
import GatheringStage
import Languages

/// The descriptor's entries for a collection's two files, with their Table Schema.
struct TableResources: Sendable {
    let facts: PackageFacts

    /// The faithful copy.
    func data(_ numbered: PackageLayout.Numbered) -> JSONValue {
        let note =
            "A JSON array, one record a line, exactly as held. Text that is not UTF-8 is repaired with U+FFFD, and its "
            + "bytes stand in a sibling field NAME:base64; so do bytes that are no text."
        return .object(
            head(numbered, name: numbered.dataName, format: "json", mediaType: "application/json", note: note)
                + entry(numbered.gathered.json)
                + [
                    .init(
                        "schema",
                        schema(numbered, \.dataName, decimalMark: nil, siblings: numbered.gathered.siblings)
                    )
                ] + context(numbered)
        )
    }

    /// The same for spreadsheets.
    func csv(_ numbered: PackageLayout.Numbered) -> JSONValue {
        let note =
            "For spreadsheets; \(numbered.dataName) is the faithful copy. A text that begins with = + - @, a tab, a "
            + "line break or a full-width = + - @, or with apostrophes and then one of these, has one apostrophe (') "
            + "in front; take it away to have the text as held."
        let decimalMark = String(decoding: [facts.dossier.head.language.csvDecimalMark], as: UTF8.self)
        return .object(
            head(numbered, name: numbered.csvName, format: "csv", mediaType: "text/csv", note: note)
                + entry(numbered.gathered.csv)
                + [.init("dialect", dialect), .init("schema", schema(numbered, \.csvName, decimalMark: decimalMark))]
                + context(numbered)
        )
    }

    /// The table of who processes what, with the schema of its columns.
    func processing(_ text: PackagePlan.Text) -> JSONValue {
        let table = ProcessingTable(facts: facts)
        let words = FieldWords(language: facts.language, decimalMark: nil)
        return .object([
            .init("name", .string(PackageLayout.plainName(text.name))), .init("path", .string(text.name)),
            .init("type", "table"), .init("title", .string(table.wording.words.processingTableTitle)),
            .init("format", "csv"), .init("mediatype", "text/csv"), .init("encoding", "utf-8"),
            .init("bytes", .number(text.bytes.count)),
            .init("hash", .string("sha256:" + SHA256.digest(of: text.bytes).hexadecimal)),
            .init("dialect", dialect),
            .init("schema", .object([.init("fields", .array(table.fields.map { words.schema(of: $0) }))])),
        ])
    }

    private var dialect: JSONValue {
        let delimiter = String(decoding: [facts.dossier.head.language.csvDelimiter], as: UTF8.self)
        return .object([
            .init("delimiter", .string(delimiter)), .init("lineTerminator", "\r\n"), .init("quoteChar", "\""),
            .init("doubleQuote", .boolean(true)), .init("skipInitialSpace", .boolean(false)),
            .init("header", .boolean(true)),
        ])
    }

    /// What every file of a collection is told about.
    func context(_ numbered: PackageLayout.Numbered) -> [JSONValue.Member] {
        let collection = numbered.gathered.collection
        let category = facts.processing.category(collection.category)
        return [
            .init("sources", .array([facts.source(numbered.gathered.system.id)])),
            .init("inzage:system", .string(numbered.gathered.system.id)),
            .init("inzage:collection", .string(collection.id)),
            .init("inzage:category", .string(collection.category)),
            .init("inzage:categoryTitle", .string(facts.categoryTitle(collection.category))),
            .init("inzage:origin", .string(collection.origin.rawValue)),
            .init("inzage:portable", .boolean(gate(of: collection).admits(collection.origin))),
            .init("inzage:legalBases", .strings(category?.legalBases ?? [])),
        ]
    }

    private func gate(of collection: CollectionDescription) -> PortabilityGate {
        PortabilityGate(facts.processing.category(collection.category), promise: facts.portabilityPromise)
    }

    private func head(
        _ numbered: PackageLayout.Numbered,
        name: String,
        format: String,
        mediaType: String,
        note: String
    ) -> [JSONValue.Member] {
        [
            .init("name", .string(PackageLayout.plainName(name))), .init("path", .string(name)), .init("type", "table"),
            .init("title", .string(numbered.gathered.collection.title.text(in: facts.language))),
            .init("description", .string(note)), .init("format", .string(format)),
            .init("mediatype", .string(mediaType)), .init("encoding", "utf-8"),
        ]
    }

    private func entry(_ entry: SealedEntry) -> [JSONValue.Member] {
        [.init("bytes", .number(Int(clamping: entry.size))), .init("hash", .string("sha256:" + entry.sha256))]
    }

    private func schema(
        _ numbered: PackageLayout.Numbered,
        _ path: KeyPath<PackageLayout.Numbered, String>,
        decimalMark: String?,
        siblings: [String] = []
    ) -> JSONValue {
        let collection = numbered.gathered.collection
        let names = Set(numbered.exportedFields.map(\.name))
        let words = FieldWords(language: facts.language, decimalMark: decimalMark)
        let fields = numbered.exportedFields.flatMap { field in
            let context = origin(of: field, in: collection)
            let described = words.schema(of: field, fits: numbered.fits(field), about: context)
            let hasSibling = siblings.contains { isSame($0, field.name) }
            return hasSibling ? [described, words.sibling(of: field, among: names)] : [described]
        }
        return .object([
            .init("fields", .array(fields)),
            .init("primaryKey", numbered.keyIsThere ? .strings(collection.key) : nil),
            .init(
                "foreignKeys",
                .nonEmpty(
                    ForeignKey.all(of: numbered, among: facts.layout.collections).map { key in
                        .object([
                            .init("fields", .strings([key.field])),
                            .init(
                                "reference",
                                .object([
                                    .init("resource", .string(PackageLayout.plainName(key.target[keyPath: path]))),
                                    .init("fields", .strings([key.targetField])),
                                ])
                            ),
                        ])
                    }
                )
            ),
        ])
    }

    /// What a field tells of itself where it differs from its collection.
    private func origin(of field: FieldDescription, in collection: CollectionDescription) -> [JSONValue.Member] {
        guard let origin = field.origin, origin != collection.origin else { return [] }
        return [
            .init("inzage:origin", .string(origin.rawValue)),
            .init("inzage:portable", .boolean(gate(of: collection).admits(origin))),
        ]
    }
}
