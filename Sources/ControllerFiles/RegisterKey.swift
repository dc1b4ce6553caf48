package import Cryptography
import Foundation
import Groundwork
package import Policy

/// The key that protects the register: 32 random bytes in `keys/register.key`, written as 64 hexadecimal digits.
///
/// It never prints, and nothing uses it itself: each purpose has a key of its own, derived from it.
package struct RegisterKey: Sendable {
    private let secret: SecretKey

    /// Where the key stands in a controller's folder.
    package static let path = "keys/register.key"

    /// Reads the key of a controller's folder; the published example key is taken in a demo alone.
    package init(readingFrom folder: String, isDemo: Bool) throws(ConfigurationError) {
        try KeyFolder.check("\(folder)/keys")
        let bytes = try KeyFolder.read("\(folder)/\(Self.path)")
        let digits = bytes.last == 0x0A ? bytes.dropLast() : bytes[...]
        guard digits.count == 64, let secret = Hexadecimal.bytes(of: digits) else {
            throw ConfigurationError(
                .keyMalformed,
                "the register key is not 64 hexadecimal digits",
                hint: "put the right file back; a new key cannot open what the old one sealed"
            )
        }
        guard isDemo || !Self.isExample(secret) else {
            throw ConfigurationError(
                .keyIsExample,
                "the register key is the published example key, which everybody has",
                hint: "remove \(Self.path) and make a key with `inzage keys new`"
            )
        }
        self.secret = SecretKey(secret)
    }

    /// Writes a new random key into a controller's folder, and never over one that is there.
    package static func create(in folder: String) throws(ConfigurationError) {
        let digits = Array(SecretKey.random().bytes.hexadecimal.utf8)
        try KeyFolder.make("\(folder)/keys")
        try KeyFolder.write(digits + [0x0A], to: "\(folder)/\(path)")
    }

    /// The key for one purpose (HKDF with SHA-256), so that what one part seals no other can open by mistake.
    package func key(for purpose: String) -> SecretKey { secret.derived(for: "inzage register key: \(purpose)") }

    /// The example key: the SHA-256 of a sentence that says what it is good for.
    private static func isExample(_ secret: [UInt8]) -> Bool {
        SHA256.digest(of: "inzage example key, never use it".utf8) == secret
    }
}

extension RegisterKey: Redacted {}
