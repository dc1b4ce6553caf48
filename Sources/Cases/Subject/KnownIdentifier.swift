package import ExporterKit
import Groundwork

/// An identifier as the register keeps it.
package struct KnownIdentifier: Sendable, Codable, Hashable {
    package var kind: String
    package var value: [UInt8]

    package init(_ identifier: Identifier) {
        kind = identifier.kind
        value = identifier.value
    }

    /// The identifier itself.
    package var identifier: Identifier { Identifier(kind: kind, value: value) }

    package var description: String { "\(kind) <redacted>" }
}

/// Identifiers that stood together in one record, as the register keeps them.
package struct KnownTuple: Sendable, Codable, Hashable {
    package var identifiers: [KnownIdentifier]

    init(identifiers: [KnownIdentifier]) { self.identifiers = identifiers }

    package init(_ tuple: IdentifierTuple) { identifiers = tuple.identifiers.map(KnownIdentifier.init) }

    /// The tuple itself.
    package var tuple: IdentifierTuple { IdentifierTuple(identifiers.map(\.identifier)) }
}

extension KnownIdentifier: Redacted {}

extension KnownTuple: Redacted {}
