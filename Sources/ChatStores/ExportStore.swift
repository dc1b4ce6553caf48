import DriverParts
import ExporterKit
import Unpacking

/// Where an export lies; paths lead from its own folder on, name by name.
protocol ExportStore {
    /// The names of the folders in it, sorted by their bytes.
    func folders() throws -> [[UInt8]]

    /// The names of the files in a folder, or beside the folders, sorted by their bytes.
    func files(in folder: [UInt8]?) throws -> [[UInt8]]

    /// Opens a file; nil where there is none.
    func open(_ path: [[UInt8]]) throws -> ExportInput?
}

/// Where a connection leads, so that it can be opened, and a document in it once more.
struct ExportLocation: Sendable {
    private let path: String
    private let limit: Int
    /// The name by which the export's own folder is known within an archive.
    private let landmark: @Sendable (_ name: [UInt8]) -> Bool

    init(_ system: SystemDescription, landmark: @escaping @Sendable ([UInt8]) -> Bool) throws(Problem) {
        path = system.connectionPath
        limit = try ChatSettings.number("unpacked_limit", in: system.settings, otherwise: 65_536, 1...(1 << 24)) << 20
        self.landmark = landmark
    }

    /// Opens what is there, told by its first bytes and never by its name.
    func open() throws -> any ExportStore {
        let folder: SourceFailure
        do {
            return FolderExport(try OpenFolder(connection: path))
        } catch {
            folder = error
        }
        let cut = path.lastIndex(of: "/") ?? path.startIndex
        let name = Array(path[cut...].utf8.dropFirst())
        let around: OpenFolder
        do {
            around = try OpenFolder(connection: cut == path.startIndex ? "/" : String(path[..<cut]))
        } catch {
            throw folder
        }
        guard try around.sort(of: name) != nil else { throw folder }
        let file = try around.file(name)
        var head = [UInt8](repeating: 0, count: 4)
        let count = try head.withUnsafeMutableBytes { try file.read(into: $0, at: 0) }
        guard Packing(fileBeginning: head.prefix(count)) == .zip else { return LoneFile(name: name, folder: around) }
        return try ZipExport(ZipArchive(file, limit: limit), landmark)
    }
}

/// The bytes of a file that is being read.
final class ExportInput {
    private let reading: (UnsafeMutableRawBufferPointer) throws -> Int

    init(_ reading: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) { self.reading = reading }

    convenience init(_ file: consuming OpenFile) {
        let holder = FileHolder(file)
        self.init { try holder.file.read(into: $0) }
    }

    /// Reads what the file holds next; 0 at its end.
    func read(into memory: UnsafeMutableRawBufferPointer) throws -> Int { try reading(memory) }
}

/// Owns a file for a closure, which cannot.
private final class FileHolder {
    let file: OpenFile

    init(_ file: consuming OpenFile) { self.file = file }
}

/// A document that lies in an export, opened anew for each reading.
struct ExportDocument: DocumentContent {
    let location: ExportLocation
    let path: [[UInt8]]

    func read(_ piece: (UnsafeRawBufferPointer) throws -> Void) throws {
        do {
            guard let input = try location.open().open(path) else { throw Self.gone }
            try withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 16) { memory in
                while true {
                    try Task.checkCancellation()
                    let count = try input.read(into: memory)
                    if count == 0 { return }
                    try piece(UnsafeRawBufferPointer(rebasing: memory[..<count]))
                }
            }
        } catch let problem as Problem {
            throw problem.failure
        }
    }

    private static let gone = SourceFailure(
        .unreachable,
        "the export changed while it was read",
        hint: "try again, or read a copy of it",
        retryable: true
    )
}
