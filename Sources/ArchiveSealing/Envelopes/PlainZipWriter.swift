/// An ordinary ZIP file, written front to back into an envelope, of entries that are compressed already.
///
/// libzip goes back in its output, which a stream cannot; what it writes is repeated here, Zip64 included.
struct PlainZipWriter: ~Copyable {
    private var envelope: EnvelopeWriter
    private var offset: UInt64 = 0
    private var count: UInt64 = 0
    private var directory: [UInt8] = []

    /// Begins a file.
    init(into envelope: consuming EnvelopeWriter) { self.envelope = envelope }

    /// Begins an entry, whose bytes follow.
    mutating func begin(_ entry: PlainEntry) throws(ArchiveError) {
        directory += PlainZipRecords.directoryEntry(entry, at: offset)
        count += 1
        try write(PlainZipRecords.header(entry).span)
    }

    /// Takes the next bytes of the entry, as it is stored.
    mutating func write(_ bytes: Span<UInt8>) throws(ArchiveError) {
        offset += UInt64(bytes.count)
        try unsafe bytes.withUnsafeBufferPointer { (buffer) throws(ArchiveError) in try unsafe envelope.write(buffer) }
    }

    /// Writes the directory, and the end of the envelope.
    consuming func finish() throws(ArchiveError) {
        let start = offset
        let end = PlainZipRecords.end(count: count, size: UInt64(directory.count), at: start)
        for piece in [directory, end] {
            // OpenSSL counts in 32 bits.
            for first in stride(from: 0, to: piece.count, by: SealLayout.stepSize) {
                try write(piece[first..<min(first + SealLayout.stepSize, piece.count)].span)
            }
        }
        try envelope.finish()
    }
}
