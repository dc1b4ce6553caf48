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
        guard try Self.isSignature(message, of: MemoryStream.holding(content)) else {
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

    /// Through a filter: of a stream in memory `CMS_verify` makes another, and forgets it where the message is broken.
    private static func isSignature(
        _ message: borrowing CMSMessage,
        of content: borrowing MemoryStream
    ) throws(ArchiveError) -> Bool {
        guard let filter = unsafe BIO_new(BIO_f_null()) else { throw .cryptography("make a stream") }
        // Its end is no failure.
        unsafe BIO_ctrl(content.handle, BIO_C_SET_BUF_MEM_EOF_RETURN, 0, nil)
        unsafe BIO_push(filter, content.handle)
        defer {
            _ = unsafe BIO_pop(filter)
            unsafe BIO_free(filter)
        }
        let flags = UInt32(CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY)
        return unsafe CMS_verify(message.handle, nil, nil, filter, nil, flags) == 1
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
