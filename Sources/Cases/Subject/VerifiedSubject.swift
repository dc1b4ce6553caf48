package import ExporterKit
import Groundwork

/// Who the subject is: what gathering starts from and where the answer goes.
///
/// Sealed in the register.
package struct VerifiedSubject: Sendable, Codable {
    /// The address of record, byte for byte as stored; for an unknown person the address that returned the code.
    package var address: [UInt8]
    /// The identifiers that verification proved.
    package var identifiers: [KnownIdentifier]
    /// Which of them stood in one record; nil in what an earlier edition stored.
    package var together: [KnownTuple]?
    /// Identifiers of other people under the same address: their records are never the subject's.
    package var othersIdentifiers: [KnownIdentifier]
    /// Whether several people stand under the address, so that the address alone tells nobody apart.
    package var sharesAddress: Bool
    /// The telephone numbers on file, for telling the passphrase.
    package var phones: [String]
    /// Whether nothing is on file under the address.
    package var isUnknown: Bool

    package init(
        address: [UInt8],
        identifiers: [KnownIdentifier],
        together: [KnownTuple]? = nil,
        othersIdentifiers: [KnownIdentifier],
        sharesAddress: Bool,
        phones: [String],
        isUnknown: Bool
    ) {
        self.address = address
        self.identifiers = identifiers
        self.together = together
        self.othersIdentifiers = othersIdentifiers
        self.sharesAddress = sharesAddress
        self.phones = phones
        self.isUnknown = isUnknown
    }

    /// What gathering starts from: what stood together, and every identifier alone.
    package var tuples: [IdentifierTuple] {
        identifiers.map { IdentifierTuple([$0.identifier.canonical]) } + (together ?? []).map(\.tuple)
    }
}

/// The person whom evidence named, by identifiers, because numbers may shift when systems change.
package struct ChosenSubject: Sendable, Codable, Hashable {
    package var identifiers: [KnownIdentifier]

    package init(identifiers: [KnownIdentifier]) { self.identifiers = identifiers }

    /// Whether a candidate is the one that was named.
    package func names(_ candidate: Candidate) -> Bool {
        candidate.identifiers.map(KnownIdentifier.init) == identifiers
    }
}

extension ChosenSubject: Redacted {}

extension VerifiedSubject: Redacted {}
