package import Foundation
package import ArchiveSealing
package import Policy
import Groundwork

/// The key by which a controller signs its answers, and the certificate that says so.
package enum SigningKeys {
    /// Where the private key stands in a controller's folder.
    package static let keyPath = "keys/signing.key"
    /// Where the certificate stands, its own first, then those that vouch for it.
    package static let certificatePath = "keys/signing.crt"

    /// Reads the key and the certificate of a controller's folder, or nil where neither is there.
    ///
    /// Whether the certificate is valid today is asked when something is signed: an answer waits for that, a look at
    /// the register does not.
    package static func read(from folder: String, isDemo: Bool) throws(ConfigurationError) -> SigningIdentity? {
        let (key, certificate) = ("\(folder)/\(keyPath)", "\(folder)/\(certificatePath)")
        guard [key, certificate].contains(where: isThere) else { return nil }
        try KeyFolder.check("\(folder)/keys")
        let secret = try KeyFolder.read(key, as: "the signing key")
        let chain = try KeyFolder.readOpen(certificate, as: "the signing certificate")
        let identity: SigningIdentity
        do throws(ArchiveError) {
            identity = try SigningIdentity(key: secret, certificates: chain)
        } catch {
            throw ConfigurationError(
                .keyMalformed,
                "\(keyPath) or \(certificatePath): \(error.message)",
                hint: error.hint
            )
        }
        guard isDemo || !ExampleKeys.hold(identity.certificate) else {
            throw ConfigurationError(
                .keyIsExample,
                "the signing key is the published example key, which everybody has",
                hint: "remove \(keyPath) and \(certificatePath), and make a pair with `inzage keys new --signing`"
            )
        }
        return identity
    }

    /// Why a certificate cannot sign at a moment, or nil if it can.
    package static func complaint(about certificate: CertificateFacts, at now: Date) -> ConfigurationError? {
        let moment = Int(now.timeIntervalSince1970)
        guard !certificate.isValid(at: moment) else { return nil }
        let expired = moment > certificate.validUntil
        return ConfigurationError(
            .keyUnusable,
            expired
                ? "the signing certificate expired on \(day(certificate.validUntil))"
                : "the signing certificate is valid from \(day(certificate.validFrom)) only",
            hint: "put another pair into keys/, or take both files away: then answers are not signed"
        )
    }

    /// What `inzage check` says about signatures.
    package static func findings(in folder: String, controller: Controller, at now: Date) -> [Finding] {
        do throws(ConfigurationError) {
            if let policy = controller.signature.timestamp { _ = try TimestampAuthority(policy, in: folder) }
            guard let identity = try read(from: folder, isDemo: controller.isDemo) else {
                return [finding(.null, "answers are not signed", fix: "make a key with `inzage keys new --signing`")]
            }
            if let complaint = complaint(about: identity.certificate, at: now) { throw complaint }
            let soon = now.addingTimeInterval(30 * 86_400)
            guard complaint(about: identity.certificate, at: soon) == nil else {
                let day = day(identity.certificate.validUntil)
                return [finding(.warning, "the signing certificate expires on \(day)", fix: "have it renewed")]
            }
            return []
        } catch {
            return [finding(.error, error.message, fix: error.hint ?? "")]
        }
    }

    private static func finding(_ severity: Finding.Severity, _ problem: String, fix: String) -> Finding {
        Finding(severity: severity, file: keyPath, line: nil, field: "", problem: problem, fix: fix)
    }

    private static func day(_ moment: Int) -> String {
        String(Surroundings.timestamp(Date(timeIntervalSince1970: TimeInterval(moment))).prefix(10))
    }

    private static func isThere(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }
}
