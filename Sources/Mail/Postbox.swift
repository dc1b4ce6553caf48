/// Where mails are handed over: a mail server, or a folder.
///
/// A postbox keeps nothing. Handing over the same message again hands over the same bytes under the same Message-ID,
/// so that an outbox may retry after a crash (case 89).
public protocol Postbox: Sendable {
    /// Hands one message over to its one recipient.
    ///
    /// It MUST return only when the server or the disk has the whole message, and MUST NOT put an address, a subject
    /// or a server's own words into a failure.
    func hand(over message: MailMessage) async throws(MailFailure) -> HandedOver
}

/// What is known of a message that was handed over; no personal data.
public struct HandedOver: Sendable, Hashable {
    /// The server's reply code, if a server took it.
    public let smtpCode: Int?
    /// The file's path, if a folder took it.
    public let path: String?

    /// Makes a receipt.
    public init(smtpCode: Int? = nil, path: String? = nil) {
        self.smtpCode = smtpCode
        self.path = path
    }
}
