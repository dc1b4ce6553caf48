import COpenSSL

extension DetachedSignature {
    private static let largest = 1 << 20

    /// Checks that the signature is of this content, by a certificate that was valid when it signed.
    ///
    /// - Parameters:
    ///   - trusted: certificates in PEM of which one must be the signer's or vouch for it; without them the caller
    ///     compares the fingerprint.
    ///   - authorities: certificates in PEM of which one must vouch for the timestamp's authority.
    public func check(
        against content: [UInt8],
        trusting trusted: [UInt8]? = nil,
        authorities: [UInt8]? = nil
    ) throws(ArchiveError) -> SignatureFacts {
        let message = try message()
        guard let signer = unsafe message.onlySigner else { throw Self.refused("is not by one signer") }
        let flags = UInt32(CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY)
        let stream = try MemoryStream.holding(content)
        guard unsafe CMS_verify(message.handle, nil, nil, stream.handle, nil, flags) == 1 else {
            throw Self.refused("is not of this content")
        }
        var own: OpaquePointer?
        unsafe CMS_SignerInfo_get0_algs(signer, nil, &own, nil, nil)
        guard let own = unsafe own, let signedAt = try unsafe Self.signingTime(of: signer) else {
            throw Self.refused("does not say who made it and when")
        }
        let facts = try unsafe CertificateFacts(of: own)
        guard facts.isValid(at: signedAt) else {
            throw Self.refused("was made when its certificate was not valid")
        }
        if let trusted {
            let store = try TrustStore.trusting(trusted, at: signedAt)
            guard unsafe store.vouches(for: own, with: message) else {
                throw Self.refused("is by a certificate that is not the trusted one")
            }
        }
        return SignatureFacts(
            certificate: facts,
            signedAt: signedAt,
            isTrusted: trusted != nil,
            timestamp: try unsafe TimestampToken.of(signer)?.check(trusting: authorities)
        )
    }

    /// The message, if it is one signature over something else.
    func message() throws(ArchiveError) -> CMSMessage {
        guard bytes.count <= Self.largest,
            let message = unsafe bytes.span.withUnsafeBytes({ unsafe CMSMessage(parsing: $0) }),
            message.type == NID_pkcs7_signed, unsafe CMS_is_detached(message.handle) == 1
        else { throw Self.refused("cannot be read") }
        return message
    }

    private static func refused(_ why: String) -> ArchiveError {
        ERR_clear_error()
        return ArchiveError(.badSignature, "the signature \(why)")
    }

    private static func signingTime(of signer: OpaquePointer) throws(ArchiveError) -> Int? {
        let place = unsafe CMS_signed_get_attr_by_NID(signer, NID_pkcs9_signingTime, -1)
        guard place >= 0, let value = unsafe X509_ATTRIBUTE_get0_type(CMS_signed_get_attr(signer, place), 0),
            unsafe [V_ASN1_UTCTIME, V_ASN1_GENERALIZEDTIME].contains(value.pointee.type)
        else { return nil }
        return try unsafe seconds(of: value.pointee.value.asn1_string)
    }
}
