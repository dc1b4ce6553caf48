import Calendars
import Groundwork
import Inzage
import RegisterStore

/// Everything about one request, as an authority reads it: the content of `case.json`.
///
/// It holds what was asked and what was done, and never what the answer held, a passphrase or a code.
struct CaseContent: Sendable, Encodable {
    /// What says how the rest is to be read.
    static let format = "inzage-case-1"

    let format = Self.format
    let writtenAt: String
    let writtenBy: String
    let controller: CaseController
    let request: CaseRequest
    let deadlines: DeadlineArithmetic
    let evidence: [CaseEvidence]
    let codes: [MailedCode]
    let decisions: [CaseDecision]
    /// Where people carried the right out.
    let places: [CasePlace]
    /// What was searched for each answer and what came of it: the ledger, and hashes of what went.
    let answers: [AnswerReceipt]
    let letters: [CaseLetter]
    let steps: [CaseStep]
    let audit: CaseAudit
}

/// Who answers.
struct CaseController: Sendable, Encodable {
    let name: String
    let entities: [String]
    let contact: String?
    let country: String?
}

/// What was asked, by whom, and how it stands.
struct CaseRequest: Sendable, Encodable {
    /// Who acts for the subject.
    struct Representative: Sendable, Encodable {
        let name, email: String
    }

    let id, right: String
    /// The article of the GDPR, or nil where only the controller promises the right.
    let article: String?
    let rightWasNamed: Bool
    let language: String
    let receivedOn: CivilDay
    let enteredAt: String?
    let state: String
    let closedBecause, endedAt: String?
    let answer: Int
    let follows: String?
    let grantedOn: CivilDay?
    /// What the requester says of themselves; nothing of it after it was forgotten.
    let email, name: String?
    let representative: Representative?
    let identifiers: [String]
    let destination: String
    /// SHA-256 of the certificate to which the answer is sealed.
    let certificateSHA256: String?
    /// When who asked was forgotten.
    let forgottenAt: String?
}

/// What was checked, by whom and when; never a copy of a document.
struct CaseEvidence: Sendable, Encodable {
    let method, checkedBy, checkedAt: String
    let detail: String?
    /// The doubts that such evidence can settle; which of them there were is not kept.
    let settles: [String]
    /// Whether it counts still: a change of the request may have outgrown it.
    let counts: Bool
}

/// What a person decided, and why.
struct CaseDecision: Sendable, Encodable {
    let answer: Int
    let kind, target: String
    let ground, reason: String?
    let at, by: String
}

/// A place in which people carried the right out, without what it holds.
struct CasePlace: Sendable, Encodable {
    let answer: Int
    let place: String
    let needed: Bool
    let lookedAt: String
    let doneAt, doneBy: String?
}

/// A letter and what became of it.
struct CaseLetter: Sendable, Encodable {
    let answer: Int
    let kind: String
    /// When it was handed over to be mailed; nil where it was not, or people posted it.
    let mailedAt: String?
    let messageID: String?
    let lastFailure: String?
    let subject, text: String?
    /// Whether the text is written anew from what the register says, because what was mailed is not kept; what is
    /// secret in it is replaced.
    let isRewritten: Bool
}

/// Something that somebody did.
struct CaseStep: Sendable, Encodable {
    let number: Int64
    let at, by, what: String
    let counts: [String: Int]
}

/// Where the lines of `audit.jsonl` stand in the register's audit.
struct CaseAudit: Sendable, Codable, Hashable {
    /// The last entry of the whole audit when this was written.
    struct Head: Sendable, Codable, Hashable {
        let number: Int64
        let hash: String
    }

    let lines: Int
    let head: Head
}

extension CaseContent: Redacted {}
extension CaseRequest: Redacted {}
extension CaseDecision: Redacted {}
extension CaseLetter: Redacted {}
