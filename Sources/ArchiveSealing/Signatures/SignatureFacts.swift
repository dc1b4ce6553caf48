/// What a valid signature says; moments are seconds since 1970.
public struct SignatureFacts: Sendable, Hashable {
    /// Whose key made it.
    public let certificate: CertificateFacts
    /// When, by the signer's own clock.
    public let signedAt: Int
    /// Whether the certificate is, or is vouched for by, one that the reader trusts.
    public let isTrusted: Bool
    /// Until when it existed at the latest, by somebody else's clock, where it has a timestamp.
    public let timestamp: TimestampFacts?
}

/// What a timestamp says (RFC 3161).
public struct TimestampFacts: Sendable, Hashable {
    /// The moment, in seconds since 1970.
    public let moment: Int
    /// Whose clock it was.
    public let authority: CertificateFacts
    /// Whether the reader trusts the authority; if not, the timestamp is whole but says no more than it says itself.
    public let isTrusted: Bool
}
