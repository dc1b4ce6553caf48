import CZip

/// A ZIP file being made by libzip of entries that are already compressed and sealed.
@safe struct ZipWriter: ~Copyable {
    /// 1980-01-01, the first day that ZIP knows: an entry tells nothing of when it was made (case 76).
    private static let dosDate: UInt16 = 0x21
    private static let dosTime: UInt16 = 0
    private static let regularFile: UInt32 = 0o100644 << 16

    private let archive: OpaquePointer

    /// Starts an archive in an empty file.
    init(to output: ArchiveOutput) throws(ArchiveError) {
        var error = unsafe zip_error_t()
        unsafe zip_error_init(&error)
        defer { unsafe zip_error_fini(&error) }
        let kept = unsafe Unmanaged.passRetained(output)
        guard let source = unsafe zip_source_function_create(LibzipSource.callback, kept.toOpaque(), &error) else {
            unsafe kept.release()
            throw unsafe .zip(.cannotCreate, "cannot begin the archive", &error)
        }
        guard let archive = unsafe zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, &error) else {
            unsafe zip_source_free(source)  // Lets go of the output too.
            throw unsafe .zip(.cannotCreate, "cannot begin the archive", &error)
        }
        unsafe self.archive = unsafe archive
    }

    /// Names an entry whose bytes will be fetched when the archive is finished.
    mutating func add(_ name: String, _ content: SpooledSource) throws(ArchiveError) {
        let kept = unsafe Unmanaged.passRetained(content)
        guard let source = unsafe zip_source_function(archive, LibzipSource.callback, kept.toOpaque()) else {
            unsafe kept.release()
            throw failure(.cannotWrite)
        }
        let index = unsafe zip_file_add(archive, name, source, ZIP_FL_ENC_GUESS)
        guard index >= 0 else {
            unsafe zip_source_free(source)  // Lets go of the content too.
            throw failure(.cannotWrite)
        }
        try describe(UInt64(index))
    }

    /// Fetches all bytes and closes the file.
    consuming func finish() throws(ArchiveError) {
        guard unsafe zip_close(archive) == 0 else {
            let error = failure(.cannotWrite)
            _ = consume self  // Its deinit discards the half-written file.
            throw error
        }
        discard self
    }

    private func describe(_ index: UInt64) throws(ArchiveError) {
        // Without a password libzip takes the bytes as they are and only writes down how they are sealed.
        guard unsafe zip_file_set_encryption(archive, index, UInt16(ZIP_EM_AES_256), nil) == 0,
            unsafe zip_file_set_dostime(archive, index, Self.dosTime, Self.dosDate, 0) == 0,
            unsafe zip_file_set_external_attributes(archive, index, 0, UInt8(ZIP_OPSYS_UNIX), Self.regularFile) == 0
        else { throw failure(.cannotWrite) }
    }

    private func failure(_ code: ArchiveError.Code) -> ArchiveError {
        unsafe .zip(code, "cannot write the archive", zip_get_error(archive))
    }

    deinit { unsafe zip_discard(archive) }
}
