import COpenSSL

/// A certificate to which an archive can be sealed: only the holder of its key opens that.
public struct RecipientCertificate: Sendable, Hashable {
    /// Whose it is.
    public let facts: CertificateFacts
    /// The certificate in PEM.
    public let pem: String

    /// Takes a certificate in PEM or DER with a key on which a secret can be agreed (EC) or under which it can be put (RSA).
    public init(parsing bytes: [UInt8]) throws(ArchiveError) {
        let list = try CertificateList.parsing(bytes)
        facts = try list.facts()
        guard let certificate = unsafe list[0], let key = unsafe X509_get0_pubkey(certificate), unsafe isStrong(key)
        else {
            throw ArchiveError(.unusableKey, "the certificate's key is neither EC of 256 bits nor RSA of 2048 or more")
        }
        // Without this extension OpenSSL says that every use is allowed.
        let needed = unsafe EVP_PKEY_get_base_id(key) == EVP_PKEY_EC ? KU_KEY_AGREEMENT : KU_KEY_ENCIPHERMENT
        guard unsafe X509_get_key_usage(certificate) & UInt32(needed) != 0 else {
            throw ArchiveError(
                .unusableKey,
                "the certificate is not for encryption",
                hint: "ask for one whose key usage is keyAgreement (EC) or keyEncipherment (RSA)"
            )
        }
        let stream = try MemoryStream()
        guard unsafe PEM_write_bio_X509(stream.handle, certificate) == 1 else { throw .cryptography("write it") }
        pem = stream.text
    }
}
