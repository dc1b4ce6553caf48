public import ExporterKit

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
public struct DocumentsDriver: Driver {
    /// The word in `exporter.yaml`.
    public let name = "documents"
    /// The keys of a collection.
    public let collectionKeys = ["file": false, "folder": false, "files": false]

    /// Makes the driver.
    public init() {}

    /// Says what is wrong with the settings, the folder and the keys of the first records.
    public func check(_ system: SystemDescription) async -> [DriverFinding] {
        await system.check { collection throws(Problem) in try source(of: collection, in: system) }
    }

    /// Yields the records in the order of the names' bytes.
    public func read(
        _ collection: CollectionDescription,
        of system: SystemDescription,
        for questions: [Question],
        yield: (_ record: RecordBuffer, _ question: Int) throws -> Void
    ) async throws {
        try await collection.read(
            questions,
            from: { collection throws(Problem) in try source(of: collection, in: system) },
            yield
        )
    }

    /// Whether there is no file, or no record in any.
    public func holdsNobody(_ collection: CollectionDescription, of system: SystemDescription) async throws -> Bool {
        try await collection.using({ collection throws(Problem) in try source(of: collection, in: system) }) {
            try $0.holdsNobody()
        }
    }

    /// Yields the first records of the first files.
    public func sample(
        _ collection: CollectionDescription,
        of system: SystemDescription,
        limit: Int,
        yield: (_ record: RecordBuffer) throws -> Void
    ) async throws -> Bool {
        try await collection.using({ collection throws(Problem) in try source(of: collection, in: system) }) {
            try $0.sample(limit, yield)
        }
    }

    private func source(
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
