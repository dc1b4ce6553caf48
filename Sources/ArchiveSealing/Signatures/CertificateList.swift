import COpenSSL

/// Certificates in their order: the owner's first, then those that vouch for it.
///
/// Unchecked because of the pointer alone: it has this one owner, and nothing is written once it is filled.
@safe struct CertificateList: ~Copyable, @unchecked Sendable {
    private let stack: OpaquePointer

    private init() throws(ArchiveError) {
        guard let stack = unsafe OPENSSL_sk_new_null() else { throw .cryptography("make a list") }
        unsafe self.stack = unsafe stack
    }

    /// Reads one certificate or more as PEM, or one as DER.
    static func parsing(_ bytes: [UInt8]) throws(ArchiveError) -> CertificateList {
        let list = try CertificateList()
        let stream = try MemoryStream.holding(bytes)
        while let certificate = unsafe PEM_read_bio_X509(stream.handle, nil, nil, nil) {
            try unsafe list.take(certificate)
        }
        let endedWhole = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE
        if list.count == 0 {
            // A temporary stream would be gone before OpenSSL reads it.
            let again = try MemoryStream.holding(bytes)
            if let certificate = unsafe d2i_X509_bio(again.handle, nil) { try unsafe list.take(certificate) }
        }
        ERR_clear_error()
        guard endedWhole, list.count > 0 else {
            throw ArchiveError(
                .unusableKey,
                "there is no whole certificate in PEM or DER",
                hint: "openssl x509 shows one"
            )
        }
        return list
    }

    /// How many there are.
    var count: Int { Int(unsafe OPENSSL_sk_num(stack)) }

    /// One of them, which stays the list's.
    @unsafe subscript(index: Int) -> OpaquePointer? {
        unsafe OPENSSL_sk_value(stack, Int32(index)).map { OpaquePointer($0) }
    }

    /// What the first is.
    func facts() throws(ArchiveError) -> CertificateFacts {
        guard let first = unsafe self[0] else { throw ArchiveError(.unusableKey, "there is no certificate") }
        return try unsafe CertificateFacts(of: first)
    }

    @unsafe private func take(_ certificate: OpaquePointer) throws(ArchiveError) {
        guard unsafe OPENSSL_sk_push(stack, UnsafeRawPointer(certificate)) > 0 else {
            unsafe X509_free(certificate)
            throw .cryptography("keep a certificate")
        }
    }

    deinit {
        for index in 0..<count { unsafe X509_free(self[index]) }
        unsafe OPENSSL_sk_free(stack)
    }
}
