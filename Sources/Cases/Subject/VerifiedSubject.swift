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
    /// Whether a postal address is on file; nil in what an earlier edition stored.
    package var hasPostalAddress: Bool?
    /// Whether nothing is on file under the address.
    package var isUnknown: Bool

    package init(
        address: [UInt8],
        identifiers: [KnownIdentifier],
        together: [KnownTuple]? = nil,
        othersIdentifiers: [KnownIdentifier],
        sharesAddress: Bool,
        phones: [String],
        hasPostalAddress: Bool? = nil,
        isUnknown: Bool
    ) {
        self.address = address
        self.identifiers = identifiers
        self.together = together
        self.othersIdentifiers = othersIdentifiers
        self.sharesAddress = sharesAddress
        self.phones = phones
        self.hasPostalAddress = hasPostalAddress
        self.isUnknown = isUnknown
    }

    /// What gathering starts from: what stood together, and every identifier alone.
    package var tuples: [IdentifierTuple] {
        identifiers.map { IdentifierTuple([$0.identifier.canonical]) } + (together ?? []).map(\.tuple)
    }
}

extension VerifiedSubject {
    /// Whether two proofs found one person: one number, or one address that nobody shares.
    package func isSamePerson(as other: VerifiedSubject) -> Bool {
        let (own, others) = (numbers, other.numbers)
        if !own.isDisjoint(with: others) { return true }
        guard own.isEmpty || others.isEmpty || !(sharesAddress || other.sharesAddress) else { return false }
        return Identifier(kind: "email", value: address).matches(other.address[...])
    }

    /// What tells people apart even where they share an address.
    private var numbers: Set<Identifier> { Set(identifiers.map(\.identifier.canonical).filter { $0.kind != "email" }) }
}

extension Claim {
    /// Whether two claims name one address, compared as addresses are.
    package func sharesAddress(with other: Claim) -> Bool {
        guard let email, let another = other.email else { return false }
        return Identifier(kind: "email", email).matches(Array(another.utf8)[...])
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
