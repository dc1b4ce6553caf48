import CZip

/// Something that libzip reads from or writes to by asking for it, command by command.
@safe class LibzipSource {
    /// What libzip calls, with the source as its first argument.
    static let callback: zip_source_callback = { unsafe answer($0, $1, $2, $3) }

    private var error = unsafe zip_error_t()

    init() { unsafe zip_error_init(&error) }

    deinit { unsafe zip_error_fini(&error) }

    /// Does what a command says with the data that comes with it; what is negative is an error that was noted before.
    func answer(_ command: zip_source_cmd_t, _ data: UnsafeMutableRawBufferPointer) -> Int64 {
        command == ZIP_SOURCE_ERROR ? unsafe tellError(data) : fail(ZIP_ER_OPNOTSUPP, 0)
    }

    /// Notes why a command could not be done.
    final func fail(_ code: Int32, _ system: Int32) -> Int64 {
        unsafe zip_error_set(&error, code, system)
        return -1
    }

    /// Where a command to seek leads; negative, with the reason noted, when that is nowhere.
    final func offset(_ data: UnsafeMutableRawBufferPointer, from position: UInt64, within length: UInt64) -> Int64 {
        unsafe zip_source_seek_compute_offset(position, length, data.baseAddress, UInt64(data.count), &error)
    }

    /// The answer to which commands are supported.
    static func supporting(_ commands: [zip_source_cmd_t]) -> Int64 {
        commands.reduce(0) { $0 | 1 << Int64($1.rawValue) }
    }

    private func tellError(_ data: UnsafeMutableRawBufferPointer) -> Int64 {
        unsafe data.baseAddress.map { unsafe zip_error_to_data(&error, $0, UInt64(data.count)) } ?? -1
    }

    private static func answer(
        _ source: UnsafeMutableRawPointer?,
        _ data: UnsafeMutableRawPointer?,
        _ length: UInt64,
        _ command: zip_source_cmd_t
    ) -> Int64 {
        guard let source = unsafe source else { return -1 }
        let kept = unsafe Unmanaged<LibzipSource>.fromOpaque(source)
        if command == ZIP_SOURCE_FREE {
            unsafe kept.release()
            return 0
        }
        // A length without data is how much is asked for where nothing is handed over.
        let buffer = unsafe UnsafeMutableRawBufferPointer(start: data, count: data == nil ? 0 : Int(length))
        return unsafe kept.takeUnretainedValue().answer(command, buffer)
    }
}
