import COpenSSL

/// HMAC-SHA1 over an entry's ciphertext, of which the format keeps the first ten bytes.
///
/// Unchecked because of the pointer alone, which has this one owner.
@safe struct AuthenticationCode: ~Copyable, @unchecked Sendable {
    private let context: OpaquePointer

    /// Starts a code.
    init(keys: borrowing EntryKeys) throws(ArchiveError) {
        let algorithm = unsafe EVP_MAC_fetch(nil, "HMAC", nil)
        defer { unsafe EVP_MAC_free(algorithm) }
        guard let context = unsafe EVP_MAC_CTX_new(algorithm) else { throw .cryptography("make an HMAC") }
        guard unsafe hmac_sha1_init(context, keys.authentication.baseAddress, SealLayout.keySize) == 1 else {
            unsafe EVP_MAC_CTX_free(context)
            throw .cryptography("set up HMAC-SHA1")
        }
        unsafe self.context = unsafe context
    }

    /// Takes the next bytes of ciphertext.
    @unsafe mutating func update(_ bytes: UnsafeMutableBufferPointer<UInt8>) throws(ArchiveError) {
        guard unsafe EVP_MAC_update(context, bytes.baseAddress, bytes.count) == 1 else {
            throw .cryptography("compute an HMAC")
        }
    }

    /// The ten bytes of the code.
    consuming func finish() throws(ArchiveError) -> SecretBuffer {
        let full = SecretBuffer(count: 20)
        var length = 0
        guard unsafe EVP_MAC_final(context, full.bytes.baseAddress, &length, full.count) == 1, length == full.count
        else { throw .cryptography("finish an HMAC") }
        let code = SecretBuffer(count: SealLayout.codeSize)
        _ = unsafe code.bytes.update(fromContentsOf: full[0..<SealLayout.codeSize])
        return code
    }

    deinit { unsafe EVP_MAC_CTX_free(context) }
}
