import COpenSSL

/// A signature that stands beside what it signs: CMS in DER, with the signing time and the certificates (CAdES-BES).
public struct DetachedSignature: Sendable {
    /// The message, as it stands in a file.
    public let bytes: [UInt8]

    /// Takes a signature that came from somewhere.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Signs content; the moment is in seconds since 1970.
    public init(of content: [UInt8], by identity: SigningIdentity, at moment: Int) throws(ArchiveError) {
        let begun = UInt32(CMS_PARTIAL | CMS_DETACHED | CMS_BINARY)
        let message = try unsafe CMSMessage(owning: CMS_sign(nil, nil, nil, nil, begun), "begin a signature")
        // CMS_CADES binds the certificate into what is signed, so that no other one can be put in its place.
        let flags = UInt32(CMS_BINARY | CMS_NOSMIMECAP | CMS_CADES)
        let signer = unsafe CMS_add1_signer(
            message.handle,
            identity.chain[0],
            identity.key.handle,
            EVP_sha256(),
            flags
        )
        guard let signer = unsafe signer else { throw .cryptography("add a signer") }
        try unsafe Self.note(moment, in: signer)
        for index in 1..<max(1, identity.chain.count) {
            guard unsafe CMS_add1_cert(message.handle, identity.chain[index]) == 1 else {
                throw .cryptography("add a certificate")
            }
        }
        let stream = try MemoryStream.holding(content)
        guard unsafe CMS_final(message.handle, stream.handle, nil, UInt32(CMS_BINARY | CMS_DETACHED)) == 1 else {
            throw .cryptography("sign")
        }
        bytes = try message.encoded()
    }

    private static func note(_ moment: Int, in signer: OpaquePointer) throws(ArchiveError) {
        guard let time = unsafe ASN1_TIME_set(nil, moment) else { throw .cryptography("write a moment") }
        defer { unsafe ASN1_STRING_free(time) }
        let type = unsafe time.pointee.type
        guard unsafe CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_signingTime, type, time, -1) == 1 else {
            throw .cryptography("note the signing time")
        }
    }
}
