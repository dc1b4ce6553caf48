import COpenSSL

/// Bytes in memory that OpenSSL reads or writes; they are overwritten when they are given back.
@safe struct MemoryStream: ~Copyable {
    private let stream: OpaquePointer

    /// Makes an empty stream.
    init() throws(ArchiveError) {
        guard let stream = unsafe BIO_new(BIO_s_mem()) else { throw .cryptography("make a stream") }
        unsafe self.stream = unsafe stream
    }

    /// Makes a stream that holds bytes.
    static func holding(_ bytes: [UInt8]) throws(ArchiveError) -> MemoryStream {
        let stream = try MemoryStream()
        guard bytes.count < Int32.max,
            bytes.isEmpty || (unsafe BIO_write(stream.handle, bytes, Int32(bytes.count))) == bytes.count
        else { throw .cryptography("take so many bytes") }
        return stream
    }

    /// OpenSSL's own stream, which must not outlive this one.
    @unsafe var handle: OpaquePointer { unsafe stream }

    /// What has been written and not yet read.
    var bytes: [UInt8] {
        var start: UnsafeMutableRawPointer?
        let count = unsafe BIO_ctrl(stream, BIO_CTRL_INFO, 0, &start)
        return unsafe Array(UnsafeRawBufferPointer(start: start, count: max(0, count)))
    }

    /// What has been written, as text.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    deinit { unsafe BIO_free(stream) }
}
