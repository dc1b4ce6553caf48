public import struct Foundation.Date

/// A text mail to one recipient, perhaps with one attachment; whatever would break a header is refused at once.
public struct MailMessage: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// What a machine that answers mail is told about this one (RFC 3834).
    public enum AutoSubmitted: String, Sendable, Codable {
        /// Sent by a machine of its own accord.
        case generated = "auto-generated"
        /// Sent by a machine in answer to a mail.
        case replied = "auto-replied"
    }

    /// The sender, in the header and on the envelope.
    public let from: MailAddress
    /// What the sender is called beside their address, or nil for the address alone.
    public let fromName: String?
    /// Where an answer goes, if not to the sender.
    public let replyTo: MailAddress?
    /// The one recipient.
    public let to: MailAddress
    /// The subject; never a code or a secret, because a locked screen shows it.
    public let subject: String
    /// The text, with any kind of line ends.
    public let body: String
    /// The Message-ID without its angle brackets, the same on every retry.
    public let messageID: String
    /// The date in the header, the same on every retry.
    public let date: Date
    /// How the mail came to be.
    public let autoSubmitted: AutoSubmitted
    /// The one attachment.
    public let attachment: Attachment?

    /// Makes a message, or says what of it cannot stand in a mail (case 86).
    public init(
        from: MailAddress,
        fromName: String? = nil,
        replyTo: MailAddress? = nil,
        to: MailAddress,
        subject: String,
        body: String,
        messageID: String,
        date: Date,
        autoSubmitted: AutoSubmitted = .generated,
        attachment: Attachment? = nil
    ) throws(MailFailure) {
        try Self.check(subject, as: "subject")
        if let fromName {
            try Self.check(fromName, as: "sender's name")
            guard fromName.utf8.count <= EncodedWord.longestPhrase else {
                throw MailFailure(.invalidMessage, "the sender's name is longer than 45 bytes", hint: "shorten it")
            }
        }
        try Self.check(messageID: messageID)
        self.from = from
        self.fromName = fromName
        self.replyTo = replyTo
        self.to = to
        self.subject = subject
        self.body = body
        self.messageID = messageID
        self.date = date
        self.autoSubmitted = autoSubmitted
        self.attachment = attachment
    }

    /// The part of the Message-ID before the `@`, which is also a safe file name.
    public var name: String {
        String(decoding: messageID.utf8.prefix { $0 != UInt8(ascii: "@") }, as: UTF8.self)
    }

    /// The Message-ID alone; the rest is personal data.
    public var description: String { "mail \(messageID) <redacted>" }
    /// The Message-ID alone; the rest is personal data.
    public var debugDescription: String { description }
    /// Nothing of the mail, for `dump` and test output too.
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection()) }

    /// Looks at scalars, never at characters: CR LF is one character and equals neither of its halves.
    private static func check(_ text: String, as what: String) throws(MailFailure) {
        let broken = text.unicodeScalars.contains { scalar in
            scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value)
        }
        guard !broken else {
            throw MailFailure(
                .invalidMessage,
                "the \(what) holds a line break or a control character",
                hint: "write the \(what) on one line"
            )
        }
        guard text.utf8.count <= 2000 else {
            throw MailFailure(.invalidMessage, "the \(what) is longer than 2000 bytes", hint: "shorten it")
        }
    }

    private static func check(messageID: String) throws(MailFailure) {
        let sides = Array(messageID.utf8).split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard sides.count == 2, ASCII.isPlainName(sides[0], upTo: 100), AddressRules.isPlainDomain(sides[1]) else {
            throw MailFailure(
                .invalidMessage,
                "the message id is not like name@example.org",
                hint: "use letters, digits, dots, hyphens and underscores"
            )
        }
    }
}

/// A file that travels with a mail.
public struct Attachment: Sendable {
    /// Where the file is.
    public let path: String
    /// The name that the recipient sees.
    public let name: String
    /// Its type, such as `application/zip`.
    public let mediaType: String

    /// Makes an attachment whose name and type are plain ASCII.
    public init(path: String, name: String, mediaType: String) throws(MailFailure) {
        guard ASCII.isPlainName(name.utf8, upTo: 100) else {
            throw MailFailure(
                .invalidMessage,
                "the attachment's name is not a plain file name",
                hint: "use letters, digits, dots, hyphens and underscores"
            )
        }
        let halves = Array(mediaType.utf8).split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard halves.count == 2, halves.allSatisfy(Self.isToken) else {
            throw MailFailure(.invalidMessage, "the attachment's type is not like application/zip")
        }
        self.path = path
        self.name = name
        self.mediaType = mediaType
    }

    private static func isToken(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.isEmpty && bytes.count <= 60
            && bytes.allSatisfy { ASCII.isAlphanumeric($0) || "!#$&-^_.+".utf8.contains($0) }
    }
}
