import COpenSSL
import Synchronization

/// The keys of one archive's entries, which its passphrase and a salt for each of them give.
///
/// Small answers are made of little else than of keys. So they are drawn several at a time, ahead of the entries that
/// will need them, and those that were sealed with stay for the check that follows.
public final class KeyRing: Sendable {
    private struct Keys {
        /// Salts that no entry has yet.
        var drawn: [[UInt8]] = []
        /// By salt, which no two entries share.
        var known: [[UInt8]: EntryKeys] = [:]

        mutating func takeDrawn() -> (salt: [UInt8], keys: EntryKeys)? {
            guard let salt = drawn.popLast(), let keys = known[salt] else { return nil }
            return (salt, keys)
        }

        /// Keeps keys of which the first are taken.
        mutating func add(_ salts: [[UInt8]], _ keys: [EntryKeys]) {
            if known.count >= limit { self = Keys() }
            for (salt, keys) in zip(salts, keys) { known[salt] = keys }
            drawn += salts.dropFirst()
        }
    }

    /// What is beyond this is stretched again.
    private static let limit = 4096

    private let passphrase: Passphrase
    private let keys = Mutex(Keys())

    /// Makes a ring that holds no keys yet.
    public init(_ passphrase: Passphrase) { self.passphrase = passphrase }

    /// The salt and the keys of a new entry.
    func draw() throws(ArchiveError) -> (salt: [UInt8], keys: EntryKeys) {
        if let waiting = keys.withLock({ $0.takeDrawn() }) { return waiting }
        var salts: [[UInt8]] = []
        for _ in 0..<EntryKeys.batch { salts.append(try Self.salt()) }
        let made = EntryKeys.stretch(passphrase, salts)
        keys.withLock { $0.add(salts, made) }
        return (salts[0], made[0])
    }

    /// The keys of an entry that was sealed with this salt, by whomever.
    func keys(salt: [UInt8]) -> EntryKeys {
        keys.withLock { $0.known[salt] } ?? EntryKeys.stretch(passphrase, [salt])[0]
    }

    /// The keys of an entry that begins with these bytes, if the passphrase is the one that it was sealed with.
    func keys(header: borrowing SecretBuffer) throws(ArchiveError) -> EntryKeys {
        let keys = unsafe keys(salt: Array(header[0..<SealLayout.saltSize]))
        let told = unsafe header[SealLayout.saltSize..<SealLayout.headerSize]
        guard unsafe CRYPTO_memcmp(told.baseAddress, keys.verifier.baseAddress, told.count) == 0 else {
            throw ArchiveError(
                .wrongPassphrase,
                "the passphrase does not open this archive",
                hint: "it is 24 digits in six groups of four, joined by hyphens"
            )
        }
        return keys
    }

    private static func salt() throws(ArchiveError) -> [UInt8] {
        var salt = [UInt8](repeating: 0, count: SealLayout.saltSize)
        guard unsafe RAND_bytes(&salt, Int32(salt.count)) == 1 else { throw .cryptography("draw a salt") }
        return salt
    }
}
