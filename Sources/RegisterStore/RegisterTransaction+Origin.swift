import Cryptography
import Groundwork
import Foundation
import GRDB
import ArchiveSealing

/// What proves where an answer comes from, and for whom it is: hashes and moments alone.
package struct AnswerOrigin: Sendable, Hashable, Encodable {
    /// SHA-256 of the descriptor, which holds those of all files.
    package let descriptorSHA256: String
    /// SHA-256 of the certificate that signed it.
    package let certificateSHA256: String?
    /// The moment that a timestamp authority named, RFC 3339 in UTC.
    package let timestampedAt: String?
    /// SHA-256 of the certificate that it is sealed to.
    package let recipientSHA256: String?

    package init(
        descriptorSHA256: String,
        certificateSHA256: String?,
        timestampedAt: String?,
        recipientSHA256: String?
    ) {
        self.descriptorSHA256 = descriptorSHA256
        self.certificateSHA256 = certificateSHA256
        self.timestampedAt = timestampedAt
        self.recipientSHA256 = recipientSHA256
    }

    /// The certificate's fingerprint in bytes.
    package var signedBy: [UInt8]? {
        certificateSHA256.flatMap { Hexadecimal.bytes(of: $0.utf8) }
    }
}

extension RegisterTransaction {
    /// Notes where the answer of a round comes from.
    package func store(_ origin: AnswerOrigin, request id: String, round: Int) throws {
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
    package func origin(request id: String, round: Int) throws -> AnswerOrigin? {
        try Row.fetchOne(
            database,
            cached: "SELECT * FROM package WHERE request = ? AND round = ? AND descriptorSHA256 IS NOT NULL",
            arguments: [id, round]
        ).map { row in
            AnswerOrigin(
                descriptorSHA256: row["descriptorSHA256"],
                certificateSHA256: row["certificateSHA256"],
                timestampedAt: row["timestampedAt"],
                recipientSHA256: row["recipientSHA256"]
            )
        }
    }

    /// SHA-256 of the archive of a round, also after it has expired.
    package func archiveSHA256(request id: String, round: Int) throws -> String? {
        try String.fetchOne(
            database,
            cached: "SELECT archiveSHA256 FROM package WHERE request = ? AND round = ?",
            arguments: [id, round]
        )
    }
}
