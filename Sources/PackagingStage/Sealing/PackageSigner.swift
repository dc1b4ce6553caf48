package import Foundation
package import ArchiveSealing
package import ControllerFiles
import Policy

/// Signs descriptors for a controller, and has the moment confirmed where an authority is named.
package struct PackageSigner: Sendable {
    let identity: SigningIdentity
    let authority: TimestampAuthority?

    /// Makes a signer.
    package init(identity: SigningIdentity, authority: TimestampAuthority? = nil) {
        self.identity = identity
        self.authority = authority
    }

    /// A signature, and what it says.
    package struct Signed {
        package let bytes: [UInt8]
        package let facts: SignatureFacts
        /// Whether an authority was asked for the time and gave none.
        package let lacksTimestamp: Bool
    }

    /// Signs a descriptor, and reads the signature back before anybody gets it.
    ///
    /// An authority that does not answer holds up nothing: the law's clock runs on, and the receipt says what is missing.
    package func sign(_ descriptor: [UInt8], at now: Date) throws -> Signed {
        if let complaint = SigningKeys.complaint(about: identity.certificate, at: now) { throw complaint }
        var signature = try DetachedSignature(of: descriptor, by: identity, at: Int(now.timeIntervalSince1970))
        var lacksTimestamp = false
        do {
            if let authority { signature = try authority.stamp(signature) }
        } catch {
            guard error.code == .noTimestamp else { throw error }
            lacksTimestamp = true
        }
        let facts = try signature.check(against: descriptor)
        return Signed(bytes: signature.bytes, facts: facts, lacksTimestamp: lacksTimestamp)
    }
}

extension PackageSigner {
    /// The signer of a controller's folder, or nil where it has no signing key.
    package init?(of configuration: Configuration) throws {
        let (folder, controller) = (configuration.folder, configuration.controller)
        guard let identity = try SigningKeys.read(from: folder, isDemo: controller.isDemo) else { return nil }
        let authority = try controller.signature.timestamp.map { try TimestampAuthority($0, in: folder) }
        self.init(identity: identity, authority: authority)
    }
}
