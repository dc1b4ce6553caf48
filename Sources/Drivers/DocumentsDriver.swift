public import ExporterKit

/// Reaches documents (`driver: documents`); the connection is the folder they lie in.
///
/// A collection has one of two keys. With `folder`, a path in which identifiers stand for names
/// (`letters/{customer_id}`), a record is a file in the subject's folder: the paths of its fields are `@folder` and
/// `@name` for the names of folder and file, `@size`, and `@content` for the document itself; `files` is a pattern
/// of the files that are meant, and without it a folder among them is a failure, so that nothing is left out
/// silently. A value that is no plain name (with `/`, a leading dot) finds nothing. With `file`, a pattern, a record
/// is a JSON file, found by its fields as ``FilesDriver`` finds it, and the paths above are there too.
///
/// Everything is opened name by name from the connection's folder. A symbolic link, a device or a pipe in a place
/// that is asked for fails the collection; nothing is followed (case 71).
public struct DocumentsDriver: Driver {
    /// The word in `exporter.yaml`.
    public let name = "documents"
    /// The keys of a collection.
    public let collectionKeys = ["file": false, "folder": false, "files": false]

    /// Makes the driver.
    public init() {}

    private enum Source {
        case records(FileCollection)
        case folder(FolderCollection)

        init(_ collection: CollectionDescription, of system: SystemDescription) throws(Problem) {
            switch (collection.settings["file"], collection.settings["folder"]) {
            case (_?, nil):
                self = .records(
                    try FileCollection(collection, of: system, format: .json(path: []), namesFiles: false))
            case (nil, _?):
                self = .folder(try FolderCollection(collection, of: system))
            default:
                throw Problem(
                    .queryFailed, "folder", "a collection has either `file` or `folder`", fix: "give one of them")
            }
        }
    }

    /// Says what is wrong with the settings, the folder and the keys of the first records.
    public func check(_ system: SystemDescription) async -> [DriverFinding] {
        system.collections.flatMap { collection in
            do throws(Problem) {
                switch try Source(collection, of: system) {
                case .records(let records): return records.check()
                case .folder(let folder): return folder.check()
                }
            } catch {
                return [error.finding(in: collection.id)]
            }
        }
    }

    /// Yields the records in the order of the names' bytes.
    public func read(
        _ collection: CollectionDescription, of system: SystemDescription, for questions: [Question],
        yield: (_ record: RecordBuffer, _ question: Int) throws -> Void
    ) async throws {
        let source: Source
        do throws(Problem) {
            source = try Source(collection, of: system)
        } catch {
            throw error.failure
        }
        switch source {
        case .records(let records): try records.read(questions, yield)
        case .folder(let folder): try folder.read(questions, yield)
        }
    }
}
