import Foundation
package import ArchiveSealing
import Groundwork
import ControllerFiles

/// A signature as the one reads it who opens an archive.
package struct SignatureReport: Encodable {
    /// A timestamp as the same one reads it.
    package struct Timestamp: Encodable {
        package let at: String
        package let authority: String
        package let fingerprint: String
        package let isTrusted: Bool
    }

    package let subject: String
    package let fingerprint: String
    package let signedAt: String
    package let isTrusted: Bool
    package let timestamp: Timestamp?

    package init(_ facts: SignatureFacts) {
        subject = facts.certificate.subject
        fingerprint = facts.certificate.shownFingerprint
        signedAt = Self.time(facts.signedAt)
        isTrusted = facts.isTrusted
        timestamp = facts.timestamp.map { stamp in
            Timestamp(
                at: Self.time(stamp.moment),
                authority: stamp.authority.subject,
                fingerprint: stamp.authority.shownFingerprint,
                isTrusted: stamp.isTrusted
            )
        }
    }

    /// Prints what to look at, and where the certificate's fingerprint is to be compared.
    package func print(comparedWith other: String = "the one in the letter") {
        Terminal.print("signed", "\(signedAt), by \(subject)")
        if isTrusted {
            Terminal.print("trusted", "the certificate is the one that was named, or one that it vouches for")
        } else {
            Terminal.print("compare", "this fingerprint with \(other); anybody can make a certificate")
        }
        let pairs = fingerprint.split(separator: ":")
        Terminal.print("", pairs.prefix(16).joined(separator: ":"))
        Terminal.print("", pairs.dropFirst(16).joined(separator: ":"))
        guard let timestamp else { return }
        let standing = timestamp.isTrusted ? "trusted" : "whole; whether to trust it shows with --timestamp-authority"
        Terminal.print("timestamp", "\(timestamp.at), by \(timestamp.authority): \(standing)")
    }

    private static func time(_ moment: Int) -> String {
        Surroundings.timestamp(Date(timeIntervalSince1970: TimeInterval(moment)))
    }
}
