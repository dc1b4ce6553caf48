import Cryptography
import Groundwork
import Foundation
import GRDB
import SealedArchive

/// What proves where an answer comes from, and for whom it is: hashes and moments alone.
package struct Origin: Sendable, Hashable, Encodable {
    /// SHA-256 of the descriptor, which holds those of all files.
    package let descriptorSHA256: String
    /// SHA-256 of the certificate that signed it.
    package let certificateSHA256: String?
    /// The moment that a timestamp authority named, RFC 3339 in UTC.
    package let timestampedAt: String?
    /// SHA-256 of the certificate that it is sealed to.
    package let recipientSHA256: String?

    /// The certificate's fingerprint in bytes.
    var signedBy: [UInt8]? {
        certificateSHA256.map { digits in
            let bytes = Array(digits.utf8)
            return stride(from: 0, to: bytes.count, by: 2).compactMap { place in
                UInt8(String(decoding: bytes[place..<min(place + 2, bytes.count)], as: UTF8.self), radix: 16)
            }
        }
    }
}

extension Origin {
    init(_ descriptor: [UInt8], _ signed: PackageSigner.Signed?, _ recipient: RecipientCertificate?) {
        descriptorSHA256 = SHA256.digest(of: descriptor).hexadecimal
        certificateSHA256 = signed?.facts.certificate.fingerprint.hexadecimal
        timestampedAt = (signed?.facts.timestamp?.moment).map {
            Surroundings.timestamp(Date(timeIntervalSince1970: TimeInterval($0)))
        }
        recipientSHA256 = recipient?.facts.fingerprint.hexadecimal
    }
}

extension RegisterTransaction {
    /// Notes where the answer of a round comes from.
    func store(_ origin: Origin, request id: String, round: Int) throws {
        try database.execute(
            cached: """
                UPDATE package SET descriptorSHA256 = ?, certificateSHA256 = ?, timestampedAt = ?, recipientSHA256 = ?
                WHERE request = ? AND round = ?
                """,
            arguments: [
                origin.descriptorSHA256, origin.certificateSHA256, origin.timestampedAt, origin.recipientSHA256, id,
                round,
            ]
        )
    }

    /// Where the answer of a round comes from, or nil before it is sealed.
    package func origin(request id: String, round: Int) throws -> Origin? {
        try Row.fetchOne(
            database,
            cached: "SELECT * FROM package WHERE request = ? AND round = ? AND descriptorSHA256 IS NOT NULL",
            arguments: [id, round]
        ).map { row in
            Origin(
                descriptorSHA256: row["descriptorSHA256"],
                certificateSHA256: row["certificateSHA256"],
                timestampedAt: row["timestampedAt"],
                recipientSHA256: row["recipientSHA256"]
            )
        }
    }

    /// SHA-256 of the archive of a round, also after it has expired.
    func archiveSHA256(request id: String, round: Int) throws -> String? {
        try String.fetchOne(
            database,
            cached: "SELECT archiveSHA256 FROM package WHERE request = ? AND round = ?",
            arguments: [id, round]
        )
    }
}
