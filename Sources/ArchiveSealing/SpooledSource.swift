import CZip
import Glibc

/// The bytes of a sealed entry, as libzip asks for them.
@safe final class SpooledSource: LibzipSource {
    private let path: String
    private let entry: SealedEntry
    private var descriptor: Int32 = -1
    private var remaining: UInt64 = 0

    /// Takes a finished entry whose file must be there, whole and no link.
    init(of entry: SealedEntry, in folder: String) throws(ArchiveError) {
        path = "\(folder)/\(entry.spoolName)"
        self.entry = entry
        super.init()
        guard unsafe access(path, F_OK) == 0 else {
            throw .lastSystem(.cannotOpen, "cannot open spool file \(path)")
        }
        guard SpoolFolder.holds(entry, in: folder) else {
            throw ArchiveError(.damaged, "spool file \(path) is not the one that was finished")
        }
    }

    deinit { close() }

    override func answer(_ command: zip_source_cmd_t, _ data: UnsafeMutableRawBufferPointer) -> Int64 {
        switch command {
        case ZIP_SOURCE_OPEN: open()
        case ZIP_SOURCE_READ: unsafe read(into: data)
        case ZIP_SOURCE_CLOSE: close()
        case ZIP_SOURCE_STAT: unsafe describe(into: data)
        case ZIP_SOURCE_SUPPORTS: Self.supported
        default: unsafe super.answer(command, data)
        }
    }

    private static let supported = supporting([
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
        ZIP_SOURCE_SUPPORTS,
    ])

    private func open() -> Int64 {
        descriptor = unsafe Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return fail(ZIP_ER_OPEN, errno) }
        remaining = entry.sealedSize
        guard lseek(descriptor, off_t(entry.spoolOffset ?? 0), SEEK_SET) >= 0 else { return fail(ZIP_ER_SEEK, errno) }
        return 0
    }

    private func read(into data: UnsafeMutableRawBufferPointer) -> Int64 {
        let wanted = Int(min(UInt64(data.count), remaining))
        var count = 0
        repeat { count = unsafe Glibc.read(descriptor, data.baseAddress, wanted) } while count < 0 && errno == EINTR
        guard count >= 0 else { return fail(ZIP_ER_READ, errno) }
        guard count > 0 || wanted == 0 else { return fail(ZIP_ER_EOF, 0) }
        remaining -= UInt64(count)
        return Int64(count)
    }

    @discardableResult
    private func close() -> Int64 {
        if descriptor >= 0 { Glibc.close(descriptor) }
        descriptor = -1
        return 0
    }

    private func describe(into data: UnsafeMutableRawBufferPointer) -> Int64 {
        guard let status = unsafe data.baseAddress?.assumingMemoryBound(to: zip_stat_t.self) else { return -1 }
        unsafe zip_stat_init(status)
        unsafe status.pointee.size = entry.size
        unsafe status.pointee.comp_size = entry.sealedSize
        // AE-2 keeps no CRC: one over the plaintext would confirm guesses of what is inside.
        unsafe status.pointee.crc = 0
        unsafe status.pointee.comp_method = UInt16(ZIP_CM_DEFLATE)
        unsafe status.pointee.encryption_method = UInt16(ZIP_EM_AES_256)
        let known =
            ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD
        unsafe status.pointee.valid = UInt64(known)
        return unsafe Int64(MemoryLayout<zip_stat_t>.size)
    }
}
