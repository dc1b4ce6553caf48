/// Why an archive or an entry could not be made, opened or trusted.
public struct ArchiveError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What sort of failure it is.
    public enum Code: String, Sendable, Codable {
        /// A file could not be created.
        case cannotCreate
        /// Bytes could not be written.
        case cannotWrite
        /// There is no room left for the bytes.
        case diskFull
        /// What was written could not be brought to the disk or under its name.
        case cannotClose
        /// A file is missing or may not be read.
        case cannotOpen
        /// Bytes could not be read from the disk.
        case cannotRead
        /// An entry's name could lead out of a folder, tell something, or stands twice.
        case invalidName
        /// The passphrase does not belong to this archive.
        case wrongPassphrase
        /// The bytes are not those that were sealed.
        case damaged
        /// The entry is not sealed with AES-256.
        case notEncrypted
        /// The archive has no entry of that name.
        case noSuchEntry
        /// The entry holds more bytes than the reader allows.
        case tooLarge
        /// A key or a certificate cannot be used for what it is there for.
        case unusableKey
        /// The signature does not belong to the content, or not to the certificate that is trusted.
        case badSignature
        /// The timestamp authority gave no answer, or one that cannot be trusted.
        case noTimestamp
        /// The cryptographic library refused its work.
        case cryptographyFailed
    }

    /// What sort of failure it is.
    public let code: Code
    /// What happened, in one sentence without a full stop and without personal data.
    public let message: String
    /// What can be done, or nothing.
    public let hint: String?

    /// Makes an error.
    public init(_ code: Code, _ message: String, hint: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
    }

    /// The sentence, and the hint where there is one.
    public var description: String { hint.map { "\(message)\nhint: \($0)" } ?? message }
}
