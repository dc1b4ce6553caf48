/// Why a mail could not be handed over; never holds an address, a subject or a server's own words.
public struct MailFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// What sort of failure it is.
    public enum Code: String, Sendable, Codable, CaseIterable {
        /// The message cannot be put into a mail: a line break in a header, a name that is not plain.
        case invalidMessage
        /// The postbox is set up wrongly: the server's name, the file of trusted certificates, the login.
        case misconfigured
        /// Nobody listens, or the server's name is unknown.
        case cannotConnect
        /// The server offers no TLS, or the handshake failed; nothing was sent in the clear (case 85).
        case noTLS
        /// The server's certificate is not trusted or names another host.
        case untrustedCertificate
        /// The server wants a login or refused the one it got.
        case loginRefused
        /// The connection broke before the server took the mail.
        case connectionLost
        /// The server took longer than it may.
        case timedOut
        /// The server said: later (4xx), or that the mailbox is full.
        case deferred
        /// The server said: never (5xx).
        case rejected
        /// The message is over the limit, ours or the server's.
        case messageTooLarge
        /// The address has letters that the server, or the domain name system, cannot carry.
        case addressNotCarried
        /// The attachment is gone, is no regular file, or changed while it was read.
        case attachmentUnreadable
        /// The outbox folder cannot be written to.
        case cannotWrite
        /// The disk of the outbox folder is full.
        case diskFull
        /// The task was cancelled.
        case cancelled
        /// Something that should not happen.
        case unexpected
    }

    /// What sort of failure it is.
    public let code: Code
    /// What happened, in one sentence without a full stop and without personal data.
    public let message: String
    /// What the operator or the administrator can do.
    public let hint: String?
    /// The server's reply code, where a reply was the reason.
    public let smtpCode: Int?
    /// The server's enhanced status code (`5.7.0`), where it gave one.
    public let enhancedCode: String?

    /// Makes a failure.
    public init(
        _ code: Code,
        _ message: String,
        hint: String? = nil,
        smtpCode: Int? = nil,
        enhancedCode: String? = nil
    ) {
        self.code = code
        self.message = message
        self.hint = hint
        self.smtpCode = smtpCode
        self.enhancedCode = enhancedCode
    }

    /// Whether the very same message may go to the very same address later.
    ///
    /// That includes what an administrator must mend first, such as a certificate: the mail itself is sound. What
    /// cannot be retried needs another message or another way.
    public var retryable: Bool {
        switch code {
        case .cannotConnect, .noTLS, .untrustedCertificate, .loginRefused, .connectionLost, .timedOut, .deferred,
            .misconfigured, .cannotWrite, .diskFull, .cancelled, .unexpected:
            true
        case .invalidMessage, .rejected, .messageTooLarge, .addressNotCarried, .attachmentUnreadable: false
        }
    }

    /// The message and the hint.
    public var description: String { hint.map { "\(message) (\($0))" } ?? message }
}
