import COpenSSL

/// A question to a timestamp authority: a digest, and a number that its answer must repeat.
@safe struct TimestampQuery: ~Copyable {
    private let query: OpaquePointer

    private init() throws(ArchiveError) {
        guard let query = unsafe TS_REQ_new() else { throw .cryptography("ask for a timestamp") }
        unsafe self.query = unsafe query
    }

    /// Asks about a SHA-256 digest.
    static func over(_ digest: [UInt8]) throws(ArchiveError) -> TimestampQuery {
        let query = try TimestampQuery()
        try query.fill(digest)
        return query
    }

    private func fill(_ digest: [UInt8]) throws(ArchiveError) {
        let (algorithm, imprint, nonce) = unsafe (X509_ALGOR_new(), TS_MSG_IMPRINT_new(), ASN1_INTEGER_new())
        defer {
            unsafe X509_ALGOR_free(algorithm)
            unsafe TS_MSG_IMPRINT_free(imprint)
            unsafe ASN1_STRING_free(nonce)
        }
        unsafe X509_ALGOR_set_md(algorithm, EVP_sha256())
        var copy = digest
        guard unsafe TS_MSG_IMPRINT_set_algo(imprint, algorithm) == 1,
            unsafe TS_MSG_IMPRINT_set_msg(imprint, &copy, Int32(copy.count)) == 1,
            unsafe ASN1_INTEGER_set_uint64(nonce, UInt64.random(in: 1 ... .max)) == 1,
            unsafe TS_REQ_set_version(query, 1) == 1, unsafe TS_REQ_set_msg_imprint(query, imprint) == 1,
            unsafe TS_REQ_set_nonce(query, nonce) == 1, unsafe TS_REQ_set_cert_req(query, 1) == 1
        else { throw .cryptography("ask for a timestamp") }
    }

    /// The question in DER.
    func encoded() throws(ArchiveError) -> MemoryStream {
        let stream = try MemoryStream()
        guard unsafe i2d_TS_REQ_bio(stream.handle, query) == 1 else { throw .cryptography("ask for a timestamp") }
        return stream
    }

    /// Whether a response answers this question, by an authority that these certificates in PEM vouch for.
    @unsafe func isAnswered(by response: OpaquePointer, trusting certificates: [UInt8]) -> Bool {
        guard let context = unsafe TS_REQ_to_TS_VERIFY_CTX(query, nil) else { return false }
        defer {
            unsafe TS_VERIFY_CTX_free(context)  // Frees the store too.
            ERR_clear_error()
        }
        guard let info = unsafe TS_RESP_get_tst_info(response),
            let moment = try? unsafe seconds(of: TS_TST_INFO_get_time(info)),
            let store = try? TrustStore.trusting(certificates, at: moment)
        else { return false }
        unsafe TS_VERIFY_CTX_set_store(context, store.take())
        unsafe TS_VERIFY_CTX_add_flags(context, Int32(TS_VFY_SIGNATURE))
        return unsafe TS_RESP_verify_response(context, response) == 1
    }

    deinit { unsafe TS_REQ_free(query) }
}
