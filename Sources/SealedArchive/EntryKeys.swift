import CNettle

/// What a passphrase and an entry's salt give: the cipher's key, the authentication key and the verifier.
struct EntryKeys: ~Copyable, Sendable {
    private let material = SecretBuffer(count: 2 * SealLayout.keySize + SealLayout.verifierSize)

    /// Stretches a passphrase with a salt, at the price of a third of a millisecond.
    ///
    /// By nettle, because libcrypto takes twice as long, and small answers are made of little else.
    @unsafe init(passphrase: Passphrase, salt: UnsafeMutableBufferPointer<UInt8>) {
        var password = passphrase.reveal()
        password.withUTF8 { bytes in
            unsafe nettle_pbkdf2_hmac_sha1(
                bytes.count,
                bytes.baseAddress,
                SealLayout.rounds,
                salt.count,
                salt.baseAddress,
                material.count,
                material.bytes.baseAddress
            )
        }
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
