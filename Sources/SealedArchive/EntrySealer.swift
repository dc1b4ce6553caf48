import COpenSSL

/// One entry being compressed and sealed into a spool file as its bytes come.
///
/// Only ciphertext reaches the disk. Dropped without ``finish(durably:)``, it removes its file.
public struct EntrySealer: ~Copyable, Sendable {
    private let spoolName: String
    private var file: SpoolFile
    private var deflater: Deflater
    private var digest: ContentDigest
    private var cipher: CounterCipher
    private var code: AuthenticationCode
    private let step: SecretBuffer
    private var filled = 0
    private var sealedSize = UInt64(SealLayout.overhead)
    private var failure: ArchiveError?

    /// How many bytes of plaintext have been written.
    public private(set) var size: UInt64 = 0

    /// Starts an entry under a name of its own in the spool folder, with a salt of its own.
    public init(creating spoolName: String, in folder: String, passphrase: Passphrase) throws(ArchiveError) {
        guard EntryName.isPlain(spoolName) else {
            throw ArchiveError(.invalidName, "a spool file needs a plain name of letters, digits, dots and hyphens")
        }
        let header = SecretBuffer(count: SealLayout.headerSize)
        let keys = try Self.drawKeys(passphrase, into: header)
        let digest = try ContentDigest()
        let cipher = try CounterCipher(keys: keys)
        let code = try AuthenticationCode(keys: keys)
        var file = try SpoolFile(creating: spoolName, in: folder)
        try unsafe file.write(header.bytes)
        self.spoolName = spoolName
        self.file = file
        self.digest = digest
        self.cipher = cipher
        self.code = code
        deflater = Deflater()
        step = SecretBuffer(count: SealLayout.stepSize)
    }

    /// Takes the next bytes of plaintext.
    public mutating func write(_ bytes: Span<UInt8>) throws(ArchiveError) {
        try unsafe bytes.withUnsafeBufferPointer { (input) throws(ArchiveError) in
            var start = 0
            while start < input.count {
                let end = min(start + Deflater.longestInput, input.count)
                try unsafe take(UnsafeBufferPointer(rebasing: input[start..<end]), isLast: false)
                start = end
            }
        }
    }

    /// Takes the next bytes of plaintext.
    public mutating func write(_ bytes: [UInt8]) throws(ArchiveError) {
        try write(bytes.span)
    }

    /// Takes the next bytes of plaintext.
    public mutating func write(_ bytes: ArraySlice<UInt8>) throws(ArchiveError) {
        try write(bytes.span)
    }

    /// Seals what is left and keeps the file; durably means that it outlives a power failure.
    public consuming func finish(durably: Bool) throws(ArchiveError) -> SealedEntry {
        try unsafe take(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
        try sealStep()
        let tail = try code.finish()
        try unsafe file.write(tail.bytes)
        try file.keep(durably: durably)
        return SealedEntry(spoolName: spoolName, size: size, sealedSize: sealedSize, sha256: try digest.finish())
    }

    private static func drawKeys(
        _ passphrase: Passphrase,
        into header: borrowing SecretBuffer
    ) throws(ArchiveError) -> EntryKeys {
        let salt = unsafe header[0..<SealLayout.saltSize]
        guard unsafe RAND_bytes(salt.baseAddress, Int32(salt.count)) == 1 else { throw .cryptography("draw a salt") }
        let keys = unsafe EntryKeys(passphrase: passphrase, salt: salt)
        _ = unsafe header[SealLayout.saltSize..<SealLayout.headerSize].update(fromContentsOf: keys.verifier)
        return keys
    }

    /// Once something failed the file lacks bytes, and so every later step fails in the same way.
    private mutating func take(_ input: UnsafeBufferPointer<UInt8>, isLast: Bool) throws(ArchiveError) {
        if let failure { throw failure }
        do throws(ArchiveError) {
            try unsafe digest.update(input)
            size += UInt64(input.count)
            unsafe deflater.feed(input, isLast: isLast)
            try compress()
        } catch {
            failure = error
            throw error
        }
    }

    private mutating func compress() throws(ArchiveError) {
        while true {
            filled += try unsafe deflater.produce(into: step[filled..<step.count])
            guard filled == step.count else { return }
            try sealStep()
        }
    }

    private mutating func sealStep() throws(ArchiveError) {
        let bytes = unsafe step[0..<filled]
        try unsafe cipher.apply(to: bytes)
        try unsafe code.update(bytes)
        try unsafe file.write(bytes)
        sealedSize += UInt64(filled)
        filled = 0
    }
}
