import Glibc

/// What is done with whole folders.
enum Folder {
    /// Brings a folder's names to the disk.
    static func synchronize(_ path: String) throws(ArchiveError) {
        let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .lastSystem(.cannotClose, "cannot open folder \(path)") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .lastSystem(.cannotClose, "cannot bring \(path) to the disk") }
    }
}
