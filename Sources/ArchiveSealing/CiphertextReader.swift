import COpenSSL

/// The bytes of a sealed entry, wherever they stand.
protocol SealedBytes: ~Copyable {
    /// Fills the memory, or fails where the bytes end before.
    @unsafe mutating func read(into bytes: UnsafeMutableBufferPointer<UInt8>) throws(ArchiveError)
}

/// One entry's ciphertext, step by step, with its authentication code checked at the end.
struct CiphertextReader<Bytes: SealedBytes & ~Copyable>: ~Copyable {
    private var bytes: Bytes
    private var code: AuthenticationCode?
    private var cipher: CounterCipher
    private var remaining: UInt64

    /// Starts behind the header of an entry, whose ciphertext has the given length.
    init(_ bytes: consuming Bytes, length: UInt64, keys: borrowing EntryKeys) throws(ArchiveError) {
        self.bytes = bytes
        remaining = length
        code = try AuthenticationCode(keys: keys)
        cipher = try CounterCipher(keys: keys)
    }

    /// Reads all that is left and checks its code, without decrypting anything.
    mutating func authenticate() throws(ArchiveError) {
        let step = SecretBuffer(count: SealLayout.stepSize)
        while try fetch(into: step) > 0 {}
    }

    /// Decrypts the next step and returns its length; nothing is left, and the code was right, when that is 0.
    mutating func decrypt(into step: borrowing SecretBuffer) throws(ArchiveError) -> Int {
        let count = try fetch(into: step)
        try unsafe cipher.apply(to: step[0..<count])
        return count
    }

    private mutating func fetch(into step: borrowing SecretBuffer) throws(ArchiveError) -> Int {
        let count = Int(min(remaining, UInt64(step.count)))
        guard count > 0 else {
            try checkCode()
            return 0
        }
        let part = unsafe step[0..<count]
        try unsafe bytes.read(into: part)
        try unsafe code?.update(part)
        remaining -= UInt64(count)
        return count
    }

    private mutating func checkCode() throws(ArchiveError) {
        guard let code = code.take() else { return }
        let expected = SecretBuffer(count: SealLayout.codeSize)
        try unsafe bytes.read(into: expected.bytes)
        let computed = try code.finish()
        let isEqual = unsafe CRYPTO_memcmp(expected.bytes.baseAddress, computed.bytes.baseAddress, computed.count) == 0
        guard isEqual else {
            throw ArchiveError(.damaged, "an entry is not as it was sealed: its authentication code is wrong")
        }
    }
}
