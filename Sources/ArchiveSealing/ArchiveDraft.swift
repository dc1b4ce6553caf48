import Cryptography
import Groundwork
import Glibc

/// The file that an archive is until it is whole, beside the place where it will stand.
struct ArchiveDraft: Sendable {
    /// Where the draft stands.
    let path: String
    private let finalPath: String

    init(of path: String) {
        finalPath = path
        self.path = path + ".partial"
    }

    /// Creates the empty file, which only its owner may read, and opens it for writing; it is the caller's to close.
    func create() throws(ArchiveError) -> Int32 {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .lastSystem(.cannotCreate, "cannot create archive \(path)") }
        return descriptor
    }

    /// Brings the file to the disk and counts and hashes its bytes.
    func measure() throws(ArchiveError) -> SealedArchiveFacts {
        let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw .lastSystem(.cannotOpen, "cannot open archive \(path)") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .lastSystem(.cannotClose, "cannot bring \(path) to the disk") }
        var digest = RunningSHA256()
        var total: UInt64 = 0
        let step = SecretBuffer(count: SealLayout.stepSize)
        while true {
            let count = unsafe read(descriptor, step.bytes.baseAddress, step.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .lastSystem(.cannotRead, "cannot read archive \(path)") }
            if count == 0 { break }
            unsafe digest.update(UnsafeBufferPointer(step[0..<count]))
            total += UInt64(count)
        }
        return SealedArchiveFacts(path: finalPath, bytes: total, sha256: digest.finish().hexadecimal)
    }

    /// Gives the file its name, for good.
    func publish() throws(ArchiveError) {
        guard unsafe rename(path, finalPath) == 0 else {
            throw .lastSystem(.cannotClose, "cannot give the archive its name \(finalPath)")
        }
        let slash = finalPath.utf8.lastIndex(of: UInt8(ascii: "/"))
        try Folder.synchronize(slash.map { $0 == finalPath.startIndex ? "/" : String(finalPath[..<$0]) } ?? ".")
    }

    /// Removes the draft.
    func remove() {
        unsafe unlink(path)
    }
}
