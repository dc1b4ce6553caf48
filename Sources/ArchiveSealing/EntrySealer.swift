import Cryptography
import Groundwork
import COpenSSL

/// One entry being compressed and sealed into a spool file as its bytes come.
///
/// Only ciphertext reaches the disk. A short entry goes into the pack, if there is one, when it is finished; what is
/// longer has a file of its own, which is removed when the entry is dropped without ``finish(durably:)``.
public struct EntrySealer: ~Copyable, Sendable {
    private let spoolName: String
    private let folder: String
    private let pack: SpoolPack?
    private let header: SecretBuffer
    private var file: SpoolFile?
    private var deflater: Deflater
    private var storing = StoringRule()
    private let padding: EntryPadding
    private var digest: RunningSHA256
    private var cipher: CounterCipher
    private var code: AuthenticationCode
    private let step: SecretBuffer
    private var filled = 0
    private var sealedSize = UInt64(SealLayout.overhead)
    private var failure: ArchiveError?

    /// How many bytes of plaintext have been written.
    public private(set) var size: UInt64 = 0

    /// Starts an entry with keys of its own, under a name of its own in the spool folder.
    public init(
        creating spoolName: String,
        in folder: String,
        keys ring: KeyRing,
        padding: EntryPadding = .none,
        pack: SpoolPack? = nil
    ) throws(ArchiveError) {
        guard EntryName.isPlain(spoolName) else {
            throw ArchiveError(.invalidName, "a spool file needs a plain name of letters, digits, dots and hyphens")
        }
        let header = SecretBuffer(count: SealLayout.headerSize)
        let keys = try Self.drawKeys(ring, into: header)
        let digest = RunningSHA256()
        let cipher = try CounterCipher(keys: keys)
        let code = try AuthenticationCode(keys: keys)
        file = pack == nil ? try Self.file(spoolName, in: folder, beginningWith: header) : nil
        self.spoolName = spoolName
        self.folder = folder
        self.pack = pack
        self.header = header
        self.padding = padding
        self.digest = digest
        self.cipher = cipher
        self.code = code
        deflater = Deflater()
        step = SecretBuffer(count: 2 * SealLayout.stepSize)
    }

    /// Takes the next bytes of plaintext.
    public mutating func write(_ bytes: Span<UInt8>) throws(ArchiveError) {
        try unsafe bytes.withUnsafeBufferPointer { (input) throws(ArchiveError) in
            var start = 0
            while start < input.count {
                let end = min(start + storing.longestPiece, input.count)
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
        try pad()
        try unsafe take(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
        let rest = try unsafe sealed()
        let tail = try code.finish()
        let sha256 = digest.finish().hexadecimal
        if let pack, file == nil {
            let (name, offset) = try unsafe pack.append([header.bytes, rest, tail.bytes], durably: durably)
            return SealedEntry(spoolName: name, spoolOffset: offset, size: size, sealedSize: sealedSize, sha256: sha256)
        }
        try unsafe file?.write(rest)
        try unsafe file?.write(tail.bytes)
        try file?.keep(durably: durably)
        return SealedEntry(spoolName: spoolName, size: size, sealedSize: sealedSize, sha256: sha256)
    }

    private static func file(
        _ name: String,
        in folder: String,
        beginningWith header: borrowing SecretBuffer
    ) throws(ArchiveError) -> SpoolFile {
        var file = try SpoolFile(creating: name, in: folder)
        try unsafe file.write(header.bytes)
        return file
    }

    /// Adds blocks that hold nothing, so that the entry has one of few sizes when its last block has come.
    private mutating func pad() throws(ArchiveError) {
        guard case .buckets = padding, failure == nil else { return }
        do throws(ArchiveError) {
            _ = try flush()
            var left = padding.gap(after: sealedSize + UInt64(filled + Self.lastBlock))
            while left > 0 {
                // A part that leaves nothing, or enough to be made of fives and sixes.
                let part = left > 2 * Self.paddingStep ? Self.paddingStep : left
                try unsafe EntryPadding.emptyBlocks(part).withUnsafeBufferPointer { (blocks) throws(ArchiveError) in
                    try unsafe append(blocks)
                }
                left -= part
            }
        } catch {
            failure = error
            throw error
        }
    }

    /// What ends a stream that has been flushed.
    private static let lastBlock = 2
    private static let paddingStep = 30_000

    private static func drawKeys(
        _ ring: KeyRing,
        into header: borrowing SecretBuffer
    ) throws(ArchiveError) -> EntryKeys {
        let (salt, keys) = try ring.draw()
        _ = unsafe header[0..<SealLayout.saltSize].update(fromContentsOf: salt)
        _ = unsafe header[SealLayout.saltSize..<SealLayout.headerSize].update(fromContentsOf: keys.verifier)
        return keys
    }

    /// Once something failed the file lacks bytes, and so every later step fails in the same way.
    private mutating func take(_ input: UnsafeBufferPointer<UInt8>, isLast: Bool) throws(ArchiveError) {
        if let failure { throw failure }
        do throws(ArchiveError) {
            unsafe digest.update(input)
            size += UInt64(input.count)
            if !isLast, storing.storesNext(input.count) {
                try unsafe store(input)
            } else {
                try unsafe deflate(input, isLast: isLast)
            }
        } catch {
            failure = error
            throw error
        }
    }

    private mutating func deflate(_ input: UnsafeBufferPointer<UInt8>, isLast: Bool) throws(ArchiveError) {
        let before = sealedSize + UInt64(filled)
        unsafe deflater.feed(input, isLast: isLast)
        try compress()
        guard !isLast else { return }
        var made = Int(sealedSize + UInt64(filled) - before)
        if storing.wantsFlush(after: input.count) { made += try flush() }
        if storing.mustFlush(after: input.count, made: made) { _ = try flush() }
    }

    private mutating func flush() throws(ArchiveError) -> Int {
        let before = sealedSize + UInt64(filled)
        deflater.flush()
        try compress()
        return Int(sealedSize + UInt64(filled) - before)
    }

    /// Puts bytes into blocks of DEFLATE that are not compressed (RFC 1951, 3.2.4).
    private mutating func store(_ input: UnsafeBufferPointer<UInt8>) throws(ArchiveError) {
        var start = 0
        while start < input.count {
            let end = min(start + StoringRule.longestBlock, input.count)
            try unsafe StoringRule.header(of: end - start).withUnsafeBufferPointer { (header) throws(ArchiveError) in
                try unsafe append(header)
            }
            try unsafe append(UnsafeBufferPointer(rebasing: input[start..<end]))
            start = end
        }
    }

    /// The cipher takes whole steps: only the last one may be shorter.
    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) throws(ArchiveError) {
        var start = 0
        while start < bytes.count {
            let count = min(bytes.count - start, step.count - filled)
            let part = unsafe UnsafeBufferPointer(rebasing: bytes[start..<start + count])
            _ = unsafe step[filled..<filled + count].update(fromContentsOf: part)
            filled += count
            start += count
            if filled == step.count { try sealStep() }
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
        if file == nil { file = try Self.file(spoolName, in: folder, beginningWith: header) }
        let bytes = try unsafe sealed()
        try unsafe file?.write(bytes)
    }

    /// Seals what the step holds, and begins another one.
    @unsafe private mutating func sealed() throws(ArchiveError) -> UnsafeMutableBufferPointer<UInt8> {
        let bytes = unsafe step[0..<filled]
        try unsafe cipher.apply(to: bytes)
        try unsafe code.update(bytes)
        sealedSize += UInt64(filled)
        filled = 0
        return unsafe bytes
    }
}
