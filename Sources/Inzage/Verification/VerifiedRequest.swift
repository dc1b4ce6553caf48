package import ExporterKit

/// A request whose subject is proven.
///
/// It can only be made in this room.
package struct VerifiedRequest: Sendable {
    package let request: Request
    package let subject: VerifiedSubject

    fileprivate init(request: Request, subject: VerifiedSubject) {
        self.request = request
        self.subject = subject
    }

    /// The same proof with the request as the register has it now.
    func refreshed(_ current: Request) -> VerifiedRequest {
        VerifiedRequest(request: current, subject: subject)
    }
}

extension Verification {
    /// The proof that an earlier run stored, or nil.
    func storedProof(of request: Request) throws -> VerifiedRequest? {
        try register.read { try $0.subject(of: request.id) }
            .map { VerifiedRequest(request: request, subject: $0) }
    }

    /// Stores the proof and moves the request on, in one transaction.
    func store(_ subject: VerifiedSubject, for request: Request) throws -> VerifiedRequest {
        var verified = request
        verified.state = .verified
        let today = CivilDay.of(register.surroundings.now(), in: controller.deadline.zone)
        try register.transaction { transaction in
            try transaction.store(subject: subject, of: request.id)
            // What an earlier proof gathered may be another person's.
            try transaction.forgetGathered(request: request.id, round: request.round)
            try transaction.voidChallenges(of: request.id)
            try transaction.answerAsks(of: request.id, on: today)
            try transaction.update(verified)
            try transaction.audit("verified", request: request.id, counts: ["candidates": subject.isUnknown ? 0 : 1])
        }
        return VerifiedRequest(request: verified, subject: subject)
    }
}

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

    /// What gathering starts from: what stood together, and every identifier alone.
    var tuples: [IdentifierTuple] {
        identifiers.map { IdentifierTuple([$0.identifier.canonical]) } + (together ?? []).map(\.tuple)
    }
}

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
