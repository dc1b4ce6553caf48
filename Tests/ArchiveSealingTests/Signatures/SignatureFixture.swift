import Foundation
import ArchiveSealing
import TestSupport

/// The moment, in seconds since 1970.
var now: Int { Int(Date().timeIntervalSince1970) }

/// A descriptor as a package has one, in bytes that no text mode may touch.
let descriptor = Array("{\n  \"resources\": [],\r\n  \"title\": \"Één\u{2028}\"\n}\n".utf8) + [0xFF, 0x00, 0x0A]

/// The identity that `openssl` made under a name.
func identity(_ name: String, in openssl: OpenSSL) throws -> SigningIdentity {
    try SigningIdentity(key: openssl.bytes("\(name).key"), certificates: openssl.bytes("\(name).crt"))
}

/// An identity that our own code made, valid at the moments it is told.
func ownIdentity(validFrom: Int = now - 60, validUntil: Int = now + 60) throws -> SigningIdentity {
    let made = try NewCertificate(
        for: .signing,
        name: "Eigen B.V.",
        country: "NL",
        email: "privacy@eigen.example",
        validFrom: validFrom,
        validUntil: validUntil
    )
    return try SigningIdentity(key: made.key, certificates: made.certificate)
}

extension ArchiveError.Code? {
    /// Whether a signature was refused, for whatever reason.
    var isRefusal: Bool { self == .badSignature || self == .unusableKey }
}
