import DriverParts
import ExporterKit

/// A file as a document: opened again for each reading, name by name from the connection's folder, never by a link.
struct FileContent: DocumentContent {
    let store: FileTree
    let names: [[UInt8]]

    func read(_ piece: (UnsafeRawBufferPointer) throws -> Void) throws {
        try withFolder(OpenFolder(connection: store.path), names.dropLast()) { folder in
            let file = try folder.file(names.last ?? [])
            try withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 16) { memory in
                while true {
                    try Task.checkCancellation()
                    let count = try file.read(into: memory)
                    if count == 0 { return }
                    try piece(UnsafeRawBufferPointer(rebasing: memory[..<count]))
                }
            }
        }
    }

    private func withFolder(
        _ folder: borrowing OpenFolder,
        _ names: ArraySlice<[UInt8]>,
        _ body: (borrowing OpenFolder) throws -> Void
    ) throws {
        guard let name = names.first else { return try body(folder) }
        try withFolder(folder.folder(name), names.dropFirst(), body)
    }
}
