import COpenSSL

/// Bytes outside the reach of copies, overwritten before their memory is given back.
///
/// Unchecked because of the pointer alone: it has this one owner, which cannot be copied, so only one thread at a
/// time can reach what it points to.
@safe struct SecretBuffer: ~Copyable, @unchecked Sendable {
    private let storage: UnsafeMutableBufferPointer<UInt8>

    /// Makes a buffer of zeros.
    init(count: Int) {
        unsafe storage = UnsafeMutableBufferPointer.allocate(capacity: count)
        unsafe storage.initialize(repeating: 0)
    }

    /// How many bytes it has.
    var count: Int { unsafe storage.count }

    /// The memory itself, which must not outlive the buffer.
    @unsafe var bytes: UnsafeMutableBufferPointer<UInt8> { unsafe storage }

    /// A part of the memory, which must not outlive the buffer.
    @unsafe subscript(range: Range<Int>) -> UnsafeMutableBufferPointer<UInt8> {
        unsafe UnsafeMutableBufferPointer(rebasing: storage[range])
    }

    deinit {
        unsafe OPENSSL_cleanse(storage.baseAddress, storage.count)
        unsafe storage.deallocate()
    }
}
