import ExporterKit

/// How records stand in a file.
enum RecordFormat: Sendable {
    /// An array of objects, to which keys lead; or one object.
    case json(path: [[UInt8]])
    /// An object on each line.
    case lines
    /// Rows of cells below a row of labels.
    case csv(delimiter: UInt8)

    /// The format that a collection's settings or its pattern's extension names.
    init(_ collection: CollectionDescription, pattern: FilePattern) throws(Problem) {
        let last = pattern.components.last?.bytes ?? []
        let suffix = last.lastIndex(of: Byte.point).map { last[last.index(after: $0)...] } ?? []
        let name = collection.settings["format"]?.text ?? String(decoding: suffix.map(asciiFolded), as: UTF8.self)
        switch name {
        case "json":
            self = .json(path: try Self.path(collection))
        case "jsonl", "ndjson":
            self = .lines
        case "csv":
            self = .csv(delimiter: try Self.delimiter(collection))
        default:
            throw Problem(
                .queryFailed,
                "format",
                "the format of the files is not known",
                fix: "give `format: json`, `jsonl` or `csv`"
            )
        }
    }

    private static func path(_ collection: CollectionDescription) throws(Problem) -> [[UInt8]] {
        guard collection.settings["records"] != nil else { return [] }
        return try collection.required("records").utf8
            .split(separator: Byte.point, omittingEmptySubsequences: false).map(Array.init)
    }

    private static func delimiter(_ collection: CollectionDescription) throws(Problem) -> UInt8 {
        guard collection.settings["delimiter"] != nil else { return Byte.comma }
        let text = Array(try collection.required("delimiter").utf8)
        guard text.count == 1, let byte = text.first, byte < 0x80, ![0x0A, 0x0D, Byte.quote].contains(byte) else {
            throw Problem(
                .queryFailed,
                "delimiter",
                "`delimiter` is not one ASCII character",
                fix: "give one, such as `;`"
            )
        }
        return byte
    }
}
