import DriverParts
import ExporterKit

/// The files below a connection's folder that a pattern names.
struct FileTree: Sendable {
    let path: String

    init(of system: SystemDescription) { path = system.connectionPath }

    /// A file that a pattern named.
    struct Match: Sendable {
        /// The names of its folders and its own, from the connection's folder on.
        let names: [[UInt8]]
        /// How many files came up to it.
        let number: Int

        var name: [UInt8] { names.last ?? [] }
        /// The name of the folder in which it lies, empty for the connection's own.
        var folder: [UInt8] { names.dropLast().last ?? [] }
        /// The name of the folder above that one.
        var folderAbove: [UInt8] { names.dropLast(2).last ?? [] }
    }

    /// Visits every file, sorted by the bytes of the names, and says how many there were.
    ///
    /// A name without a wildcard that is not there is a failure, because a store that is gone must not look like one
    /// that is empty. A link, a device or a pipe that the pattern names is a failure too (case 71).
    @discardableResult
    func visit(
        _ pattern: FilePattern,
        _ body: (_ file: Match, _ folder: borrowing OpenFolder) throws -> Void
    ) throws -> Int {
        try visit(pattern.components[...], in: OpenFolder(connection: path), names: [], body)
    }

    /// Visits the files of a pattern below a folder whose own names are given.
    @discardableResult
    func visit(
        _ components: ArraySlice<FilePattern.Component>,
        in folder: borrowing OpenFolder,
        names: [[UInt8]],
        _ body: (_ file: Match, _ folder: borrowing OpenFolder) throws -> Void
    ) throws -> Int {
        var count = 0
        try visit(components, in: folder, names: names, &count, body)
        return count
    }

    private func visit(
        _ components: ArraySlice<FilePattern.Component>,
        in folder: borrowing OpenFolder,
        names: [[UInt8]],
        _ count: inout Int,
        _ body: (Match, borrowing OpenFolder) throws -> Void
    ) throws {
        guard let component = components.first else { return }
        let isLast = components.count == 1
        for name in try candidates(for: component, in: folder) {
            switch try folder.sort(of: name) {
            case .file where isLast:
                count += 1
                try body(Match(names: names + [name], number: count), folder)
            case .folder where !isLast:
                try visit(components.dropFirst(), in: folder.folder(name), names: names + [name], &count, body)
            case .other:
                throw SourceFailure(
                    .notARegularFile,
                    "a link or a device stands among the files of `\(Self.text(components))`",
                    hint: "put the file itself there; links are not followed"
                )
            case nil where !component.hasWildcard:
                throw SourceFailure(
                    .unreachable,
                    "`\(Self.text([component]))` is not there",
                    hint: "check the path in exporter.yaml"
                )
            case .file, .folder, nil:
                continue
            }
        }
    }

    private func candidates(
        for component: FilePattern.Component,
        in folder: borrowing OpenFolder
    ) throws(SourceFailure) -> [[UInt8]] {
        guard component.hasWildcard else { return [component.bytes] }
        return try folder.names().filter { FilePattern.matches($0, component.bytes) }
    }

    private static func text(_ components: some Sequence<FilePattern.Component>) -> String {
        components.map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: "/")
    }
}
