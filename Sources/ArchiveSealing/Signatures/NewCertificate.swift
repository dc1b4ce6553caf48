import COpenSSL

/// A new key on P-256 with a certificate that vouches for itself.
public struct NewCertificate: Sendable {
    /// What the certificate is for.
    public enum Purpose: Sendable {
        /// To sign.
        case signing
        /// To be sealed to.
        case receiving
    }

    /// The private key in PEM.
    public let key: [UInt8]
    /// The certificate in PEM.
    public let certificate: [UInt8]

    /// Makes a key and a certificate; moments are in seconds since 1970.
    public init(
        for purpose: Purpose,
        name: String,
        country: String? = nil,
        email: String? = nil,
        validFrom: Int,
        validUntil: Int
    ) throws(ArchiveError) {
        guard let made = unsafe p256_key_new() else { throw .cryptography("make a key") }
        let key = unsafe PrivateKey(owning: made)
        let draft = try CertificateDraft()
        try draft.number(for: key)
        try draft.name(name, country: country)
        try draft.setValidity(from: validFrom, until: validUntil)
        try draft.extend(NID_basic_constraints, "critical,CA:FALSE")
        try draft.extend(NID_key_usage, purpose == .signing ? "critical,digitalSignature" : "critical,keyAgreement")
        try draft.extend(NID_ext_key_usage, "emailProtection")
        try draft.extend(NID_subject_key_identifier, "hash")
        // The value is a small language in which a comma begins another name.
        if let email, !email.utf8.contains(where: { ",:;\\ ".utf8.contains($0) }) {
            try draft.extend(NID_subject_alt_name, "email:\(email)")
        }
        certificate = try draft.signed(by: key)
        self.key = try key.pem()
    }
}

/// A certificate that nobody has signed yet.
@safe private struct CertificateDraft: ~Copyable {
    private let draft: OpaquePointer

    init() throws(ArchiveError) {
        guard let draft = unsafe X509_new() else { throw .cryptography("make a certificate") }
        unsafe self.draft = unsafe draft
    }

    func number(for key: borrowing PrivateKey) throws(ArchiveError) {
        var serial = [UInt8](repeating: 0, count: 16)
        guard unsafe RAND_bytes(&serial, Int32(serial.count)) == 1 else { throw .cryptography("draw a number") }
        serial[0] = serial[0] & 0x7F | 0x40  // Positive, and of one length.
        let number = unsafe BN_bin2bn(serial, Int32(serial.count), nil)
        defer { unsafe BN_free(number) }
        guard unsafe BN_to_ASN1_INTEGER(number, X509_get_serialNumber(draft)) != nil,
            unsafe X509_set_version(draft, 2) == 1, unsafe X509_set_pubkey(draft, key.handle) == 1
        else { throw .cryptography("make a certificate") }
    }

    func name(_ name: String, country: String?) throws(ArchiveError) {
        let subject = unsafe X509_get_subject_name(draft)
        var parts = [("O", name), ("CN", name)]
        if let country, country.utf8.count == 2 { parts.insert(("C", country), at: 0) }
        for (field, value) in parts {
            // X.520 allows 64 characters.
            let bytes = Array(String(String.UnicodeScalarView(value.unicodeScalars.prefix(64))).utf8)
            guard
                unsafe X509_NAME_add_entry_by_txt(
                    subject,
                    field,
                    MBSTRING_UTF8,
                    bytes,
                    Int32(bytes.count),
                    -1,
                    0
                ) == 1
            else { throw .cryptography("name a certificate") }
        }
        guard unsafe X509_set_issuer_name(draft, subject) == 1 else { throw .cryptography("name a certificate") }
    }

    func setValidity(from: Int, until: Int) throws(ArchiveError) {
        guard unsafe ASN1_TIME_set(X509_getm_notBefore(draft), from) != nil,
            unsafe ASN1_TIME_set(X509_getm_notAfter(draft), until) != nil
        else { throw .cryptography("date a certificate") }
    }

    func extend(_ what: Int32, _ value: String) throws(ArchiveError) {
        guard unsafe x509_extend(draft, what, value) == 1 else { throw .cryptography("extend a certificate") }
    }

    func signed(by key: borrowing PrivateKey) throws(ArchiveError) -> [UInt8] {
        let stream = try MemoryStream()
        guard unsafe X509_sign(draft, key.handle, EVP_sha256()) > 0,
            unsafe PEM_write_bio_X509(stream.handle, draft) == 1
        else { throw .cryptography("sign a certificate") }
        return stream.bytes
    }

    deinit { unsafe X509_free(draft) }
}
