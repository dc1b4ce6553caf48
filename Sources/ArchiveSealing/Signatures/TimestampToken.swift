import COpenSSL
import Glibc

/// Somebody else's word for when a signature existed: the token of RFC 3161 over the signer's signature.
@safe struct TimestampToken: ~Copyable {
    private let token: UnsafeMutablePointer<PKCS7>
    private let digest: [UInt8]

    /// The token that a signer carries, or nil.
    @unsafe static func of(_ signer: OpaquePointer) throws(ArchiveError) -> TimestampToken? {
        let place = unsafe CMS_unsigned_get_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, -1)
        guard place >= 0 else { return nil }
        guard let value = unsafe X509_ATTRIBUTE_get0_type(CMS_unsigned_get_attr(signer, place), 0),
            unsafe value.pointee.type == V_ASN1_SEQUENCE, let der = unsafe value.pointee.value.sequence
        else { throw refused() }
        var next = unsafe UnsafePointer(der.pointee.data)
        guard let token = unsafe d2i_PKCS7(nil, &next, Int(der.pointee.length)) else { throw refused() }
        return try unsafe TimestampToken(owning: token, over: signer)
    }

    private init(owning token: UnsafeMutablePointer<PKCS7>, over signer: OpaquePointer) throws(ArchiveError) {
        unsafe self.token = unsafe token
        digest = try unsafe digestOfSignature(signer)
    }

    /// Checks that the token is whole and of this signature.
    consuming func check(trusting authorities: [UInt8]?) throws(ArchiveError) -> TimestampFacts {
        guard let info = unsafe PKCS7_to_TS_TST_INFO(token) else { throw Self.refused() }
        defer { unsafe TS_TST_INFO_free(info) }
        let moment = try unsafe seconds(of: TS_TST_INFO_get_time(info))
        let signers = unsafe PKCS7_get0_signers(token, nil, 0)
        defer { unsafe OPENSSL_sk_free(signers) }
        guard unsafe OPENSSL_sk_num(signers) == 1, let signer = unsafe OPENSSL_sk_value(signers, 0) else {
            throw Self.refused()
        }
        let authority = try unsafe CertificateFacts(of: OpaquePointer(signer))
        try verify(against: try store(trusting: authorities, at: moment))
        return TimestampFacts(moment: moment, authority: authority, isTrusted: authorities != nil)
    }

    private func store(trusting authorities: [UInt8]?, at moment: Int) throws(ArchiveError) -> TrustStore {
        if let authorities { return try TrustStore.trusting(authorities, at: moment) }
        return try unsafe TrustStore.trustingAll(token.pointee.d.sign.pointee.cert, at: moment)
    }

    private func verify(against store: consuming TrustStore) throws(ArchiveError) {
        guard let context = unsafe TS_VERIFY_CTX_new() else { throw .cryptography("check a timestamp") }
        defer { unsafe TS_VERIFY_CTX_free(context) }  // Frees the store and the digest too.
        unsafe TS_VERIFY_CTX_set_store(context, store.take())
        unsafe TS_VERIFY_CTX_set_flags(context, Int32(TS_VFY_VERSION | TS_VFY_IMPRINT | TS_VFY_SIGNATURE))
        let copy = unsafe CRYPTO_memdup(digest, digest.count, nil, 0)?.assumingMemoryBound(to: UInt8.self)
        unsafe TS_VERIFY_CTX_set_imprint(context, copy, digest.count)
        guard unsafe TS_RESP_verify_token(context, token) == 1 else { throw Self.refused() }
    }

    private static func refused() -> ArchiveError {
        ERR_clear_error()
        return ArchiveError(.badSignature, "the timestamp is not of this signature, or not by a trusted authority")
    }

    deinit { unsafe PKCS7_free(token) }
}

/// SHA-256 of the bytes of a signer's signature, which are what an authority puts its time to.
@unsafe func digestOfSignature(_ signer: OpaquePointer) throws(ArchiveError) -> [UInt8] {
    guard let signature = unsafe CMS_SignerInfo_get0_signature(signer), let bytes = unsafe signature.pointee.data else {
        throw .cryptography("find the signature")
    }
    var digest = [UInt8](repeating: 0, count: 32)
    guard unsafe EVP_Digest(bytes, Int(signature.pointee.length), &digest, nil, EVP_sha256(), nil) == 1 else {
        throw .cryptography("compute a digest")
    }
    return digest
}
