import CISAL

/// An ordinary ZIP file, compressed and handed out front to back as its bytes come.
///
/// What an entry came to stands behind it, because its head is gone before anybody knows. The bytes depend on what was
/// written, and in which pieces, and on nothing else.
public struct StreamedZip: ~Copyable {
    /// What takes the next bytes of the file.
    public typealias Output = (Span<UInt8>) throws -> Void

    /// The longest entry: beyond it the format has other fields, which not every reader of such files knows.
    public static let longestEntry = UInt64(UInt32.max) - 1

    private let output: Output
    private var deflater = Deflater()
    private let step = SecretBuffer(count: SealLayout.stepSize)
    private var directory: [UInt8] = []
    private var count: UInt64 = 0
    private var offset: UInt64 = 0
    private var name: String?
    private var start: UInt64 = 0
    private var bodyStart: UInt64 = 0
    private var size: UInt64 = 0
    private var checksum: UInt32 = 0

    /// Begins a file.
    public init(to output: @escaping Output) { self.output = output }

    /// Begins an entry, whose bytes follow; the one before ends.
    public mutating func begin(_ name: String) throws {
        try end()
        deflater.restart()
        (start, size, checksum) = (offset, 0, 0)
        self.name = name
        try put(PlainZipRecords.header(entry(name)).span)
        bodyStart = offset
    }

    /// Takes the next bytes of the entry.
    public mutating func write(_ bytes: Span<UInt8>) throws {
        size += UInt64(bytes.count)
        guard size <= Self.longestEntry else { throw ArchiveError(.tooLarge, "an entry of 4 GiB cannot be streamed") }
        try unsafe bytes.withUnsafeBufferPointer { input in
            checksum = unsafe crc32_gzip_refl(checksum, input.baseAddress, UInt64(input.count))
            unsafe deflater.feed(input, isLast: false)
            try compress()
        }
    }

    /// Ends the last entry and writes the directory.
    public consuming func finish() throws {
        try end()
        let (bytes, start) = (directory, offset)
        try put(bytes.span)
        try put(PlainZipRecords.end(count: count, size: UInt64(bytes.count), at: start).span)
    }

    private mutating func end() throws {
        guard let name else { return }
        unsafe deflater.feed(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
        try compress()
        let entry = entry(name)
        guard entry.storedSize <= Self.longestEntry else {
            throw ArchiveError(.tooLarge, "an entry of 4 GiB cannot be streamed")
        }
        directory += PlainZipRecords.directoryEntry(entry, at: start)
        count += 1
        self.name = nil
        try put(PlainZipRecords.descriptor(entry).span)
    }

    /// What is known of the entry by now.
    private func entry(_ name: String) -> PlainEntry {
        PlainEntry(
            name: name,
            isStored: false,
            checksum: checksum,
            storedSize: offset > bodyStart ? offset - bodyStart : 0,
            size: size,
            isStreamed: true
        )
    }

    private mutating func compress() throws {
        while true {
            let made = try unsafe deflater.produce(into: step.bytes)
            try unsafe put(UnsafeBufferPointer(step[0..<made]).span)
            guard made == step.count else { return }
        }
    }

    private mutating func put(_ bytes: Span<UInt8>) throws {
        offset += UInt64(bytes.count)
        try output(bytes)
    }
}
