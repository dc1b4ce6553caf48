import COpenSSL

/// A private key, the certificate that says whose it is, and the certificates that vouch for that one.
public final class SigningIdentity: Sendable {
    /// The certificate.
    public let certificate: CertificateFacts
    let key: PrivateKey
    let chain: CertificateList

    /// Takes a key and a chain in PEM, and refuses a pair that would sign what nobody accepts.
    public init(key: [UInt8], certificates: [UInt8]) throws(ArchiveError) {
        let key = try PrivateKey(parsing: key)
        let chain = try CertificateList.parsing(certificates)
        certificate = try chain.facts()
        guard let own = unsafe chain[0], unsafe X509_check_private_key(own, key.handle) == 1 else {
            ERR_clear_error()
            throw ArchiveError(
                .unusableKey,
                "the key does not belong to the first certificate",
                hint: "put the certificate that was made for this key first"
            )
        }
        guard unsafe isStrong(key.handle) else {
            throw ArchiveError(.unusableKey, "the key is neither ECDSA of 256 bits nor RSA of 2048 bits or more")
        }
        guard unsafe X509_check_purpose(own, X509_PURPOSE_SMIME_SIGN, 0) == 1 else {
            throw ArchiveError(
                .unusableKey,
                "the certificate is not for signatures",
                hint: "it needs the key usage digitalSignature, and emailProtection where it has an extended one"
            )
        }
        self.key = key
        self.chain = chain
    }
}

extension SigningIdentity: CustomStringConvertible, CustomReflectable {
    /// Whose it is; never the key.
    public var description: String { "signing identity of \(certificate.subject)" }
    /// Nothing to look into.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
