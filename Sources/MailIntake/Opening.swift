import Cases
import Groundwork
import Policy
import RegisterStore

/// What a mail or a form asks, before it is a request.
struct Opening: Sendable {
    var claim: Claim
    /// The right that is asked for; nil where none was recognised or named.
    var right: Right?
    var language: Language?
    var receivedOn: CivilDay
    /// Why a person must read it first.
    var reasons: [HoldReason] = []
    /// What is kept of it, sealed.
    var detail: ReceivedMailDetail
    /// Whether what it asks was only guessed.
    var isGuess = true
    /// What the person at the keyboard is told.
    var remarks: [String] = []

    /// Adds a reason once.
    mutating func hold(_ reason: HoldReason) { if !reasons.contains(reason) { reasons.append(reason) } }
}

extension Opening: Redacted {}
