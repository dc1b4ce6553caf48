import Groundwork
import COpenSSL

/// 32 secret bytes, which never print.
package struct SecretKey: Sendable, Equatable {
    /// The bytes themselves.
    package let bytes: [UInt8]

    /// Takes the bytes of a key.
    package init(_ bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
        precondition(self.bytes.count == 32, "a key has 32 bytes")
    }

    /// A new key from the system's generator.
    package static func random() -> SecretKey { SecretKey(SecretBytes.random(32)) }

    /// HMAC with SHA-256 (RFC 2104), 32 bytes.
    package func authenticationCode(for message: [UInt8]) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        let made = unsafe HMAC(EVP_sha256(), bytes, Int32(bytes.count), message, message.count, &code, &length)
        precondition(unsafe made != nil && Int(length) == code.count, "OpenSSL makes no HMAC")
        return code
    }

    /// The key for one purpose: HKDF with SHA-256 and no salt (RFC 5869), of which 32 bytes are one block.
    package func derived(for purpose: String) -> SecretKey {
        let extracted = SecretKey([UInt8](repeating: 0, count: 32)).authenticationCode(for: bytes)
        return SecretKey(SecretKey(extracted).authenticationCode(for: Array(purpose.utf8) + [1]))
    }

    /// Whether two keys are the same, in a time that does not depend on where they differ.
    package static func == (one: SecretKey, other: SecretKey) -> Bool {
        SecretBytes.areEqual(one.bytes, other.bytes)
    }
}

extension SecretKey: Redacted {}
