/// One entry, compressed and sealed, as it lies in the spool.
public struct SealedEntry: Sendable, Codable, Hashable {
    /// The file's name within the spool folder.
    public var spoolName: String
    /// Where it begins in a file that it shares with other short ones; nil where it has a file of its own.
    public var spoolOffset: UInt64?
    /// Bytes of the plaintext.
    public var size: UInt64
    /// Bytes of the sealed data: salt, verifier, ciphertext and authentication code.
    public var sealedSize: UInt64
    /// SHA-256 of the plaintext, lower-case hexadecimal.
    public var sha256: String

    /// Makes the facts of an entry.
    public init(
        spoolName: String,
        spoolOffset: UInt64? = nil,
        size: UInt64,
        sealedSize: UInt64,
        sha256: String
    ) {
        self.spoolName = spoolName
        self.spoolOffset = spoolOffset
        self.size = size
        self.sealedSize = sealedSize
        self.sha256 = sha256
    }
}
