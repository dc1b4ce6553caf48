/// One entry's plaintext, step by step, never more of it than its directory says.
struct EntryOpener<Bytes: SealedBytes & ~Copyable>: ~Copyable {
    private let expectedSize: UInt64
    private var ciphertext: CiphertextReader<Bytes>
    private var inflater: Inflater?
    private let input = SecretBuffer(count: SealLayout.stepSize)
    private let output = SecretBuffer(count: SealLayout.stepSize)
    private var hasMoreInput = false
    private var produced: UInt64 = 0

    /// Starts before the first byte; a stored entry is one that was not compressed.
    init(_ ciphertext: consuming CiphertextReader<Bytes>, size: UInt64, isStored: Bool) {
        self.ciphertext = ciphertext
        expectedSize = size
        inflater = isStored ? nil : Inflater()
    }

    /// Makes the next plaintext and returns its length; at 0 the entry was whole and authentic.
    mutating func advance() throws(ArchiveError) -> Int {
        let count = inflater == nil ? try ciphertext.decrypt(into: output) : try inflate()
        produced += UInt64(count)
        guard count == 0 ? produced == expectedSize : produced <= expectedSize else {
            throw ArchiveError(.damaged, "an entry is not as long as the archive's directory says")
        }
        return count
    }

    /// The plaintext of the last step.
    func withPlaintext<Failure: Error>(
        _ count: Int,
        _ body: (Span<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        try unsafe body(UnsafeBufferPointer(output[0..<count]).span)
    }

    private mutating func inflate() throws(ArchiveError) -> Int {
        while true {
            if hasMoreInput {
                let count = try expand()
                if count > 0 { return count }
            }
            let fetched = try ciphertext.decrypt(into: input)
            if fetched == 0 {
                guard inflater?.isFinished == true else {
                    throw ArchiveError(.damaged, "an entry's compressed bytes end too early")
                }
                return 0
            }
            unsafe inflater?.feed(input[0..<fetched])
            hasMoreInput = true
        }
    }

    private mutating func expand() throws(ArchiveError) -> Int {
        let count = try unsafe inflater?.produce(into: output.bytes) ?? 0
        // Room left in the output means that ISA-L has taken all of its input.
        hasMoreInput = count == output.count
        return count
    }
}
