import Synchronization

/// A spool file that short entries share, so that many of them make one trip to the disk.
///
/// Entries are appended whole when they are finished. What a killed run left at its end is no entry's, and another run
/// has a pack of its own.
public final class SpoolPack: Sendable {
    private struct Open: ~Copyable {
        let name: String
        var file: SpoolFile
        var end: UInt64 = 0
    }

    private let folder: String
    private let open = Mutex<Open?>(nil)

    /// Names the folder; a file comes with the first entry.
    public init(in folder: String) { self.folder = folder }

    /// Appends the parts of one entry and says in which file they are, and from where.
    @unsafe func append(
        _ parts: [UnsafeMutableBufferPointer<UInt8>],
        durably: Bool
    ) throws(ArchiveError) -> (String, UInt64) {
        try open.withLock { (open) throws(ArchiveError) in
            if open == nil { open = try begin() }
            guard var pack = open.take() else { throw ArchiveError(.cannotCreate, "there is no pack") }
            do throws(ArchiveError) {
                let place = (pack.name, pack.end)
                for index in unsafe parts.indices {
                    try unsafe pack.file.write(parts[index])
                    pack.end += unsafe UInt64(parts[index].count)
                }
                if durably { try pack.file.bringToDisk() }
                open = consume pack
                return place
            } catch {
                // The entries before are whole; what comes next goes into another file.
                try pack.file.keep(durably: false)
                throw error
            }
        }
    }

    private func begin() throws(ArchiveError) -> Open {
        var random = SystemRandomNumberGenerator()
        let name = "pack-\(String(random.next(), radix: 16))"
        return Open(name: name, file: try SpoolFile(creating: name, in: folder))
    }

    deinit {
        // Its entries are needed until the folder goes.
        open.withLock { open in
            guard var pack = open.take() else { return }
            try? pack.file.keep(durably: false)
        }
    }
}
