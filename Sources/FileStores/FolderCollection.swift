import DriverParts
import ExporterKit
import JSONParts

/// A collection with a record for each file in the folder that is the subject's.
struct FolderCollection: CollectionSource {
    private let collection: CollectionDescription
    private let store: FileTree
    private let template: FolderTemplate
    private let files: FilePattern?
    private let values: RecordReader

    init(_ collection: CollectionDescription, of system: SystemDescription) throws(Problem) {
        if let problem = collection.needsProblem ?? FileCollection.fieldProblems(of: collection).first { throw problem }
        self.collection = collection
        values = RecordReader(collection.fields)
        store = FileTree(of: system)
        template = try FolderTemplate(collection.required("folder"), setting: "folder")
        let hasFiles = collection.settings["files"] != nil
        files = hasFiles ? try FilePattern(collection.required("files"), setting: "files") : nil
        if let problem = mismatches.first { throw problem }
    }

    private var mismatches: [Problem] {
        template.kinds.filter { !collection.needs.contains($0) }.map {
            Problem(.queryFailed, "folder", "`{\($0)}` is no needed kind", fix: "add `\($0)` to `needs`")
        }
            + collection.needs.filter { !template.kinds.contains($0) }.map {
                Problem(
                    .queryFailed,
                    "folder",
                    "the folder does not ask by `\($0)`",
                    fix: "use `{\($0)}` in it, or take `\($0)` out of `needs`"
                )
            }
            + collection.fields.filter { !$0.isVirtual }.map {
                Problem(
                    .missingField,
                    $0.name,
                    "a record of a file has no field `\($0.path)`",
                    fix: "give it the path \(VirtualPath.allCases.map(\.rawValue).joined(separator: ", "))"
                )
            }
    }

    /// Says whether the folder of the connection is there.
    func check() -> [DriverFinding] {
        do throws(SourceFailure) {
            _ = try OpenFolder(connection: store.path)
            return []
        } catch {
            return [Problem(error, field: "connection").finding(in: collection.id)]
        }
    }

    /// Yields a record for each file of each question's folders.
    func read(_ questions: [Question], _ yield: (RecordBuffer, Int) throws -> Void) throws {
        var record = RecordBuffer()
        for (number, question) in questions.enumerated() {
            try Task.checkCancellation()
            for values in collection.askings(for: question, kinds: template.kinds) {
                guard let names = template.names(with: values.map(\.identifier)) else { continue }
                try visit(names) { match, folder in
                    try Task.checkCancellation()
                    try fill(&record, match, folder)
                    try yield(record, number)
                }
            }
        }
    }

    /// Whether no folder and no file stands where the subjects' ones are expected.
    func holdsNobody() throws -> Bool {
        try holdsNobody(template.fixedNames[...], in: OpenFolder(connection: store.path))
    }

    private func holdsNobody(_ names: ArraySlice<[UInt8]>, in folder: borrowing OpenFolder) throws -> Bool {
        guard let name = names.first else {
            return try !folder.names().contains { $0.first != UInt8(ascii: ".") }
        }
        return try holdsNobody(names.dropFirst(), in: folder.folder(name))
    }

    /// A folder is asked for by its name, and names alone are no records.
    func sample(_ limit: Int, _ yield: (RecordBuffer) throws -> Void) throws -> Bool { false }

    private func fill(_ record: inout RecordBuffer, _ match: FileTree.Match, _ folder: borrowing OpenFolder) throws {
        let size = try folder.file(match.name).size
        let content = FileContent(store: store, names: match.names)
        let virtual = VirtualValues(file: match, size: size, content: content)
        record.clear()
        for field in collection.fields {
            if let path = field.virtualPath { virtual.append(path, to: &record) } else { record.appendNull() }
        }
        values.read(&record)
    }
}

extension FolderCollection {
    private func visit(
        _ names: [FolderTemplate.Name],
        _ body: (FileTree.Match, borrowing OpenFolder) throws -> Void
    ) throws {
        try visit(names[...], in: OpenFolder(connection: store.path), above: [], body)
    }

    private func visit(
        _ names: ArraySlice<FolderTemplate.Name>,
        in folder: borrowing OpenFolder,
        above: [[UInt8]],
        _ body: (FileTree.Match, borrowing OpenFolder) throws -> Void
    ) throws {
        guard let next = names.first else { return try visitFiles(in: folder, above: above, body) }
        // In capitals and in small letters there may be two folders of one address.
        let meant = next.isFolded ? try folder.names().filter(next.isOne) : [next.bytes]
        for name in meant { try visit(name, next, names.dropFirst(), in: folder, above: above, body) }
    }

    private func visit(
        _ name: [UInt8],
        _ next: FolderTemplate.Name,
        _ rest: ArraySlice<FolderTemplate.Name>,
        in folder: borrowing OpenFolder,
        above: [[UInt8]],
        _ body: (FileTree.Match, borrowing OpenFolder) throws -> Void
    ) throws {
        switch try folder.sort(of: name) {
        case .folder:
            try visit(rest, in: folder.folder(name), above: above + [name], body)
        case .file, .other:
            throw SourceFailure(
                .notARegularFile,
                "a file, a link or a device stands where the folder of `\(template.text)` is expected",
                hint: "put the folder itself there; links are not followed"
            )
        case nil where next.isAsked:
            return
        case nil:
            throw SourceFailure(
                .unreachable,
                "a folder of `\(template.text)` is not there",
                hint: "check the path in exporter.yaml"
            )
        }
    }

    private func visitFiles(
        in folder: borrowing OpenFolder,
        above: [[UInt8]],
        _ body: (FileTree.Match, borrowing OpenFolder) throws -> Void
    ) throws {
        if let files {
            try store.visit(files.components[...], in: folder, names: above, body)
            return
        }
        for (index, name) in try folder.names().enumerated() {
            guard try folder.sort(of: name) == .file else {
                throw SourceFailure(
                    .notARegularFile,
                    "a folder, a link or a device stands among the files of `\(template.text)`",
                    hint: "name the files that are meant with `files`"
                )
            }
            try body(FileTree.Match(names: above + [name], number: index + 1), folder)
        }
    }
}
