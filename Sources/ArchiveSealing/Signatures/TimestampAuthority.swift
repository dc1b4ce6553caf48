import COpenSSL

/// Somebody with a clock who says by RFC 3161 when a signature existed.
///
/// It is asked over plain HTTP by OpenSSL's own client: what leaves is a hash of a signature, and what comes back is
/// signed itself.
public struct TimestampAuthority: Sendable {
    private static let longestAnswer = 128 * 1024
    private static let patience: Int32 = 20

    private let url: String
    private let certificates: [UInt8]

    /// Takes an address that begins with `http://`, and the certificates in PEM that vouch for the authority.
    public init(url: String, certificates: [UInt8]) throws(ArchiveError) {
        _ = try CertificateList.parsing(certificates)
        self.url = url
        self.certificates = certificates
    }

    /// The signature with the authority's token in it; fails when no trusted answer comes in time.
    public func stamp(_ signature: DetachedSignature) throws(ArchiveError) -> DetachedSignature {
        let message = try signature.message()
        guard let signer = unsafe message.onlySigner else { throw .cryptography("find the signer") }
        let query = try TimestampQuery.over(try unsafe digestOfSignature(signer))
        let response = try unsafe ask(query)
        defer { unsafe TS_RESP_free(response) }
        guard unsafe query.isAnswered(by: response, trusting: certificates) else {
            throw ArchiveError(.noTimestamp, "the timestamp authority's answer is not the one that was asked for")
        }
        try unsafe Self.put(TS_RESP_get_token(response), into: signer)
        return DetachedSignature(try message.encoded())
    }

    private static func put(_ token: UnsafeMutablePointer<PKCS7>?, into signer: OpaquePointer) throws(ArchiveError) {
        var der: UnsafeMutablePointer<UInt8>?
        let length = unsafe i2d_PKCS7(token, &der)
        defer { unsafe CRYPTO_free(der, nil, 0) }
        let nid = NID_id_smime_aa_timeStampToken
        guard length > 0, unsafe CMS_unsigned_add1_attr_by_NID(signer, nid, V_ASN1_SEQUENCE, der, length) == 1 else {
            throw .cryptography("keep a timestamp")
        }
    }

    private func ask(_ query: borrowing TimestampQuery) throws(ArchiveError) -> OpaquePointer {
        let place = try HTTPPlace(url)
        let body = try query.encoded()
        let answer = unsafe withoutPipeSignal {
            unsafe OSSL_HTTP_transfer(
                nil,
                place.host,
                place.port,
                place.path,
                0,
                nil,
                nil,
                nil,
                nil,
                nil,
                nil,
                0,
                nil,
                "application/timestamp-query",
                body.handle,
                "application/timestamp-reply",
                1,
                Self.longestAnswer,
                Self.patience,
                0
            )
        }
        defer {
            unsafe BIO_free(answer)
            ERR_clear_error()
        }
        guard let answer = unsafe answer, let response = unsafe d2i_TS_RESP_bio(answer, nil) else {
            throw ArchiveError(.noTimestamp, "the timestamp authority gave no answer")
        }
        return unsafe response
    }
}
