package import ExporterKit

/// How the answer travels.
package struct DeliveryPolicy: Sendable, Hashable {
    /// The address that mail comes from.
    package var from: String
    /// What the sender is called beside that address, or nil for the address alone.
    package var fromName: String?
    /// The privacy mailbox to which a person returns the code.
    package var replyTo: String
    /// The server, or nil for a folder of mails.
    package var smtp: SMTPServer?
    /// The largest message in bytes, before and after encoding for transport.
    package var mailLimit: Int
    /// How many days an archive is kept after it was delivered.
    package var archiveDays: Int
    /// Whether entries are padded to one of few sizes, so that these tell less of what is inside.
    package var isPadded: Bool
    /// How many records an answer may have for the workbook to be in it; 0 is never.
    package var workbookRecords: Int
    /// How a passphrase is told to somebody of whom neither a telephone number nor a postal address is on file; nil is
    /// in person.
    package var passphraseOtherwise: LocalizedText?

    /// How many records where the controller says nothing: what most people's programs open without a wait.
    package static let usualWorkbookRecords = 100_000

    /// Makes a policy.
    package init(
        from: String,
        fromName: String? = nil,
        replyTo: String,
        smtp: SMTPServer? = nil,
        mailLimit: Int = 15_000_000,
        archiveDays: Int = 14,
        isPadded: Bool = false,
        workbookRecords: Int = DeliveryPolicy.usualWorkbookRecords,
        passphraseOtherwise: LocalizedText? = nil
    ) {
        self.from = from
        self.fromName = fromName
        self.replyTo = replyTo
        self.smtp = smtp
        self.mailLimit = mailLimit
        self.archiveDays = archiveDays
        self.isPadded = isPadded
        self.workbookRecords = workbookRecords
        self.passphraseOtherwise = passphraseOtherwise
    }
}

/// A mail server reached with verified TLS.
package struct SMTPServer: Sendable, Hashable {
    package var host: String
    package var port: Int
    /// Whether TLS begins at once (465) instead of by STARTTLS (587).
    package var implicitTLS: Bool
    package var user: String?
    package var password: SecretReference?
    /// A file with the certificates to trust instead of the system's, relative to the controller's folder.
    package var trust: String?

    /// Makes a server.
    package init(
        host: String,
        port: Int,
        implicitTLS: Bool,
        user: String? = nil,
        password: SecretReference? = nil,
        trust: String? = nil
    ) {
        self.host = host
        self.port = port
        self.implicitTLS = implicitTLS
        self.user = user
        self.password = password
        self.trust = trust
    }
}
