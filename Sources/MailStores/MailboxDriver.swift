import DriverParts
public import ExporterKit

/// Reaches mail (`driver: mailbox`); the connection is a Maildir, an mbox, or a folder of those and of `.eml` files, or
/// a folder on a server (``ServerStore``).
///
/// A record is a mail, or with `records: attachments` an attachment of one. The paths of the fields are what a mail
/// has (``MailField``): addresses bare, with the domain in small letters, and names beside them. A mail is found by
/// the addresses in its header, in whatever fields carry the kind that is asked for, and by `mentions` in its text.
///
/// All mails are looked at once for all questions: their headers alone, where no text is searched. Those that answer
/// are read again. The same mail in several places comes once, with all the places. A mail that nobody can read is
/// counted, and fails the reading at its end: nobody knows whose it is.
public struct MailboxDriver: Driver {
    /// The word in `exporter.yaml`.
    public let name = "mailbox"
    /// The mails are looked at once for all.
    public let answersManyAtOnce = true
    /// A mail has headers without end, and a field names the one that it wants.
    public let fieldsChooseWhatIsRead = true
    /// The keys of a system and of a collection.
    public let settings = DriverSettings(
        system: [
            SettingDescription("message_limit", .text, "how many MiB one mail may have; 64 if not given"),
            SettingDescription("part_limit", .text, "how many parts one mail may have; 1000 if not given"),
            SettingDescription("trust", .path, "a file of certificates to trust instead of the machine's (PEM)"),
            SettingDescription("quoting", .text, "how an mbox marks `From ` in a text: `mboxrd`, `mboxo` or `none`"),
        ],
        collection: [
            SettingDescription("records", .text, "`attachments`, where a record is an attachment instead of a mail"),
            SettingDescription("search", .text, "`text`: mails to or from the person are left to other collections"),
        ]
    )

    /// Makes the driver.
    public init() {}

    /// Opens nothing yet: files are opened one by one while they are read, and a server for each reading.
    public func open(_ system: SystemDescription, _ context: DriverContext) async throws -> any Source {
        let secret = context.secret
        return CollectionsSource(system) { (collection) throws(Problem) in
            try MailCollection(collection, of: system, secret)
        }
    }
}
