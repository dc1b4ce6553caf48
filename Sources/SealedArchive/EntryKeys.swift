import COpenSSL
import Synchronization

/// What a passphrase and an entry's salt give: the cipher's key, the authentication key and the verifier.
struct EntryKeys: ~Copyable, Sendable {
    private let material: KeyMaterial

    /// Stretches a passphrase with a salt, at the price of a third of a millisecond; keys that were just sealed with
    /// are taken as they are.
    @unsafe init(passphrase: Passphrase, salt: UnsafeMutableBufferPointer<UInt8>) {
        unsafe material =
            RecentKeys.take(passphrase, Array(salt)) ?? KeyMaterial(passphrase: passphrase, salt: salt)
    }

    /// Keeps the keys for the check that follows on sealing: small answers are made of little else than of keys.
    @unsafe func remember(passphrase: Passphrase, salt: UnsafeMutableBufferPointer<UInt8>) {
        unsafe RecentKeys.keep(material, passphrase, Array(salt))
    }

    /// The key of AES-256.
    @unsafe var encryption: UnsafeMutableBufferPointer<UInt8> { unsafe material.bytes[0..<SealLayout.keySize] }

    /// The key of HMAC-SHA1.
    @unsafe var authentication: UnsafeMutableBufferPointer<UInt8> {
        unsafe material.bytes[SealLayout.keySize..<2 * SealLayout.keySize]
    }

    /// Two bytes by which a wrong passphrase shows at once.
    @unsafe var verifier: UnsafeMutableBufferPointer<UInt8> {
        unsafe material.bytes[2 * SealLayout.keySize..<material.bytes.count]
    }
}

/// The bytes of an entry's keys.
private final class KeyMaterial: Sendable {
    let bytes = SecretBuffer(count: 2 * SealLayout.keySize + SealLayout.verifierSize)

    @unsafe init(passphrase: Passphrase, salt: UnsafeMutableBufferPointer<UInt8>) {
        var password = passphrase.reveal()
        password.withUTF8 { password in
            unsafe KeyStretching.stretch(
                password,
                salt: UnsafeBufferPointer(salt),
                rounds: SealLayout.rounds,
                into: bytes.bytes
            )
        }
    }
}

/// The keys of entries that this process sealed and did not check yet, so that each is derived once.
private enum RecentKeys {
    private struct Kept: Sendable {
        let passphrase: Passphrase
        let material: KeyMaterial
    }

    /// What is beyond this is derived again.
    private static let limit = 4096
    /// By salt, which no two entries share.
    private static let kept = Mutex<[[UInt8]: Kept]>([:])

    static func keep(_ material: KeyMaterial, _ passphrase: Passphrase, _ salt: [UInt8]) {
        kept.withLock { kept in
            if kept.count >= limit { kept.removeAll() }
            kept[salt] = Kept(passphrase: passphrase, material: material)
        }
    }

    static func take(_ passphrase: Passphrase, _ salt: [UInt8]) -> KeyMaterial? {
        kept.withLock { kept in
            guard let found = kept[salt], found.passphrase.reveal().utf8.elementsEqual(passphrase.reveal().utf8) else {
                return nil
            }
            kept[salt] = nil
            return found.material
        }
    }
}
