package import Groundwork
package import Policy

/// What somebody asks, as the operator types it; nothing in it is trusted.
package struct Submission: Sendable {
    /// The right that the requester names, or nil: a request needs to name none.
    package var right: Right?
    package var claim: Claim
    package var language: Language?
    /// The day it reached the controller, `YYYY-MM-DD`; today where nil.
    package var receivedOn: String?
    /// Why a day of receipt long ago is right, or nil.
    package var lateEntry: String?
    /// The request that this one follows.
    package var follows: String?

    package init(
        right: Right?,
        claim: Claim,
        language: Language? = nil,
        receivedOn: String? = nil,
        lateEntry: String? = nil,
        follows: String? = nil
    ) {
        self.right = right
        self.claim = claim
        self.language = language
        self.receivedOn = receivedOn
        self.lateEntry = lateEntry
        self.follows = follows
    }
}

/// What the requester says about themselves: never trusted, never used to search beyond finding candidates.
package struct Claim: Sendable, Codable, Hashable {
    /// The address they say is theirs; nil where the request does not say whose data it is about.
    package var email: String?
    /// The name they give.
    package var name: String?
    /// Who asks for the subject, if it is not the subject.
    package var representative: Representative?
    /// Identifiers they name, as `kind=value`; shown to the operator, never searched by.
    package var identifiers: [String]
    /// Where they want the answer.
    package var destination: Destination
    /// The certificate in PEM to which the answer is sealed, instead of under a passphrase.
    package var certificate: String?

    package init(
        email: String?,
        name: String? = nil,
        representative: Representative? = nil,
        identifiers: [String] = [],
        destination: Destination = .addressOfRecord,
        certificate: String? = nil
    ) {
        self.email = email
        self.name = name
        self.representative = representative
        self.identifiers = identifiers
        self.destination = destination
        self.certificate = certificate
    }
}

/// Somebody who acts for the subject.
package struct Representative: Sendable, Codable, Hashable {
    package var name: String
    package var email: String

    package init(name: String, email: String) {
        self.name = name
        self.email = email
    }
}

/// Where an answer goes.
package enum Destination: Sendable, Codable, Hashable {
    /// The stored bytes of the address that the controller already knew.
    case addressOfRecord
    /// Another address; needs extra identification.
    case address(String)
    /// By post; needs extra identification.
    case post
    /// Handed over in person; needs extra identification.
    case handOver
    /// A named organisation (Article 20(2)); needs extra identification.
    case organisation(name: String, email: String)

    package var description: String { word }

    /// What sort of destination it is, without the address.
    package var word: String {
        switch self {
        case .addressOfRecord: "address of record"
        case .address: "another address"
        case .post: "post"
        case .handOver: "hand-over"
        case .organisation: "organisation"
        }
    }
}

/// One exercise of one right, with its number, its clock and its state, as the register holds it.
package struct Request: Sendable {
    package let id: String
    package var right: Right
    package var language: Language
    package var receivedOn: CivilDay
    /// Where it stands; ``move(to:)`` is the only way to change it.
    package private(set) var state: State
    /// 1 for the first answer; a supplement or a reopening counts on.
    package var round: Int
    /// For a supplement the systems it is about; nil means all.
    package var roundScope: [String]?
    package var claim: Claim
    /// How many codes were typed wrongly, over all codes.
    package var tries: Int
    package var closedBecause: String?
    package var follows: String?
    /// Whether the requester named a right; where not, it is treated as access while they are asked.
    package var rightWasNamed = true
    /// The edition of the holidays by which its days are counted; nil for the newest.
    package var calendar: String?
    /// The day on which an extension was announced.
    package var extendedOn: CivilDay?
    /// The day on which people carried out what was asked, for a right that no archive answers.
    package var grantedOn: CivilDay?
    /// When who asked was forgotten, because finished requests are kept no longer; RFC 3339.
    package var purgedAt: String?

    package init(
        id: String,
        right: Right,
        language: Language,
        receivedOn: CivilDay,
        state: State,
        round: Int,
        roundScope: [String]? = nil,
        claim: Claim,
        tries: Int,
        closedBecause: String? = nil,
        follows: String? = nil,
        rightWasNamed: Bool = true,
        calendar: String? = nil,
        extendedOn: CivilDay? = nil,
        grantedOn: CivilDay? = nil,
        purgedAt: String? = nil
    ) {
        self.id = id
        self.right = right
        self.language = language
        self.receivedOn = receivedOn
        self.state = state
        self.round = round
        self.roundScope = roundScope
        self.claim = claim
        self.tries = tries
        self.closedBecause = closedBecause
        self.follows = follows
        self.rightWasNamed = rightWasNamed
        self.calendar = calendar
        self.extendedOn = extendedOn
        self.grantedOn = grantedOn
        self.purgedAt = purgedAt
    }
}

extension Claim: Redacted {}

extension Representative: Redacted {}

extension Destination: Redacted {}

extension Request {
    /// Moves the request on.
    ///
    /// - Throws: that it is not possible, where the table of states has no such step (``State/mayBecome``).
    package mutating func move(to next: State) throws(InzageError) { state = try state.becoming(next, of: id) }
}
