import DriverParts
public import ExporterKit
import JSONParts

/// Reaches documents (`driver: documents`); the connection is the folder they lie in.
///
/// A collection has one of two keys. With `folder`, a path in which identifiers stand for names
/// (`letters/{customer_id}`), a record is a file in the subject's folder: the paths of its fields are `@folder` and
/// `@name` for the names of folder and file, `^@folder` for the folder above it (`letters/{branch}/{account_no}`),
/// `@size`, and `@content` for the document itself; `files` is a pattern of the files that are meant, and without it a
/// folder among them is a failure, so that nothing is left out silently. A value that is no plain name (with `/`, a
/// leading dot) finds nothing. With `file`, a pattern, a record is a JSON file, found by its fields as ``FilesDriver``
/// finds it, and the paths above are there too.
///
/// Everything is opened name by name from the connection's folder. A symbolic link, a device or a pipe in a place
/// that is asked for fails the collection; nothing is followed (case 71).
public struct DocumentsDriver: FileDriver {
    /// The word in `exporter.yaml`.
    public let name = "documents"
    /// The keys of a collection.
    public let settings = DriverSettings(collection: [
        SettingDescription("file", .path, "JSON files that are a record each, by a pattern"),
        SettingDescription("folder", .path, "the subject's folder, such as `letters/{customer_id}`"),
        SettingDescription("files", .path, "the files in that folder that are meant, by a pattern"),
    ])

    /// Makes the driver.
    public init() {}

    func collectionSource(
        of collection: CollectionDescription,
        in system: SystemDescription
    ) throws(Problem) -> any CollectionSource {
        switch (collection.settings["file"], collection.settings["folder"]) {
        case (_?, nil):
            return try FileCollection(collection, of: system, format: .json(path: RecordPath()), namesFiles: false)
        case (nil, _?):
            return try FolderCollection(collection, of: system)
        default:
            throw Problem(.queryFailed, "folder", "a collection has either `file` or `folder`", fix: "give one of them")
        }
    }
}
