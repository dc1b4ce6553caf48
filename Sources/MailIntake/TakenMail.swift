package import Cases
package import Groundwork
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
    package var next: [Advice] = []

    init(_ outcome: Outcome, id: String? = nil) { (self.outcome, self.id) = (outcome, id) }

    /// How taking it in ends.
    package var ending: Ending {
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
package enum MailSteps {
    /// Where what it asks was guessed.
    package static func toConfirm(_ id: String, _ right: Right) -> Advice {
        "\(.confirmRead(id)), if \(right.rawValue) is what it asks; \(.amend(id, .right)), if not"
    }

    /// Where it was not understood.
    package static func toRead(_ id: String, knowsSubject: Bool) -> [Advice] {
        [
            "read the mail, then \(.amend(id, knowsSubject ? .right : .rightAndAddress))",
            "\(.closeSpam(id)), where it asks nothing",
        ]
    }

    /// Where it is about a request that there is.
    package static func toReadMore(_ id: String) -> Advice { "read the mail, then \(.confirmRead(id))" }
}
