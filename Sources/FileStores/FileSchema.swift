import DriverParts
public import ExporterKit
import JSONParts
public import StoreSchemas

extension FilesDriver: SchemaReader {
    /// Looks at the first records of each file that is named, or of each file in the folder whose name tells its format.
    public func schema(
        of system: SystemDescription,
        _ context: DriverContext,
        _ wish: SchemaWish
    ) async throws -> StoreSchema {
        try await SourceThread.run {
            let names = wish.tables.isEmpty ? try Self.files(of: system) : wish.tables
            return StoreSchema(tables: try names.map { try FileSketch(file: $0, of: system).table })
        }
    }

    /// The names of the files that a draft can look at, folders left out.
    private static func files(of system: SystemDescription) throws -> [String] {
        let folder = try OpenFolder(connection: system.connectionPath)
        let known = ["csv", "json", "jsonl", "ndjson", "xml"]
        return try folder.names().filter { name in
            let text = String(decoding: name, as: UTF8.self).lowercased()
            return name.first != Byte.point && known.contains { text.contains(".\($0)") }
        }.filter { try folder.sort(of: $0) == .file }.map { String(decoding: $0, as: UTF8.self) }
    }
}

/// What the first records of a file show.
private struct FileSketch {
    /// How many records are looked at, and how many bytes of a file that must be held whole.
    private static let most = 1000
    private static let longest = 8 << 20

    let table: TableSchema

    init(file name: String, of system: SystemDescription) throws {
        let collection = CollectionDescription(
            id: "draft",
            title: "draft",
            category: "",
            origin: .provided,
            needs: [],
            settings: ["file": .text(name)],
            fields: []
        )
        do {
            table = try Self.table(name, collection, system)
        } catch let problem as Problem {
            throw problem.failure
        } catch let placed as PlacedProblem {
            throw placed.problem.failure
        }
    }

    private static func table(
        _ name: String,
        _ collection: CollectionDescription,
        _ system: SystemDescription
    ) throws -> TableSchema {
        let pattern = try FilePattern(name, setting: "file")
        let format = try RecordFormat(collection, pattern: pattern)
        let reading = try FileReading(collection, isMarkup: format.isMarkup)
        var table: TableSchema?
        let tree = FileTree(of: system)
        try tree.visit(pattern) { match, folder in
            guard table == nil else { return }
            var reader = ByteReader(try folder.file(match.name))
            try reader.beginText(reading)
            let (shape, settings) = try Self.look(&reader, format)
            let all = [DraftSetting("file", "\"\(name)\"", look: "a pattern, where more files come")] + settings
            table = TableSchema(name: Self.plain(name), columns: shape.columns, settings: all)
        }
        guard let table else {
            throw SourceFailure(.unreachable, "no file has a name that fits the pattern", hint: "check the name")
        }
        return table
    }

    private static func plain(_ name: String) -> String {
        String((name.split(separator: "/").last ?? "records").prefix { $0 != "." })
    }

    private static func look(
        _ reader: inout ByteReader,
        _ format: RecordFormat
    ) throws -> (SampleShape, [DraftSetting]) {
        switch format {
        case .csv: return try rows(&reader)
        case .lines: return (try lines(&reader), [])
        case .json: return try sample(try whole(&reader))
        case .xml: return try elements(&reader)
        }
    }

    // MARK: Formats

    private static func rows(_ reader: inout ByteReader) throws -> (SampleShape, [DraftSetting]) {
        let given = try SeparatorLine(&reader)?.delimiter
        let delimiter = try given ?? likelyDelimiter(&reader)
        var rows = CSVRows(delimiter: delimiter)
        if given != nil { try rows.skipLine(&reader) }
        guard try rows.next(&reader) else { throw PlacedProblem(.empty) }
        let labels = (0..<rows.count).map { String(decoding: rows.text[rows.range($0)], as: UTF8.self) }
        let names = labels.enumerated().map { index, label in
            let same = labels.indices.filter { labels[$0].utf8.elementsEqual(label.utf8) }
            return same.count == 1 && !label.isEmpty ? label : "\(label)[\((same.firstIndex(of: index) ?? 0) + 1)]"
        }
        var shape = SampleShape()
        for name in names { shape.add(name: name) }
        var count = 0
        while count < most, try rows.next(&reader), rows.count == names.count {
            for (index, name) in names.enumerated() { shape.add(cell: Array(rows.text[rows.range(index)]), of: name) }
            shape.closeRow()
            count += 1
        }
        let shown = delimiter == 0x09 ? "\\t" : String(Character(Unicode.Scalar(delimiter)))
        return (shape, delimiter == Byte.comma ? [] : [DraftSetting("dialect", "{delimiter: \"\(shown)\"}")])
    }

    /// What stands most often in the first line.
    private static func likelyDelimiter(_ reader: inout ByteReader) throws -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var offset = 0
        while offset < 4096, let byte = try reader.next(offset), byte != 0x0A {
            counts[byte, default: 0] += 1
            offset += 1
        }
        return ",;\t|".utf8.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) } ?? Byte.comma
    }

    private static func lines(_ reader: inout ByteReader) throws -> SampleShape {
        var lines = Lines()
        var shape = SampleShape()
        var count = 0
        while count < most, let line = try lines.nextFilled(&reader) {
            shape.add(object: Array(reader.buffer[reader.range(line.length)]))
            reader.drop(line.total)
            count += 1
        }
        return shape
    }

    /// The file as one piece, which must not be long.
    private static func whole(_ reader: inout ByteReader) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while reader.count > 0 || bytes.isEmpty {
            bytes += reader.buffer[reader.range(reader.count)]
            reader.drop(reader.count)
            guard bytes.count <= longest else { throw tooLong }
            guard try reader.fill() else { break }
        }
        return bytes
    }

    private static func sample(_ bytes: [UInt8]) throws -> (SampleShape, [DraftSetting]) {
        guard let sample = JSONSample(bytes) else {
            throw SourceFailure(.malformed, "the file is no JSON with objects in it", hint: "check the file")
        }
        return (sample.shape, sample.path.isEmpty ? [] : [DraftSetting("records", "\"\(sample.path)\"")])
    }

    /// The root as one object, in which the records are looked for as in JSON.
    private static func elements(_ reader: inout ByteReader) throws -> (SampleShape, [DraftSetting]) {
        let (bytes, isUTF8) = (try whole(&reader), reader.isConverted)
        let feed = try XMLFeed(XMLElements(XMLPath()), isUTF8: isUTF8)
        try bytes.withUnsafeBytes { try feed.take($0) }
        try feed.end()
        guard let root = feed.elements.takeFirst() else { throw PlacedProblem(.empty) }
        return try sample(root.json)
    }

    private static let tooLong = SourceFailure(
        .tooLarge,
        "the file is longer than \(longest >> 20) MiB, and must be held whole to be drafted from",
        hint: "name a shorter one of its kind with --table"
    )
}
