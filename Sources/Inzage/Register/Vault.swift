package import Crypto
package import Foundation

/// Seals what is personal or secret before it goes into the register (AES-256-GCM under the register key).
package struct Vault: Sendable {
    private let key: SymmetricKey

    package init(key: SymmetricKey) { self.key = key }

    /// Seals a value; the context (request and column) is bound to it, so that a blob cannot be moved.
    package func seal(_ value: some Encodable, context: String) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let box = try AES.GCM.seal(encoder.encode(value), using: key, authenticating: Data(context.utf8))
        guard let combined = box.combined else {
            throw InzageError(.unexpected, "a value could not be sealed")
        }
        return combined
    }

    /// Opens what ``seal(_:context:)`` sealed; fails when the key or the register was exchanged.
    package func open<Value: Decodable>(_ type: Value.Type, from blob: Data, context: String) throws -> Value {
        do {
            let plain = try AES.GCM.open(
                AES.GCM.SealedBox(combined: blob),
                using: key,
                authenticating: Data(context.utf8)
            )
            return try JSONDecoder().decode(type, from: plain)
        } catch {
            throw InzageError(
                .integrityBroken,
                "a sealed value in the register cannot be opened",
                hint: "is keys/register.key the key this register was made with?"
            )
        }
    }
}
