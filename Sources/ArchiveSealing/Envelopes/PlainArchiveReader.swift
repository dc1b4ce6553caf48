/// An ordinary ZIP file being read, as it lies in an envelope.
public struct PlainArchiveReader: ~Copyable, Sendable {
    /// The names of the entries, in the order of the directory; safe as paths only if ``EntryName/isSafe(_:)`` says so.
    public let names: [String]
    private let zip: ZipReader
    private let directory: [ZipReader.Facts]

    /// Opens a file.
    public init(opening path: String) throws(ArchiveError) {
        let zip = try ZipReader(opening: path)
        directory = try zip.directory()
        names = directory.map(\.name)
        self.zip = zip
    }

    /// Hands out the content of an entry piece by piece, never more of it than the directory says.
    public func read(at index: Int, _ piece: (Span<UInt8>) throws -> Void) throws {
        guard directory.indices.contains(index) else {
            throw ArchiveError(.noSuchEntry, "the archive has no such entry")
        }
        var content = try zip.content(index)
        let step = SecretBuffer(count: SealLayout.stepSize)
        var remaining = directory[index].size
        while remaining > 0 {
            let part = unsafe step[0..<Int(min(remaining, UInt64(step.count)))]
            try unsafe content.read(into: part)
            remaining -= UInt64(part.count)
            try unsafe piece(UnsafeBufferPointer(part).span)
        }
        try content.expectEnd()
    }
}
