import COpenSSL

/// AES-256 in WinZip's counter mode.
///
/// WinZip counts from one in little-endian order, which libcrypto's counter mode does not: so blocks of counters
/// are encrypted by one call each and laid over the bytes. Encrypting and decrypting are the same.
///
/// Unchecked because of the pointer alone, which has this one owner.
@safe struct CounterCipher: ~Copyable, @unchecked Sendable {
    private static let blockSize = 16
    /// Counters, key stream and the bytes under them stay in the first cache.
    private static let stepSize = 8 * 1024

    private let context: OpaquePointer
    private let counters: SecretBuffer
    private let keyStream: SecretBuffer
    private var nextCounter: UInt64 = 1

    /// Makes a cipher that stands before the first byte of an entry.
    init(keys: borrowing EntryKeys) throws(ArchiveError) {
        guard let context = unsafe EVP_CIPHER_CTX_new() else { throw .cryptography("make a cipher") }
        guard unsafe EVP_EncryptInit_ex(context, EVP_aes_256_ecb(), nil, keys.encryption.baseAddress, nil) == 1,
            unsafe EVP_CIPHER_CTX_set_padding(context, 0) == 1
        else {
            unsafe EVP_CIPHER_CTX_free(context)
            throw .cryptography("set up AES-256")
        }
        unsafe self.context = unsafe context
        counters = SecretBuffer(count: Self.stepSize)
        keyStream = SecretBuffer(count: Self.stepSize)
    }

    /// Encrypts or decrypts the next bytes in place; only the last piece may be no multiple of 16 bytes long.
    @unsafe mutating func apply(to bytes: UnsafeMutableBufferPointer<UInt8>) throws(ArchiveError) {
        var start = 0
        while start < bytes.count {
            let end = min(start + keyStream.count, bytes.count)
            try unsafe applyOnce(to: UnsafeMutableBufferPointer(rebasing: bytes[start..<end]))
            start = end
        }
    }

    private mutating func applyOnce(to bytes: UnsafeMutableBufferPointer<UInt8>) throws(ArchiveError) {
        let blocks = (bytes.count + Self.blockSize - 1) / Self.blockSize
        fillCounters(blocks)
        var written: Int32 = 0
        let done = unsafe EVP_EncryptUpdate(
            context,
            keyStream.bytes.baseAddress,
            &written,
            counters.bytes.baseAddress,
            Int32(blocks * Self.blockSize)
        )
        guard done == 1, Int(written) == blocks * Self.blockSize else { throw .cryptography("encrypt") }
        unsafe layKeyStream(over: bytes)
    }

    private mutating func fillCounters(_ blocks: Int) {
        let memory = unsafe UnsafeMutableRawBufferPointer(counters.bytes)
        for block in 0..<blocks {
            // The upper half of the 128-bit counter stays zero for the first 2^68 bytes.
            unsafe memory.storeBytes(
                of: (nextCounter &+ UInt64(block)).littleEndian,
                toByteOffset: block &* Self.blockSize,
                as: UInt64.self
            )
        }
        nextCounter += UInt64(blocks)
    }

    private func layKeyStream(over bytes: UnsafeMutableBufferPointer<UInt8>) {
        let target = UnsafeMutableRawBufferPointer(bytes)
        let key = unsafe UnsafeRawBufferPointer(keyStream.bytes)
        let wide = target.count & ~7
        for offset in stride(from: 0, to: wide, by: 8) {
            let word = unsafe target.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            let mask = unsafe key.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            unsafe target.storeBytes(of: word ^ mask, toByteOffset: offset, as: UInt64.self)
        }
        for offset in wide..<target.count { unsafe target[offset] ^= unsafe key[offset] }
    }

    deinit { unsafe EVP_CIPHER_CTX_free(context) }
}
