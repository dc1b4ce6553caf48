import Groundwork
package import Foundation
import ArchiveSealing
import Cases
package import Policy

/// Makes keys with certificates that vouch for themselves; nothing that is there is ever written over.
package enum NewKeys {
    private static let lifetime = TimeInterval(2 * 365 * 86_400)

    /// Makes the controller's signing key and certificate, valid for two years.
    package static func sign(for controller: Controller, in folder: String, at now: Date) throws -> [String] {
        let entity = controller.entities.first
        guard let name = controller.name ?? entity?.name else {
            throw InzageError(
                .configuration,
                "controller.yaml does not say whose key it is to be",
                hint: "write the name under entities"
            )
        }
        return try make(
            .signing,
            name: name,
            country: entity?.country ?? controller.country,
            email: controller.contact.email,
            paths: (SigningKeys.keyPath, SigningKeys.certificatePath),
            in: folder,
            at: now
        )
    }

    /// Makes the key and certificate of an organisation, to try out what it would do itself.
    package static func organisation(named name: String, in folder: String, at now: Date) throws -> [String] {
        guard let path = OrganisationCertificates.path(for: name) else {
            throw InzageError(.usage, "the name cannot be a file's", hint: "use letters, digits, hyphens and dots")
        }
        let key = "\(OrganisationCertificates.folder)/\(name).key"
        try KeyFolder.make("\(folder)/keys")
        try KeyFolder.make("\(folder)/\(OrganisationCertificates.folder)")
        return try make(.receiving, name: name, country: nil, email: nil, paths: (key, path), in: folder, at: now)
    }

    private static func make(
        _ purpose: NewCertificate.Purpose,
        name: String,
        country: String?,
        email: String?,
        paths: (key: String, certificate: String),
        in folder: String,
        at now: Date
    ) throws -> [String] {
        try KeyFolder.make("\(folder)/keys")
        for path in [paths.key, paths.certificate] where FileManager.default.fileExists(atPath: "\(folder)/\(path)") {
            throw ConfigurationError(.keyExists, "there is \(path) already", hint: "move it away first; it was kept")
        }
        let made = try NewCertificate(
            for: purpose,
            name: name,
            country: country,
            email: email,
            // A clock that is a little behind must not find a certificate of the future.
            validFrom: Int(now.timeIntervalSince1970) - 3600,
            validUntil: Int(now.addingTimeInterval(lifetime).timeIntervalSince1970)
        )
        let reason = "move it away first; it was kept"
        try KeyFolder.write(made.key, to: "\(folder)/\(paths.key)", as: paths.key, keptBecause: reason)
        try KeyFolder.write(
            made.certificate,
            to: "\(folder)/\(paths.certificate)",
            as: paths.certificate,
            keptBecause: reason
        )
        return [paths.key, paths.certificate]
    }
}
