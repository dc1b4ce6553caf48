import DriverParts
import ExporterKit
import Unpacking

/// An export in a folder.
final class FolderExport: ExportStore {
    private let root: OpenFolder

    init(_ root: consuming OpenFolder) { self.root = root }

    func folders() throws -> [[UInt8]] {
        try root.names().filter { name in
            switch try root.sort(of: name) {
            case .folder: return true
            case .other: throw Self.link
            case .file, nil: return false
            }
        }
    }

    func files(in folder: [UInt8]?) throws -> [[UInt8]] {
        guard let folder else { return try Self.files(in: root) }
        return try Self.files(in: root.folder(folder))
    }

    private static func files(in folder: borrowing OpenFolder) throws -> [[UInt8]] {
        var files: [[UInt8]] = []
        for name in try folder.names() {
            switch try folder.sort(of: name) {
            case .file: files.append(name)
            case .other: throw link
            case .folder, nil: continue
            }
        }
        return files
    }

    func open(_ path: [[UInt8]]) throws -> ExportInput? { try Self.open(path[...], in: root) }

    private static func open(_ path: ArraySlice<[UInt8]>, in folder: borrowing OpenFolder) throws -> ExportInput? {
        guard let name = path.first, let sort = try folder.sort(of: name) else { return nil }
        if path.count > 1 { return sort == .folder ? try open(path.dropFirst(), in: folder.folder(name)) : nil }
        return sort == .folder ? nil : ExportInput(try folder.file(name))
    }

    private static let link = SourceFailure(
        .notARegularFile,
        "a link or a device stands in the export",
        hint: "put the file itself there; links are not followed"
    )
}

/// An export that is one file.
final class LoneFile: ExportStore {
    private let name: [UInt8]
    private let folder: OpenFolder

    init(name: [UInt8], folder: consuming OpenFolder) {
        self.name = name
        self.folder = folder
    }

    func folders() -> [[UInt8]] { [] }
    func files(in folder: [UInt8]?) -> [[UInt8]] { folder == nil ? [name] : [] }

    func open(_ path: [[UInt8]]) throws -> ExportInput? {
        path == [name] ? ExportInput(try folder.file(name)) : nil
    }
}

/// An export in a zip archive, which may have one folder around everything.
final class ZipExport: ExportStore {
    private static let slash = UInt8(ascii: "/")

    private let archive: ZipArchive
    /// The names of the files by the folder in which they lie, deeper ones left out.
    private var known: [[UInt8]?: [[UInt8]]] = [:]
    /// What stands before each name.
    private let prefix: [UInt8]

    init(_ archive: ZipArchive, _ isLandmark: ([UInt8]) -> Bool) throws {
        self.archive = archive
        let names = try archive.names()
        let marks = names.compactMap { name -> [UInt8]? in
            let last = name.split(separator: Self.slash).last.map(Array.init) ?? []
            return isLandmark(last) ? Array(name.dropLast(last.count)) : nil
        }
        prefix =
            marks.min { ($0.count { $0 == Self.slash }, $0.count) < ($1.count { $0 == Self.slash }, $1.count) } ?? []
        for name in names where name.starts(with: prefix) {
            let parts = name.dropFirst(prefix.count).split(separator: Self.slash, omittingEmptySubsequences: false)
            guard parts.count <= 2, let last = parts.last else { continue }
            let folder: [UInt8]? = parts.count == 2 ? Array(parts[0]) : nil
            known[folder, default: []].append(Array(last))
        }
    }

    func folders() -> [[UInt8]] {
        known.keys.compactMap(\.self).sorted { $0.lexicographicallyPrecedes($1) }
    }

    func files(in folder: [UInt8]?) -> [[UInt8]] {
        (known[folder] ?? []).sorted { $0.lexicographicallyPrecedes($1) }
    }

    func open(_ path: [[UInt8]]) throws -> ExportInput? {
        guard let file = try archive.file(prefix + path.joined(separator: [Self.slash])) else { return nil }
        return ExportInput { try file.read(into: $0) }
    }
}
