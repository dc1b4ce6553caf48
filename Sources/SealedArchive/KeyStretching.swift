import CNettle

/// PBKDF2 with HMAC-SHA1 (RFC 8018, 5.2), which small answers are made of: twenty entries are 160,000 blocks of SHA-1.
///
/// The blocks are nettle's. Its own PBKDF2, which takes half of libcrypto's time, spends a fourth of it between them, on
/// copies and on buffers that messages of 20 bytes do not need.
enum KeyStretching {
    private static let digestSize = 20
    private static let blockSize = 64
    /// After the salt come four bytes of a number, one that ends the message, and eight of its length.
    private static let longestSalt = blockSize - 13
    private static let start: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]

    /// Fills the output with what a password and a salt give; both are short here, as passphrases are.
    @unsafe static func stretch(
        _ password: UnsafeBufferPointer<UInt8>,
        salt: UnsafeBufferPointer<UInt8>,
        rounds: UInt32,
        into output: UnsafeMutableBufferPointer<UInt8>
    ) {
        precondition(password.count <= blockSize && salt.count <= longestSalt && rounds > 0, "longer than a block")
        var hash = unsafe BlockHash(keyedBy: password)
        var number: UInt32 = 1
        for place in stride(from: 0, to: output.count, by: digestSize) {
            unsafe hash.begin(salt, number: number)
            for _ in 1..<rounds { hash.again() }
            let part = unsafe UnsafeMutableBufferPointer(
                rebasing: output[place..<min(place + digestSize, output.count)]
            )
            unsafe hash.copySum(into: part)
            number += 1
        }
    }

    /// HMAC-SHA1 of messages that fit one block, under a key that was taken in once.
    private struct BlockHash: ~Copyable {
        private static let inner = 0
        private static let outer = 5
        private static let state = 10
        private static let sum = 15

        private let memory = SecretBuffer(count: 20 * MemoryLayout<UInt32>.size)
        private let block = SecretBuffer(count: blockSize)

        private var words: UnsafeMutableBufferPointer<UInt32> {
            unsafe UnsafeMutableRawBufferPointer(memory.bytes).bindMemory(to: UInt32.self)
        }

        init(keyedBy key: UnsafeBufferPointer<UInt8>) {
            unsafe prepare(Self.inner, key, pad: 0x36)
            unsafe prepare(Self.outer, key, pad: 0x5C)
        }

        /// Takes the key in, as HMAC wants it before a message.
        private func prepare(_ place: Int, _ key: UnsafeBufferPointer<UInt8>, pad: UInt8) {
            let bytes = unsafe block.bytes
            unsafe bytes.update(repeating: pad)
            for index in key.indices { unsafe bytes[index] ^= key[index] }
            for index in 0..<5 { unsafe words[place + index] = KeyStretching.start[index] }
            compress(place)
        }

        /// The first round, over the salt and the number of the output's part.
        mutating func begin(_ salt: UnsafeBufferPointer<UInt8>, number: UInt32) {
            clearBlock()
            let bytes = unsafe UnsafeMutableRawBufferPointer(block.bytes)
            unsafe bytes.copyMemory(from: UnsafeRawBufferPointer(salt))
            unsafe bytes.storeBytes(of: number.bigEndian, toByteOffset: salt.count, as: UInt32.self)
            close(after: salt.count + 4)
            load(Self.inner)
            clearBlock()
            close(after: KeyStretching.digestSize)
            finish()
            for index in 0..<5 { unsafe words[Self.sum + index] = words[Self.state + index] }
        }

        /// One more round, over what the last one gave.
        mutating func again() {
            writeState()
            load(Self.inner)
            finish()
            let words = unsafe words
            for index in 0..<5 { unsafe words[Self.sum + index] ^= words[Self.state + index] }
        }

        func copySum(into output: UnsafeMutableBufferPointer<UInt8>) {
            for index in output.indices {
                let word = unsafe words[Self.sum + index / 4].bigEndian
                unsafe output[index] = UInt8(truncatingIfNeeded: word >> UInt32(index % 4 * 8))
            }
        }

        private func clearBlock() {
            let bytes = unsafe block.bytes
            unsafe bytes.update(repeating: 0)
        }

        private func finish() {
            writeState()
            load(Self.outer)
        }

        /// Hashes the block on top of a state that was prepared.
        private func load(_ prepared: Int) {
            for index in 0..<5 { unsafe words[Self.state + index] = words[prepared + index] }
            compress(Self.state)
        }

        private func compress(_ place: Int) {
            unsafe nettle_sha1_compress(words.baseAddress.map { unsafe $0 + place }, block.bytes.baseAddress)
        }

        private func writeState() {
            let bytes = unsafe UnsafeMutableRawBufferPointer(block.bytes)
            for index in 0..<5 {
                unsafe bytes.storeBytes(
                    of: words[Self.state + index].bigEndian,
                    toByteOffset: 4 * index,
                    as: UInt32.self
                )
            }
        }

        /// Ends a message of so many bytes, before which the block of the key went.
        private func close(after count: Int) {
            let bytes = unsafe UnsafeMutableRawBufferPointer(block.bytes)
            unsafe bytes[count] = 0x80
            let bits = UInt64((KeyStretching.blockSize + count) * 8)
            unsafe bytes.storeBytes(of: bits.bigEndian, toByteOffset: KeyStretching.blockSize - 8, as: UInt64.self)
        }
    }
}
