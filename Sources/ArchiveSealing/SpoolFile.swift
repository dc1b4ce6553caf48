import Glibc

/// A file of ciphertext being written, removed again unless it is kept.
struct SpoolFile: ~Copyable, Sendable {
    private let folder: String
    private let path: String
    private var descriptor: Int32
    private var isKept = false

    /// Creates a file that only its owner may read, in place of what a killed run may have left there.
    init(creating name: String, in folder: String) throws(ArchiveError) {
        self.folder = folder
        path = "\(folder)/\(name)"
        unsafe unlink(path)
        descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            isKept = true  // What stands there is not ours to remove.
            throw .lastSystem(.cannotCreate, "cannot create spool file \(path)")
        }
    }

    /// Appends bytes.
    @unsafe mutating func write(_ bytes: UnsafeMutableBufferPointer<UInt8>) throws(ArchiveError) {
        var start = 0
        while start < bytes.count {
            let written = unsafe Glibc.write(
                descriptor,
                bytes.baseAddress.map { unsafe $0 + start },
                bytes.count - start
            )
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw .lastSystem(.cannotWrite, "cannot write spool file \(path)") }
            start += written
        }
    }

    /// Makes sure that what was written outlives a power failure.
    func bringToDisk() throws(ArchiveError) {
        guard fsync(descriptor) == 0 else { throw .lastSystem(.cannotClose, "cannot bring \(path) to the disk") }
        try Folder.synchronize(folder)
    }

    /// Closes the file and lets it stay; durably means that it outlives a power failure.
    mutating func keep(durably: Bool) throws(ArchiveError) {
        if durably { try bringToDisk() }
        let closed = close(descriptor)
        descriptor = -1
        guard closed == 0 else { throw .lastSystem(.cannotClose, "cannot close spool file \(path)") }
        isKept = true
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if !isKept { unsafe unlink(path) }
    }
}
