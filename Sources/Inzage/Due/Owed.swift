import Cases
package import Groundwork

/// Something that is still owed in a request, and by whom.
package struct Owed: Sendable, Hashable {
    /// What it is.
    package enum What: String, Sendable, Encodable {
        /// The answer itself: to be gathered, sealed or sent.
        case answer
        /// A mail that has not gone.
        case mail
        /// A code that nobody returned in time.
        case expiredCode = "expired code"
        /// What was promised after a gap that was disclosed.
        case supplement
        /// A look at the answer before it goes.
        case look
        /// Proof of who asks: a returned code, or evidence.
        case proof
        /// What the requester was asked.
        case reply
        /// The passphrase, which nobody has told yet.
        case passphrase
        /// A look where the person is held, for who carries out what they ask.
        case workList = "work list"
        /// What people carry out, and say with `request grant`.
        case act
        /// A look how a request stands that was restored from a backup.
        case restored
        /// A mail that nobody has read yet, or a guess from one that nobody has confirmed.
        case reading
    }

    /// What it is.
    package let what: What
    /// Since when it is owed.
    package let since: CivilDay?
    /// Whether only a person can do it; the rest is done by `export --due`.
    package let isForPeople: Bool
    /// What to do about it, or whom it waits for.
    package let next: Advice
}
