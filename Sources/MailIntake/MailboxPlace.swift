package import ExporterKit
import Groundwork
import MailReading

/// A place where mails lie, which is only ever read: a Maildir, an mbox, a folder of mails, or a folder on a server.
package struct MailboxPlace: Sendable {
    private let system: SystemDescription
    private let secret: Secret?

    /// Names a place.
    ///
    /// - Parameters:
    ///   - connection: a path, or `imaps://USER@HOST/FOLDER`.
    ///   - folder: from where a relative path leads on, and where the file of certificates lies.
    ///   - secret: the password of a server.
    ///   - trust: a file of certificates to trust instead of the machine's.
    package init(_ connection: String, in folder: String, secret: Secret? = nil, trust: String? = nil) {
        system = SystemDescription(
            id: "mailbox",
            title: LocalizedText("mailbox"),
            driver: "mailbox",
            connection: connection,
            settings: trust.map { ["trust": .text($0)] } ?? [:],
            folder: folder,
            collections: []
        )
        self.secret = secret
    }

    /// What holds its mails.
    func store(_ limits: MailLimits) throws -> any MailStore {
        system.connection.contains("://")
            ? try ServerStore(system, secret, limits) : FolderStore(system, limits)
    }
}
