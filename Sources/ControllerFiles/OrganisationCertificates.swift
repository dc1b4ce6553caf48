import Groundwork
import Foundation
package import ArchiveSealing
import Cases

/// The certificates of organisations, and of people, to which answers can be sealed.
package enum OrganisationCertificates {
    /// Where a controller keeps those that it knows.
    static let folder = "keys/organisations"

    /// Where the certificate of an organisation stands, or nil for a name that is no file's.
    static func path(for name: String) -> String? {
        EntryName.isSafe(name) && !name.utf8.contains(UInt8(ascii: "/")) ? "\(folder)/\(name).crt" : nil
    }

    /// The certificate that the controller keeps of an organisation, or nil.
    package static func known(
        _ name: String,
        in controller: String,
        isDemo: Bool
    ) throws -> RecipientCertificate? {
        guard let path = path(for: name), FileManager.default.fileExists(atPath: "\(controller)/\(path)") else {
            return nil
        }
        return try read("\(controller)/\(path)", isDemo: isDemo)
    }

    /// Reads a certificate that somebody sent.
    package static func read(_ path: String, isDemo: Bool) throws -> RecipientCertificate {
        guard let bytes = try? RegularFile(at: path, limit: 65_536, followingLinks: true).bytes else {
            throw InzageError(.usage, "the certificate cannot be read", hint: "name a file in PEM or DER")
        }
        let certificate: RecipientCertificate
        do throws(ArchiveError) {
            certificate = try RecipientCertificate(parsing: bytes)
        } catch {
            throw InzageError(.usage, "the certificate cannot be used: \(error.message)", hint: error.hint)
        }
        guard isDemo || !ExampleKeys.hold(certificate.facts) else {
            throw InzageError(
                .configuration,
                "the certificate is a published example, whose key everybody has",
                hint: "ask the organisation for its own"
            )
        }
        return certificate
    }
}

extension CertificateFacts {
    /// The fingerprint as OpenSSL prints it.
    package var shownFingerprint: String {
        fingerprint.map { [$0].hexadecimal.uppercased() }.joined(separator: ":")
    }
}
