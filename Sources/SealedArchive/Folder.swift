import FoundationEssentials
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

    /// Removes the file of that name and those whose names go on after it with a dot.
    static func removeFiles(named name: String, in folder: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for other in names where other.utf8.elementsEqual(name.utf8) || other.utf8.starts(with: "\(name).".utf8) {
            unsafe unlink("\(folder)/\(other)")
        }
    }
}
