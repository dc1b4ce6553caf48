import DriverParts
import ExporterKit
import JSONParts

/// How records stand in a file.
enum RecordFormat: Sendable {
    /// Objects in a list or a map, to which a path leads; or one object.
    case json(path: RecordPath)
    /// An object on each line.
    case lines
    /// Rows of cells.
    case csv(CSVDialect)

    /// The format that a collection's settings or its pattern's extension names.
    init(_ collection: CollectionDescription, pattern: FilePattern) throws(Problem) {
        let last = pattern.components.last?.bytes ?? []
        let suffix = last.lastIndex(of: Byte.point).map { last[last.index(after: $0)...] } ?? []
        let name = collection.settings["format"]?.text ?? String(decoding: suffix.map(asciiFolded), as: UTF8.self)
        switch name {
        case "json":
            self = .json(path: try RecordPath(collection))
            try Self.refuse(["delimiter", "dialect"], of: collection, as: "JSON files have neither rows nor cells")
        case "jsonl", "ndjson":
            self = .lines
            try Self.refuse(["delimiter", "dialect"], of: collection, as: "JSON files have neither rows nor cells")
            try Self.refuse(["records"], of: collection, as: "in JSON Lines each line is a record")
        case "csv":
            self = .csv(try CSVDialect(collection))
            try Self.refuse(["records"], of: collection, as: "in a table each row is a record")
        default:
            throw Problem(
                .queryFailed,
                "format",
                "the format of the files is not known",
                fix: "give `format: json`, `jsonl` or `csv`"
            )
        }
    }

    /// A setting that nothing would read is a mistake.
    private static func refuse(
        _ settings: [String],
        of collection: CollectionDescription,
        as reason: String
    ) throws(Problem) {
        guard let setting = settings.first(where: { collection.settings[$0] != nil }) else { return }
        throw Problem(
            .queryFailed,
            setting,
            "`\(setting)` means nothing here: \(reason)",
            fix: "take it out, or give the `format` that is meant"
        )
    }

    /// Whether a field may take the key of a map, and not only what is known of the file.
    var hasKeys: Bool { if case .json = self { true } else { false } }
}
