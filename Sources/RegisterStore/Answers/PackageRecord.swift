import Groundwork

/// What is secret about a package: made once, before the first entry is sealed.
package struct PackageSecrets: Sendable, Codable {
    package var passphrase: String
    /// 32 bytes from which pseudonyms are made: the same within an archive, unlinkable across archives.
    package var pseudonymKey: [UInt8]
    /// What the caller reads out so that the person knows who rings.
    package var callNumber: String

    package init(
        passphrase: String,
        pseudonymKey: [UInt8],
        callNumber: String
    ) {
        self.passphrase = passphrase
        self.pseudonymKey = pseudonymKey
        self.callNumber = callNumber
    }
}

/// A package of a request, one a round, as the register holds it.
package struct PackageRecord: Sendable {
    package let request: String
    package let round: Int
    package let packageID: String
    package let collectedAt: String
    package let secrets: PackageSecrets
    package let archive: ArchiveRecord?
    package let passphraseToldAt: String?
    package let deliveredAt: String?
}

/// A sealed archive.
package struct ArchiveRecord: Sendable, Codable, Hashable {
    /// The file's name in `archives/`.
    package var name: String
    package var bytes: Int
    package var sha256: String

    package init(
        name: String,
        bytes: Int,
        sha256: String
    ) {
        self.name = name
        self.bytes = bytes
        self.sha256 = sha256
    }
}

extension PackageSecrets: Redacted {}
