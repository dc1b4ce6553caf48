import COpenSSL

/// What a passphrase and an entry's salt give: the cipher's key, the authentication key and the verifier.
struct EntryKeys: ~Copyable, Sendable {
    private let material = SecretBuffer(count: 2 * SealLayout.keySize + SealLayout.verifierSize)

    /// Stretches a passphrase with a salt, at the price of about a millisecond.
    @unsafe init(passphrase: Passphrase, salt: UnsafeMutableBufferPointer<UInt8>) throws(ArchiveError) {
        let password = passphrase.reveal()
        let done = unsafe PKCS5_PBKDF2_HMAC(
            password,
            Int32(password.utf8.count),
            salt.baseAddress,
            Int32(salt.count),
            SealLayout.rounds,
            EVP_sha1(),
            Int32(material.count),
            material.bytes.baseAddress
        )
        guard done == 1 else { throw .cryptography("derive keys") }
    }

    /// The key of AES-256.
    @unsafe var encryption: UnsafeMutableBufferPointer<UInt8> { unsafe material[0..<SealLayout.keySize] }

    /// The key of HMAC-SHA1.
    @unsafe var authentication: UnsafeMutableBufferPointer<UInt8> {
        unsafe material[SealLayout.keySize..<2 * SealLayout.keySize]
    }

    /// Two bytes by which a wrong passphrase shows at once.
    @unsafe var verifier: UnsafeMutableBufferPointer<UInt8> {
        unsafe material[2 * SealLayout.keySize..<material.count]
    }
}
