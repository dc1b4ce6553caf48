import Glibc

extension SpoolFolder {
    /// Hands out the plaintext of a finished entry piece by piece, without a copy of it on the disk.
    ///
    /// - Throws: an ``ArchiveError`` also where the bytes are not those that were sealed, which shows at their end: what
    ///   was made of them before is not to be used then.
    public static func read(
        _ entry: SealedEntry,
        in folder: String,
        keys ring: KeyRing,
        _ piece: (Span<UInt8>) throws -> Void
    ) throws {
        guard entry.sealedSize >= UInt64(SealLayout.overhead) else {
            throw ArchiveError(.damaged, "a spool entry is shorter than its head and its end")
        }
        var bytes = try SpooledBytes(of: entry, in: folder)
        let header = SecretBuffer(count: SealLayout.headerSize)
        try unsafe bytes.read(into: header.bytes)
        let keys = try ring.keys(header: header)
        let length = entry.sealedSize - UInt64(SealLayout.overhead)
        let ciphertext = try CiphertextReader(bytes, length: length, keys: keys)
        var opener = EntryOpener(ciphertext, size: entry.size, isStored: false)
        while case let count = try opener.advance(), count > 0 { try opener.withPlaintext(count, piece) }
    }
}

/// The bytes of a sealed entry as they lie in the spool.
struct SpooledBytes: ~Copyable, SealedBytes {
    private var descriptor: Int32 = -1

    /// Opens a finished entry whose file must be there, whole and no link.
    init(of entry: SealedEntry, in folder: String) throws(ArchiveError) {
        let path = "\(folder)/\(entry.spoolName)"
        guard SpoolFolder.holds(entry, in: folder) else {
            throw ArchiveError(.damaged, "spool file \(path) is not the one that was finished")
        }
        descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0, lseek(descriptor, off_t(entry.spoolOffset ?? 0), SEEK_SET) >= 0 else {
            throw .lastSystem(.cannotOpen, "cannot open spool file \(path)")
        }
    }

    @unsafe mutating func read(into bytes: UnsafeMutableBufferPointer<UInt8>) throws(ArchiveError) {
        var start = 0
        while start < bytes.count {
            let target = unsafe bytes.baseAddress.map { unsafe $0 + start }
            let count = unsafe Glibc.read(descriptor, target, bytes.count - start)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .lastSystem(.cannotRead, "cannot read a spool file") }
            guard count > 0 else { throw ArchiveError(.damaged, "a spool file ends within an entry") }
            start += count
        }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }
}
