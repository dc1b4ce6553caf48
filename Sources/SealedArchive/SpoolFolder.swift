import Glibc

/// The folder in which finished entries wait for their archive.
public enum SpoolFolder {
    /// Makes sure that finished entries outlive a power failure.
    public static func bringToDisk(_ entries: [SealedEntry], in folder: String) throws(ArchiveError) {
        guard !entries.isEmpty else { return }
        for entry in entries { try bringToDisk("\(folder)/\(entry.spoolName)") }
        try Folder.synchronize(folder)
    }

    private static func bringToDisk(_ path: String) throws(ArchiveError) {
        let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw .lastSystem(.cannotOpen, "cannot open spool file \(path)") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .lastSystem(.cannotClose, "cannot bring \(path) to the disk") }
    }
}
