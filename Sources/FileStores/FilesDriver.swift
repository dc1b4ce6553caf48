import DriverParts
public import ExporterKit

/// Reaches records in JSON, JSON Lines, CSV and XML files (`driver: files`); the connection is the folder they lie in.
///
/// `file` is a pattern relative to that folder, in which `*` and `?` stand for bytes within a name. `format` is
/// `json`, `jsonl`, `csv` or `xml`; where it is not given, the pattern's extension says it. `encoding` is a name that
/// iconv knows; without it the files are UTF-8, or what the mark at their start says. A file that is packed by gzip,
/// zstd or zip is unpacked, whatever its name, up to `unpacked_limit` MiB; of an archive with several files `entry`
/// names the one that is meant. A file that is something else, such as a saved page, is a failure that says what it is.
///
/// In JSON files `records` is the path to the list of records; without it the file is the list, or is one record. `*`
/// in it is every element of a list or every value of a map (`orders.*.lines`); it may be left out for a list. A
/// field's path `^name` is a member of the object above the records (`^^name` of the next one), `@key` the map's key.
/// In XML files the path's parts are names of elements; attributes are members, and so are elements (``XMLTree``).
///
/// In CSV files (RFC 4180, a row of labels first) an empty cell is null and `""` is empty text. `delimiter` is the
/// separator, `,` if not given; `dialect` says it and more in Data Package's words (`quoteChar`, `escapeChar`,
/// `nullSequence`, `header` and others). Excel's line `sep=;` is understood. Of labels that stand more than once,
/// `Name[2]` is the second.
///
/// A field's `path` leads into nested objects (`sender.email`); a path that ends at an array or object takes it whole.
/// `@folder` and `@name` are the names of the file's folder and the file (`^@folder` of the folder above), `@size` its
/// size, `@content` the file itself. Values become what their fields say (``RecordReader``).
/// A record is found when, for every kind under `needs`, a field that carries the kind holds one of the values asked
/// for; an array does when one of its elements is. The files are read in the order of their names' bytes, once for
/// all questions.
public struct FilesDriver: FileDriver {
    /// The word in `exporter.yaml`.
    public let name = "files"
    /// The keys of a collection.
    public let settings = DriverSettings(collection: [
        SettingDescription("file", .path, required: true, "the files, by a pattern with `*` and `?` within a name"),
        SettingDescription("format", .text, "`json`, `jsonl`, `csv` or `xml`, where the extension does not say it"),
        SettingDescription("records", .text, "the path to the records in a JSON or XML file, such as `data.orders.*`"),
        SettingDescription("encoding", .text, "what the text is in, where it is not UTF-8, such as `windows-1252`"),
        SettingDescription("delimiter", .text, "what stands between the cells of a CSV file, where it is no comma"),
        SettingDescription("entry", .text, "in a zip archive of several files, the name of the one that is meant"),
        SettingDescription("unpacked_limit", .text, "how many MiB may come out of a packed file; 65536 if not given"),
        SettingDescription("dialect", .any, "more of how a CSV file is written, in the words of Data Package"),
    ])

    /// Whether records are read only where the bytes of what is wanted stand.
    private let searchesBytes: Bool

    /// Makes the driver.
    public init() { self.init(searchesBytes: true) }

    /// Makes a driver that reads every record, for tests to compare with one that searches bytes first.
    package init(searchesBytes: Bool) { self.searchesBytes = searchesBytes }

    func collectionSource(
        of collection: CollectionDescription,
        in system: SystemDescription
    ) throws(Problem) -> any CollectionSource {
        try FileCollection(collection, of: system, namesFiles: true, searchesBytes: searchesBytes)
    }
}
