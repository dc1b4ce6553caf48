import Glibc

/// The folder in which finished entries wait for their archive.
public enum SpoolFolder {
    /// Makes sure that finished entries outlive a power failure.
    public static func bringToDisk(_ entries: [SealedEntry], in folder: String) throws(ArchiveError) {
        guard !entries.isEmpty else { return }
        for name in Set(entries.map(\.spoolName)) { try bringToDisk("\(folder)/\(name)") }
        try Folder.synchronize(folder)
    }

    /// Whether a finished entry lies there whole, and not behind a link.
    public static func holds(_ entry: SealedEntry, in folder: String) -> Bool {
        var status = stat()
        guard unsafe lstat("\(folder)/\(entry.spoolName)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return false
        }
        guard let offset = entry.spoolOffset else { return UInt64(status.st_size) == entry.sealedSize }
        return UInt64(status.st_size) >= offset + entry.sealedSize
    }

    private static func bringToDisk(_ path: String) throws(ArchiveError) {
        let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw .lastSystem(.cannotOpen, "cannot open spool file \(path)") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .lastSystem(.cannotClose, "cannot bring \(path) to the disk") }
    }
}
