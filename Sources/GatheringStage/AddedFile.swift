import Groundwork
import Foundation
import ArchiveSealing
import Cases
package import RegisterStore

/// A file that a person gives, on its way into the spool.
package enum AddedFile {
    /// Seals a regular file; a symbolic link is refused (case 71).
    package static func seal(
        _ path: String,
        category: String? = nil,
        title: String? = nil,
        into spool: Spool,
        mark: String
    ) throws -> GatheredFile {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw InzageError(.usage, "the file cannot be read", hint: "is it there, and no symbolic link?")
        }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw InzageError(.usage, "it is no regular file")
        }
        var sealer = try spool.sealer(named: "added-\(mark)")
        var start = MediaType.Start()
        while let piece = try file.read(upToCount: 64 * 1024), !piece.isEmpty {
            start.take(piece)
            try sealer.write(Array(piece))
        }
        let type = try MediaType.of(start.bytes)
        return GatheredFile(
            entry: try sealer.finish(durably: true),
            originalName: URL(fileURLWithPath: path).lastPathComponent,
            mediaType: type.name,
            fileExtension: type.fileExtension,
            category: category,
            title: title
        )
    }
}
