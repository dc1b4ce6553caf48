import Cryptography
import Foundation
import Groundwork
import ArchiveSealing
import RegisterStore

extension AnswerOrigin {
    init(_ descriptor: [UInt8], _ signed: PackageSigner.Signed?, _ recipient: RecipientCertificate?) {
        self.init(
            descriptorSHA256: SHA256.digest(of: descriptor).hexadecimal,
            certificateSHA256: signed?.facts.certificate.fingerprint.hexadecimal,
            timestampedAt: (signed?.facts.timestamp?.moment).map {
                Surroundings.timestamp(Date(timeIntervalSince1970: TimeInterval($0)))
            },
            recipientSHA256: recipient?.facts.fingerprint.hexadecimal
        )
    }
}
