package import Cases
package import Policy
package import Groundwork

/// What the mail with the sealed archive must tell.
package struct ArchiveFacts: Sendable {
    package var requestID: String
    /// The right that the archive answers.
    package var right: Right
    /// The name of the file as the mail carries it.
    package var attachmentName: String
    /// What the caller and the operator compare before the passphrase is told.
    package var callNumber: String
    /// The SHA-256 of the certificate that signed the package, where there is one.
    package var fingerprint: [UInt8]?
    /// Whether it is sealed to a certificate, so that there is no passphrase.
    package var isSealedToCertificate: Bool
    /// Whether the archive holds only what was missing from an earlier one.
    package var isSupplement: Bool
    /// The day by which what is missing follows, where something is.
    package var restFollowsBy: CivilDay?
    /// By which ways the person can be told the passphrase.
    package var ways: [PassphraseWay]

    /// Gathers what the letter tells.
    package init(
        requestID: String,
        right: Right = .access,
        attachmentName: String,
        callNumber: String,
        fingerprint: [UInt8]? = nil,
        isSealedToCertificate: Bool = false,
        isSupplement: Bool = false,
        restFollowsBy: CivilDay? = nil,
        ways: [PassphraseWay] = [.telephone]
    ) {
        self.requestID = requestID
        self.right = right
        self.attachmentName = attachmentName
        self.callNumber = callNumber
        self.fingerprint = fingerprint
        self.isSealedToCertificate = isSealedToCertificate
        self.isSupplement = isSupplement
        self.restFollowsBy = restFollowsBy
        self.ways = ways
    }
}
