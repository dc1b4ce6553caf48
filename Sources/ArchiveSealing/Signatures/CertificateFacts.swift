import COpenSSL
import Glibc

/// What people compare and read of a certificate; moments are seconds since 1970.
public struct CertificateFacts: Sendable, Codable, Hashable {
    /// Whose it is, as `openssl x509 -subject` prints it; control characters are escaped.
    public let subject: String
    /// SHA-256 of the certificate.
    public let fingerprint: [UInt8]
    /// SHA-256 of its public key, which stays the same when the certificate is renewed.
    public let publicKeyDigest: [UInt8]
    /// From when it is valid.
    public let validFrom: Int
    /// Until when it is valid.
    public let validUntil: Int

    /// Whether it is valid at a moment.
    public func isValid(at moment: Int) -> Bool { (validFrom...max(validFrom, validUntil)).contains(moment) }
}

extension CertificateFacts {
    /// Reads the facts of a certificate that somebody owns.
    @unsafe init(of certificate: OpaquePointer) throws(ArchiveError) {
        let name = try MemoryStream()
        guard unsafe x509_name_write(name.handle, X509_get_subject_name(certificate)) >= 0 else {
            throw .cryptography("print a certificate's subject")
        }
        subject = name.text
        fingerprint = try unsafe Self.digest { unsafe X509_digest(certificate, EVP_sha256(), $0, $1) }
        publicKeyDigest = try unsafe Self.digest { unsafe X509_pubkey_digest(certificate, EVP_sha256(), $0, $1) }
        validFrom = try unsafe seconds(of: X509_get0_notBefore(certificate))
        validUntil = try unsafe seconds(of: X509_get0_notAfter(certificate))
    }

    private static func digest(
        _ compute: (UnsafeMutablePointer<UInt8>, UnsafeMutablePointer<UInt32>) -> Int32
    ) throws(ArchiveError) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        guard unsafe compute(&digest, &length) == 1, length == 32 else { throw .cryptography("compute a fingerprint") }
        return digest
    }
}

/// A moment of ASN.1 in seconds since 1970.
@unsafe func seconds(of time: UnsafePointer<ASN1_TIME>?) throws(ArchiveError) -> Int {
    var parts = unsafe tm()
    guard let time = unsafe time, unsafe ASN1_TIME_to_tm(time, &parts) == 1 else {
        throw ArchiveError(.unusableKey, "a certificate or signature names a moment that does not exist")
    }
    return unsafe timegm(&parts)
}
