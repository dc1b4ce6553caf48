package import Cases
import Groundwork
package import Policy

/// What became of a mail, or of a form.
package struct TakenMail: Sendable {
    /// What became of it, in a word.
    package enum Outcome: String, Sendable, CaseIterable {
        /// It opened a request.
        case opened
        /// It opened a request that waits until a person has read the mail.
        case held
        /// It is about a request that was there; a person reads it.
        case about
        /// It brought back the right code.
        case proven = "code returned"
        /// It brought back a code that was not taken.
        case wrongCode = "wrong code"
        /// A machine sent it.
        case automatic
        /// The controller sent it itself.
        case own
        /// It was taken before.
        case takenBefore = "taken before"
    }

    package let outcome: Outcome
    /// The request that it opened or is about.
    package var id: String?
    package var right: Right?
    package var language: Language?
    package var claim: Claim?
    package var receivedOn: String?
    /// What is waited for: `reading`, `identity`, or nil.
    package var waitingFor: String?
    /// Why, in sentences without personal data.
    package var reasons: [String] = []
    package var next: [String] = []

    init(_ outcome: Outcome, id: String? = nil) { (self.outcome, self.id) = (outcome, id) }

    /// How the command ends on it.
    package var exit: ExitStatus {
        switch outcome {
        case .held, .about, .wrongCode: .waiting
        default: .done
        }
    }

    /// What is waited for where a person is to read the mail.
    package static let reading = "reading"
    /// What is waited for where who asks is to prove who they are.
    package static let identity = "identity"
}

extension TakenMail: Redacted {}

/// What a person does about a mail.
enum MailSteps {
    static func toConfirm(_ id: String, _ right: Right) -> String {
        "inzage request looked \(id), if \(right.rawValue) is what it asks; "
            + "inzage request amend \(id) --right RIGHT, if not"
    }

    static func toRead(_ id: String, knowsSubject: Bool) -> [String] {
        let email = knowsSubject ? "" : " --email ADDR"
        return [
            "read the mail, then inzage request amend \(id) --right RIGHT\(email)",
            "inzage request close \(id) --reason spam, where it asks nothing",
        ]
    }

    static func toReadMore(_ id: String) -> String { "read the mail, then inzage request looked \(id)" }
}
