import CZip

/// A ZIP file that libzip has opened for reading.
///
/// Unchecked because of the pointer alone, which has this one owner.
@safe struct ZipReader: ~Copyable, @unchecked Sendable {
    /// What the directory says of an entry.
    struct Facts: Sendable {
        let name: String
        let size: UInt64
        let storedSize: UInt64
        let isStored: Bool
        let isDeflated: Bool
        let isSealed: Bool
    }

    private let archive: OpaquePointer

    /// Opens an archive and compares its directory with the headers of its entries.
    init(opening path: String) throws(ArchiveError) {
        var code: Int32 = 0
        guard let archive = unsafe zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, &code) else {
            guard [ZIP_ER_NOENT, ZIP_ER_OPEN, ZIP_ER_READ, ZIP_ER_MEMORY].contains(code) else {
                throw ArchiveError(.damaged, "\(path) is not a whole archive")
            }
            throw .lastSystem(.cannotOpen, "cannot open archive \(path)")
        }
        unsafe self.archive = unsafe archive
    }

    /// What the directory says of all entries, in its order.
    func directory() throws(ArchiveError) -> [Facts] {
        var all: [Facts] = []
        for index in 0..<UInt64(max(0, unsafe zip_get_num_entries(archive, 0))) { all.append(try facts(index)) }
        return all
    }

    /// Opens the bytes of an entry as they stand in the file.
    func rawBytes(_ index: Int) throws(ArchiveError) -> RawEntryBytes {
        guard let file = unsafe zip_fopen_index(archive, UInt64(index), UInt32(ZIP_FL_ENCRYPTED)) else {
            throw unsafe .zip(.damaged, "cannot open an entry", zip_get_error(archive))
        }
        return unsafe RawEntryBytes(owning: file)
    }

    /// Opens the content of an entry that is not sealed; libzip compares its CRC at the end.
    func content(_ index: Int) throws(ArchiveError) -> RawEntryBytes {
        guard let file = unsafe zip_fopen_index(archive, UInt64(index), 0) else {
            throw unsafe .zip(.damaged, "cannot open an entry", zip_get_error(archive))
        }
        return unsafe RawEntryBytes(owning: file)
    }

    private func facts(_ index: UInt64) throws(ArchiveError) -> Facts {
        var status = unsafe zip_stat_t()
        unsafe zip_stat_init(&status)
        guard unsafe zip_stat_index(archive, index, 0, &status) == 0, let name = unsafe status.name else {
            throw ArchiveError(.damaged, "the archive's directory cannot be read")
        }
        return unsafe Facts(
            name: String(cString: name),
            size: status.size,
            storedSize: status.comp_size,
            isStored: Int32(status.comp_method) == ZIP_CM_STORE,
            isDeflated: Int32(status.comp_method) == ZIP_CM_DEFLATE,
            isSealed: Int32(status.encryption_method) == ZIP_EM_AES_256
        )
    }

    deinit { unsafe zip_discard(archive) }
}

/// The bytes of one entry as they stand in the file; it must not outlive its ``ZipReader``.
@safe struct RawEntryBytes: ~Copyable, SealedBytes {
    private let file: OpaquePointer

    @unsafe init(owning file: OpaquePointer) { unsafe self.file = unsafe file }

    /// Fills the memory, or fails if the file ends before.
    @unsafe mutating func read(into bytes: UnsafeMutableBufferPointer<UInt8>) throws(ArchiveError) {
        var start = 0
        while start < bytes.count {
            let count = unsafe zip_fread(file, bytes.baseAddress.map { unsafe $0 + start }, UInt64(bytes.count - start))
            guard count > 0 else { throw ArchiveError(.damaged, "the archive ends within an entry") }
            start += Int(count)
        }
    }

    /// Fails unless all has been read, and is what its CRC says where it has one.
    mutating func expectEnd() throws(ArchiveError) {
        var byte: UInt8 = 0
        guard unsafe zip_fread(file, &byte, 1) == 0 else {
            throw ArchiveError(.damaged, "an entry is not what the archive's directory says")
        }
    }

    deinit { unsafe zip_fclose(file) }
}
