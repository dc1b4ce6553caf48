/// The sizes of WinZip's AE-2 with AES-256: salt, verifier, ciphertext, authentication code.
enum SealLayout {
    static let saltSize = 16
    static let verifierSize = 2
    static let headerSize = saltSize + verifierSize
    static let codeSize = 10
    static let overhead = headerSize + codeSize
    static let keySize = 32
    /// The format's own number; it is why passphrases are long.
    static let rounds: UInt32 = 1000
    /// How much is compressed, sealed or read in one step; a multiple of the cipher's 16 bytes.
    static let stepSize = 64 * 1024
}
