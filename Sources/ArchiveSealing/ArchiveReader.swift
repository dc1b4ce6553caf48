import Cryptography
import Groundwork

/// An archive being read: opened again after writing, or by the one who received it.
public struct ArchiveReader: ~Copyable, Sendable {
    /// An entry as the archive's directory, which is not authenticated, describes it.
    public struct Entry: Sendable, Hashable {
        /// Its name, which is safe as a path only if ``EntryName/isSafe(_:)`` says so.
        public let name: String
        /// How many bytes of plaintext it is said to have.
        public let size: UInt64
        /// How many bytes it takes in the archive.
        public let sealedSize: UInt64
        /// Whether it is sealed with AES-256.
        public let isSealed: Bool
    }

    /// The entries, in the order of the directory.
    public let entries: [Entry]
    private let zip: ZipReader
    let directory: [ZipReader.Facts]
    private let ring: KeyRing

    /// Opens an archive; whether the passphrase is right shows when an entry is read.
    public init(opening path: String, passphrase: Passphrase) throws(ArchiveError) {
        try self.init(opening: path, keys: KeyRing(passphrase))
    }

    /// Opens an archive with keys that may be known from sealing it.
    init(opening path: String, keys ring: KeyRing) throws(ArchiveError) {
        let zip = try ZipReader(opening: path)
        directory = try zip.directory()
        entries = directory.map {
            Entry(name: $0.name, size: $0.size, sealedSize: $0.storedSize, isSealed: $0.isSealed)
        }
        self.zip = zip
        self.ring = ring
    }

    /// Hands out an entry's plaintext piece by piece, after its authentication code has been found right.
    ///
    /// An entry that says it is larger than the limit is refused before anything is expanded.
    public mutating func read(
        _ name: String,
        limit: UInt64 = .max,
        _ piece: (Span<UInt8>) throws -> Void
    ) throws {
        guard let index = entries.firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) else {
            throw ArchiveError(.noSuchEntry, "the archive has no such entry")
        }
        try read(at: index, limit: limit, piece)
    }

    /// Hands out the plaintext of the entry at an index piece by piece, after its authentication code has been found
    /// right.
    public mutating func read(
        at index: Int,
        limit: UInt64 = .max,
        _ piece: (Span<UInt8>) throws -> Void
    ) throws {
        guard entries.indices.contains(index) else {
            throw ArchiveError(.noSuchEntry, "the archive has no such entry")
        }
        guard entries[index].size <= limit else {
            throw ArchiveError(.tooLarge, "an entry is larger than the limit of \(limit) bytes")
        }
        let keys = try keys(of: index)
        var first = try ciphertext(of: index, keys)
        try first.authenticate()
        var opener = try opener(of: index, keys)
        while case let count = try opener.advance(), count > 0 { try opener.withPlaintext(count, piece) }
    }

    /// Checks that the archive holds just these entries, in this order, each authentic, of this size and this SHA-256.
    public mutating func checkAll(against expected: [(name: String, entry: SealedEntry)]) throws(ArchiveError) {
        try checkCount(expected.count)
        for index in expected.indices { try check(index, against: expected[index]) }
    }

    /// Checks that the archive holds so many entries.
    func checkCount(_ expected: Int) throws(ArchiveError) {
        guard entries.count == expected else {
            throw ArchiveError(.damaged, "the archive has \(entries.count) entries instead of \(expected)")
        }
    }

    /// Checks one entry: its name, its authenticity, its size and its SHA-256.
    mutating func check(_ index: Int, against item: (name: String, entry: SealedEntry)) throws(ArchiveError) {
        guard entries[index].name.utf8.elementsEqual(item.name.utf8) else {
            throw ArchiveError(.damaged, "entry \(index + 1) of the archive should be \(item.name)")
        }
        guard entries[index].size == item.entry.size, try digest(of: index) == item.entry.sha256 else {
            throw ArchiveError(.damaged, "\(item.name) in the archive is not what was put there")
        }
    }

    private func digest(of index: Int) throws(ArchiveError) -> String {
        var digest = RunningSHA256()
        var opener = try opener(of: index, try keys(of: index))
        while case let count = try opener.advance(), count > 0 {
            try opener.withPlaintext(count) { (bytes) throws(ArchiveError) in
                try unsafe bytes.withUnsafeBufferPointer { (buffer) throws(ArchiveError) in
                    unsafe digest.update(buffer)
                }
            }
        }
        return digest.finish().hexadecimal
    }

    func keys(of index: Int) throws(ArchiveError) -> EntryKeys {
        let facts = directory[index]
        guard facts.isSealed else { throw ArchiveError(.notEncrypted, "an entry is not sealed with AES-256") }
        guard facts.isStored || facts.isDeflated, facts.storedSize >= UInt64(SealLayout.overhead) else {
            throw ArchiveError(.damaged, "an entry is not sealed in a known form")
        }
        let header = SecretBuffer(count: SealLayout.headerSize)
        var bytes = try zip.rawBytes(index)
        try unsafe bytes.read(into: header.bytes)
        return try ring.keys(header: header)
    }

    func ciphertext(of index: Int, _ keys: borrowing EntryKeys) throws(ArchiveError) -> CiphertextReader<RawEntryBytes>
    {
        var bytes = try zip.rawBytes(index)
        let header = SecretBuffer(count: SealLayout.headerSize)
        try unsafe bytes.read(into: header.bytes)
        let length = directory[index].storedSize - UInt64(SealLayout.overhead)
        return try CiphertextReader(bytes, length: length, keys: keys)
    }

    func opener(of index: Int, _ keys: borrowing EntryKeys) throws(ArchiveError) -> EntryOpener<RawEntryBytes> {
        EntryOpener(
            try ciphertext(of: index, keys),
            size: directory[index].size,
            isStored: directory[index].isStored
        )
    }
}
