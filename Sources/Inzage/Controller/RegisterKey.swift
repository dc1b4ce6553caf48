package import Crypto
import Foundation

/// The key that protects the register: 32 random bytes in `keys/register.key`, written as 64 hexadecimal digits.
///
/// It never prints, and nothing uses it itself: each purpose has a key of its own, derived from it.
package struct RegisterKey: Sendable {
    private let secret: SymmetricKey

    /// Where the key stands in a controller's folder.
    package static let path = "keys/register.key"

    /// Reads the key of a controller's folder; the published example key is taken in a demo alone.
    package init(readingFrom folder: String, isDemo: Bool) throws(ConfigurationError) {
        try KeyFolder.check("\(folder)/keys")
        let bytes = try KeyFolder.read("\(folder)/\(Self.path)")
        guard let secret = Self.bytes(fromHex: bytes) else {
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
        self.secret = SymmetricKey(data: secret)
    }

    /// Writes a new random key into a controller's folder, and never over one that is there.
    package static func create(in folder: String) throws(ConfigurationError) {
        let secret = SymmetricKey(size: .bits256)
        let digits = secret.withUnsafeBytes { bytes in bytes.flatMap(hex) }
        try KeyFolder.make("\(folder)/keys")
        try KeyFolder.write(digits + [0x0A], to: "\(folder)/\(path)")
    }

    /// The key for one purpose (HKDF with SHA-256), so that what one part seals no other can open by mistake.
    package func key(for purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: secret,
            info: Data("inzage register key: \(purpose)".utf8),
            outputByteCount: 32
        )
    }

    /// The example key: the SHA-256 of a sentence that says what it is good for.
    private static func isExample(_ secret: [UInt8]) -> Bool {
        SHA256.hash(data: Data("inzage example key, never use it".utf8)).elementsEqual(secret)
    }

    private static func hex(_ byte: UInt8) -> [UInt8] {
        [byte >> 4, byte & 15].map { $0 < 10 ? 0x30 + $0 : 0x57 + $0 }
    }

    /// The bytes of 64 digits; one line break may follow.
    private static func bytes(fromHex text: [UInt8]) -> [UInt8]? {
        let digits = text.last == 0x0A ? text.dropLast() : text[...]
        let values = digits.compactMap(value(ofDigit:))
        guard digits.count == 64, values.count == 64 else { return nil }
        return stride(from: 0, to: 64, by: 2).map { values[$0] << 4 | values[$0 + 1] }
    }

    private static func value(ofDigit digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x41...0x46: digit - 0x37
        case 0x61...0x66: digit - 0x57
        default: nil
        }
    }
}

extension RegisterKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// A key never prints.
    package var description: String { "<redacted>" }
    /// A key never prints.
    package var debugDescription: String { description }
    /// Nothing to look into.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
