package import Cryptography
package import Foundation
import Cases
import Groundwork

/// Seals what is personal or secret before it goes into the register (AES-256-GCM under the register key).
package struct Vault: Sendable {
    private let key: SecretKey

    package init(key: SecretKey) { self.key = key }

    /// A key of its own for one purpose, which opens nothing that is sealed here.
    func key(for purpose: String) -> SecretKey { key.derived(for: "inzage vault: \(purpose)") }

    /// Seals a value; the context (request and column) is bound to it, so that a blob cannot be moved.
    package func seal(_ value: some Encodable, context: String) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let plain = Array(try encoder.encode(value))
        return Data(AuthenticatedCipher.seal(plain, key: key, context: Array(context.utf8)))
    }

    /// Opens what ``seal(_:context:)`` sealed; fails when the key or the register was exchanged.
    package func open<Value: Decodable>(_ type: Value.Type, from blob: Data, context: String) throws -> Value {
        do {
            let plain = try AuthenticatedCipher.open(Array(blob), key: key, context: Array(context.utf8))
            return try JSONDecoder().decode(type, from: Data(plain))
        } catch {
            throw InzageError(
                .integrityBroken,
                "a sealed value in the register cannot be opened",
                hint: "is keys/register.key the key this register was made with?"
            )
        }
    }
}

extension Vault: Redacted {}
