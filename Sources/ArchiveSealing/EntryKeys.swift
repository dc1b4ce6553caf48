import CKeyStretching

/// What a passphrase and an entry's salt give: the cipher's key, the authentication key and the verifier.
final class EntryKeys: Sendable {
    /// How many are made in the time of one.
    static let batch = Int(STRETCH_KEYS)

    private let material: SecretBuffer

    /// Takes them out of what was stretched.
    @unsafe private init(_ stretched: UnsafeMutableBufferPointer<UInt8>) {
        material = SecretBuffer(count: 2 * SealLayout.keySize + SealLayout.verifierSize)
        _ = unsafe material.bytes.update(fromContentsOf: stretched[..<material.count])
    }

    /// Stretches a passphrase with up to ``batch`` salts, at the price of a fifth of a millisecond for all of them.
    static func stretch(_ passphrase: Passphrase, _ salts: [[UInt8]]) -> [EntryKeys] {
        precondition(salts.count <= batch && salts.allSatisfy { $0.count == SealLayout.saltSize }, "no salts")
        let all = salts.joined() + [UInt8](repeating: 0, count: (batch - salts.count) * SealLayout.saltSize)
        let size = Int(STRETCH_OUTPUT)
        let keys = SecretBuffer(count: batch * size)
        var password = passphrase.reveal()
        password.withUTF8 { password in
            precondition(password.count <= STRETCH_PASSWORD, "HMAC would hash a longer one first")
            let output = unsafe keys.bytes.baseAddress
            unsafe stretch_keys(password.baseAddress, password.count, Array(all), SealLayout.rounds, output)
        }
        return salts.indices.map { unsafe EntryKeys(keys[$0 * size..<($0 + 1) * size]) }
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
