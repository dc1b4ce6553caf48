package import ExporterKit
package import Groundwork

/// How mails are taken in as requests.
package struct IntakePolicy: Sendable, Hashable {
    /// Where the mails lie: a Maildir, an mbox or a folder of `.eml`, relative to the controller's folder, or
    /// `imaps://USER@HOST/FOLDER`; nil where nobody takes them in by itself.
    package var mailbox: String?
    /// Where the password of a mailbox on a server stands.
    package var password: SecretReference?
    /// A file of certificates to trust instead of the machine's, relative to the controller's folder.
    package var trust: String?
    /// Mails that the own server received before this day are left alone.
    package var since: CivilDay?
    /// The name by which the own mail server signs its results of authentication (RFC 8601, authserv-id).
    package var authenticationResults: String?
    /// The `List-Id` of the group through which the mailbox itself gets its mail.
    package var ownList: String?
    /// How many requests one day's mails may open before each waits for a person.
    package var requestsADay: Int
    /// The largest mail that is read, in bytes.
    package var messageLimit: Int

    /// What is read of a mail where the controller says nothing.
    package static let usualMessageLimit = 32_000_000
    /// How many requests a day where the controller says nothing.
    package static let usualRequestsADay = 200

    /// Makes a policy.
    package init(
        mailbox: String? = nil,
        password: SecretReference? = nil,
        trust: String? = nil,
        since: CivilDay? = nil,
        authenticationResults: String? = nil,
        ownList: String? = nil,
        requestsADay: Int = IntakePolicy.usualRequestsADay,
        messageLimit: Int = IntakePolicy.usualMessageLimit
    ) {
        self.mailbox = mailbox
        self.password = password
        self.trust = trust
        self.since = since
        self.authenticationResults = authenticationResults
        self.ownList = ownList
        self.requestsADay = requestsADay
        self.messageLimit = messageLimit
    }
}
