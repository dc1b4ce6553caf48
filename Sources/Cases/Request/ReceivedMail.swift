import Groundwork
package import Policy

/// Why a mail waits for a person, whose clock runs all the same.
package enum HoldReason: String, Sendable, Codable, CaseIterable {
    case noHeader = "no-header"
    case tooLarge = "too-large"
    case tooManyParts = "too-many-parts"
    case tooDeep = "too-deep"
    case malformed
    case noSender = "no-sender"
    case severalSenders = "several-senders"
    case noText = "no-text"
    case winmail
    case encrypted
    case garbled
    case anotherLanguage = "another-language"
    case rightUnclear = "right-unclear"
    case severalRights = "several-rights"
    case forSomebodyElse = "for-somebody-else"
    case knownMessageID = "known-message-id"
    case tooManyToday = "too-many-today"
    case longAgo = "long-ago"

    /// Why, as a person is told.
    package var sentence: String {
        switch self {
        case .noHeader: "it has no header, so it says neither from whom nor when it came"
        case .tooLarge: "it is larger than intake.message_limit"
        case .tooManyParts: "it has more than a thousand parts, or as many lines of headers"
        case .tooDeep: "its parts stand in one another more than 50 deep"
        case .malformed: "its header holds lines or bytes that no header has"
        case .noSender: "it does not say in From from whom it came, or not as one plain address"
        case .severalSenders: "it names several senders in From"
        case .noText: "it has no text of its own, only pictures, files or what it quotes"
        case .winmail: "a part of it is in Outlook's own form (winmail.dat)"
        case .encrypted: "it is encrypted or packed into a signature"
        case .garbled: "its text is in a charset that it does not name rightly"
        case .anotherLanguage: "it is in a language that nobody is answered in"
        case .rightUnclear: "it does not say what it asks, or not in words that are recognised"
        case .severalRights: "it asks for several things, each of which is a request of its own"
        case .forSomebodyElse: "somebody asks in it for another person"
        case .knownMessageID: "another mail had its Message-ID, and other words"
        case .tooManyToday: "more requests came today than intake.requests_a_day lets through"
        case .longAgo: "it came more than 90 days ago"
        }
    }
}

/// A mail that was taken in, as far as it is kept: what was guessed of it, and where to find it.
package struct ReceivedMail: Sendable {
    /// What the mail is to its request.
    package enum Kind: String, Sendable {
        /// It opened the request.
        case opening
        /// It came about a request that was there.
        case about
    }

    package let number: Int64
    package let kind: Kind
    package let takenAt: String
    package let detail: ReceivedMailDetail
    package let heldBecause: [HoldReason]
    /// When a person had read it, or confirmed the guess; nil until then.
    package let settledAt: String?

    package init(
        number: Int64,
        kind: Kind,
        takenAt: String,
        detail: ReceivedMailDetail,
        heldBecause: [HoldReason],
        settledAt: String?
    ) {
        self.number = number
        self.kind = kind
        self.takenAt = takenAt
        self.detail = detail
        self.heldBecause = heldBecause
        self.settledAt = settledAt
    }

    /// Whether nothing may be done with the request before a person has read the mail.
    package var holdsRequest: Bool { settledAt == nil && !heldBecause.isEmpty && kind == .opening }
    /// Whether what it asks was only guessed, so that no answer goes before a person has confirmed it.
    package var isGuess: Bool { settledAt == nil && kind == .opening }
}

/// The part of a mail's record that may be personal; sealed in the register.
package struct ReceivedMailDetail: Sendable, Codable {
    /// The right that was guessed; nil where none was recognised.
    package var right: Right?
    /// The language that was guessed.
    package var language: Language?
    /// By what a person finds the mail: its subject, its Message-ID, and where it lay.
    package var subject: String
    package var messageID: String?
    package var place: String?
    /// What the controller's own server says of the sender; a signal, never a proof.
    package var signals: [String]
    /// What a person should know of it.
    package var remarks: [String]

    package init(
        right: Right? = nil,
        language: Language? = nil,
        subject: String = "",
        messageID: String? = nil,
        place: String? = nil,
        signals: [String] = [],
        remarks: [String] = []
    ) {
        self.right = right
        self.language = language
        self.subject = subject
        self.messageID = messageID
        self.place = place
        self.signals = signals
        self.remarks = remarks
    }
}

extension ReceivedMailDetail: Redacted {}
