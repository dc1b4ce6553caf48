import ExporterKit
import SealedArchive

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
                + [.init("schema", schema(numbered, \.dataName, decimalMark: nil))] + context(numbered)
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
        return .object([
            .init("name", .string(Descriptor.plainName(text.name))), .init("path", .string(text.name)),
            .init("type", "table"), .init("title", .string(table.wording.words.processingTableTitle)),
            .init("format", "csv"), .init("mediatype", "text/csv"), .init("encoding", "utf-8"),
            .init("bytes", .number(text.bytes.count)),
            .init("hash", .string("sha256:" + sha256Hexadecimal(text.bytes))),
            .init("dialect", dialect),
            .init("schema", .object([.init("fields", .array(table.fields.map { field($0, decimalMark: nil) }))])),
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
            .init("name", .string(Descriptor.plainName(name))), .init("path", .string(name)), .init("type", "table"),
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
        decimalMark: String?
    ) -> JSONValue {
        let collection = numbered.gathered.collection
        let fields = numbered.exportedFields.map { description in
            field(description, decimalMark: decimalMark, about: origin(of: description, in: collection))
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
                                    .init("resource", .string(Descriptor.plainName(key.target[keyPath: path]))),
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

    private func field(
        _ field: FieldDescription,
        decimalMark: String?,
        about context: [JSONValue.Member] = []
    ) -> JSONValue {
        let labels = field.categories.sorted { $0.key < $1.key }.map { value, label in
            JSONValue.object([
                .init("value", code(value, of: field)), .init("label", .string(label.text(in: facts.language))),
            ])
        }
        // Table Schema has `categories` for texts and whole numbers only.
        let isCoded = field.type == "string" || field.type == "integer"
        return .object(
            [
                .init("name", .string(field.name)), .init("type", .string(field.type)),
                .init("format", field.format.map(JSONValue.string)),
                .init("decimalChar", field.type == "number" ? decimalMark.map(JSONValue.string) : nil),
                .init("title", .string(field.title.text(in: facts.language))),
                .init("description", field.description.map { .string($0.text(in: facts.language)) }),
                .init(isCoded ? "categories" : "inzage:categories", .nonEmpty(labels)),
            ] + context
        )
    }

    private func code(_ value: String, of field: FieldDescription) -> JSONValue {
        field.type == "integer" ? Int(value).map(JSONValue.number) ?? .string(value) : .string(value)
    }
}
