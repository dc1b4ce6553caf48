import DriverParts
import ExporterKit
import JSONParts
import Unpacking

/// How records stand in a file.
enum RecordFormat: Sendable {
    /// Objects in a list or a map, to which a path leads; or one object.
    case json(path: RecordPath)
    /// An object on each line.
    case lines
    /// Rows of cells.
    case csv(CSVDialect)
    /// Elements to which a path leads.
    case xml(path: RecordPath)

    /// The format that a collection's settings or its pattern's extension names.
    init(_ collection: CollectionDescription, pattern: FilePattern) throws(Problem) {
        switch collection.settings["format"]?.text ?? Self.ending(of: collection, pattern) {
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
        case "xml":
            self = .xml(path: try RecordPath(collection))
            try Self.refuse(["delimiter", "dialect"], of: collection, as: "XML files have neither rows nor cells")
        default:
            throw Problem(
                .queryFailed,
                "format",
                "the format of the files is not known",
                fix: "give `format: json`, `jsonl`, `csv` or `xml`"
            )
        }
    }

    /// The ending of the files' names, or of what is in them where they end as packed files do.
    private static func ending(of collection: CollectionDescription, _ pattern: FilePattern) -> String {
        let name = pattern.components.last?.text ?? ""
        let endings = (collection.settings["entry"]?.text ?? name).split(separator: ".").dropFirst().reversed()
            .map { String(decoding: $0.utf8.map(asciiFolded), as: UTF8.self) }
        return endings.first { !Packing.endings.contains($0) } ?? ""
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
    var hasKeys: Bool {
        switch self {
        case .json, .xml: true
        case .lines, .csv: false
        }
    }

    /// Whether the files are XML.
    var isMarkup: Bool { if case .xml = self { true } else { false } }
}
