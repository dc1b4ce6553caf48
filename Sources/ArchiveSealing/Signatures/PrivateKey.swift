import COpenSSL

/// A private key.
///
/// Unchecked because of the pointer alone: it has this one owner, and OpenSSL only reads a key that signs or opens.
@safe struct PrivateKey: ~Copyable, @unchecked Sendable {
    private let key: OpaquePointer

    /// Takes a key that nobody else owns.
    @unsafe init(owning key: OpaquePointer) { unsafe self.key = unsafe key }

    /// Reads a key in PEM; one under a passphrase is refused, because nobody is there to type it.
    init(parsing bytes: [UInt8]) throws(ArchiveError) {
        let stream = try MemoryStream.holding(bytes)
        guard let key = unsafe PEM_read_bio_PrivateKey(stream.handle, nil, { _, _, _, _ in -1 }, nil) else {
            ERR_clear_error()
            throw ArchiveError(
                .unusableKey,
                "the key is no private key in PEM, or it is locked by a passphrase",
                hint: "`openssl pkey -in KEY` writes it without one"
            )
        }
        unsafe self.key = unsafe key
    }

    /// OpenSSL's own key, which must not outlive this one.
    @unsafe var handle: OpaquePointer { unsafe key }

    /// The key in PEM (PKCS #8).
    func pem() throws(ArchiveError) -> [UInt8] {
        let stream = try MemoryStream()
        guard unsafe PEM_write_bio_PKCS8PrivateKey(stream.handle, key, nil, nil, 0, nil, nil) == 1 else {
            throw .cryptography("write a key")
        }
        return stream.bytes
    }

    deinit { unsafe EVP_PKEY_free(key) }
}

/// Whether a public key is strong enough for years: an elliptic curve of 256 bits, or RSA of 2048.
@unsafe func isStrong(_ key: OpaquePointer) -> Bool {
    switch unsafe EVP_PKEY_get_base_id(key) {
    case EVP_PKEY_EC: unsafe EVP_PKEY_get_bits(key) >= 256
    case EVP_PKEY_RSA: unsafe EVP_PKEY_get_bits(key) >= 2048
    default: false
    }
}
