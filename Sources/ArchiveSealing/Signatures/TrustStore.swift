import COpenSSL

/// The certificates that a reader trusts, at a moment.
@safe struct TrustStore: ~Copyable {
    private let store: OpaquePointer

    private init(at moment: Int) throws(ArchiveError) {
        guard let store = unsafe X509_STORE_new() else { throw .cryptography("make a store") }
        unsafe self.store = unsafe store
        // Whoever is named is trusted, not only the roots that vouch for themselves.
        unsafe X509_STORE_set_flags(store, UInt(X509_V_FLAG_PARTIAL_CHAIN))
        unsafe X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(store), moment)
    }

    /// Trusts certificates in PEM or DER; the moment is in seconds since 1970.
    static func trusting(_ bytes: [UInt8], at moment: Int) throws(ArchiveError) -> TrustStore {
        let list = try CertificateList.parsing(bytes)
        let trust = try TrustStore(at: moment)
        for index in 0..<list.count { unsafe X509_STORE_add_cert(trust.store, list[index]) }
        return trust
    }

    /// Trusts whatever certificates a message brings along, so that only its being whole is checked.
    @unsafe static func trustingAll(
        _ certificates: OpaquePointer?,
        at moment: Int
    ) throws(ArchiveError) -> TrustStore {
        let trust = try TrustStore(at: moment)
        for index in 0..<max(0, unsafe OPENSSL_sk_num(certificates)) {
            let certificate = unsafe OPENSSL_sk_value(certificates, index)
            unsafe X509_STORE_add_cert(trust.store, certificate.map { OpaquePointer($0) })
        }
        return trust
    }

    /// Whether a trusted certificate is this one, or vouches for it with the help of those that the message brings.
    @unsafe func vouches(for certificate: OpaquePointer, with message: borrowing CMSMessage) -> Bool {
        guard let context = unsafe X509_STORE_CTX_new() else { return false }
        defer { unsafe X509_STORE_CTX_free(context) }
        let others = unsafe CMS_get1_certs(message.handle)
        defer {
            for index in 0..<max(0, unsafe OPENSSL_sk_num(others)) {
                unsafe X509_free(OPENSSL_sk_value(others, index).map { OpaquePointer($0) })
            }
            unsafe OPENSSL_sk_free(others)
            ERR_clear_error()
        }
        return unsafe X509_STORE_CTX_init(context, store, certificate, others) == 1
            && X509_STORE_CTX_set_default(context, "smime_sign") == 1 && X509_verify_cert(context) == 1
    }

    /// The store itself, for one who frees it.
    @unsafe consuming func take() -> OpaquePointer {
        let taken = unsafe store
        discard self
        return unsafe taken
    }

    deinit { unsafe X509_STORE_free(store) }
}
