/// What is done for the proof of an answer's origin beside signing it.
package struct SignaturePolicy: Sendable, Hashable {
    /// Who says when it was signed, or nil for the signer's own clock alone.
    package var timestamp: TimestampPolicy?

    /// Makes a policy.
    package init(timestamp: TimestampPolicy? = nil) { self.timestamp = timestamp }
}

/// A timestamp authority (RFC 3161).
package struct TimestampPolicy: Sendable, Hashable {
    /// Its address, which begins with `http://`.
    package var url: String
    /// A file with the certificates that vouch for it, relative to the controller's folder.
    package var trust: String

    /// Makes a policy.
    package init(url: String, trust: String) {
        self.url = url
        self.trust = trust
    }
}
