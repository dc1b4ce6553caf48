import CISAL

extension ArchiveReader {
    /// What an ordinary ZIP file says of an entry, which is read whole for it and found authentic.
    func plainEntry(_ index: Int) throws(ArchiveError) -> PlainEntry {
        let keys = try keys(of: index)
        var first = try ciphertext(of: index, keys)
        try first.authenticate()
        var opener = try opener(of: index, keys)
        var checksum: UInt32 = 0
        while case let count = try opener.advance(), count > 0 {
            opener.withPlaintext(count) { bytes in
                unsafe bytes.withUnsafeBufferPointer { buffer in
                    checksum = unsafe crc32_gzip_refl(checksum, buffer.baseAddress, UInt64(buffer.count))
                }
            }
        }
        let facts = directory[index]
        return PlainEntry(
            name: facts.name,
            isStored: facts.isStored,
            checksum: checksum,
            storedSize: facts.storedSize - UInt64(SealLayout.overhead),
            size: facts.size
        )
    }

    /// Hands out an entry's bytes as they were compressed, piece by piece.
    func readCompressed(_ index: Int, _ piece: (Span<UInt8>) throws(ArchiveError) -> Void) throws(ArchiveError) {
        var ciphertext = try ciphertext(of: index, try keys(of: index))
        let step = SecretBuffer(count: SealLayout.stepSize)
        while case let count = try ciphertext.decrypt(into: step), count > 0 {
            try unsafe piece(UnsafeBufferPointer(step[0..<count]).span)
        }
    }
}
