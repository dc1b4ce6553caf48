package import Foundation

/// By what a mail is known again: digests under a key of the register, from which nobody can tell what it said.
package struct MailMark: Sendable, Hashable {
    /// Of its header as it was delivered.
    package let header: Data
    /// Of who wrote it, when, about what, and its text.
    package let content: Data
    /// Of its Message-ID; nil where it has none.
    package let messageID: Data?
}

/// What became of a mail.
package enum MailFate: String, Sendable, CaseIterable {
    /// It opened a request.
    case opened
    /// It opened a request that waits until a person has read it.
    case held
    /// It is about a request that was there.
    case about
    /// It brought a code back.
    case code
    /// A machine sent it: nobody answers it.
    case automatic
    /// The controller sent it itself.
    case own
    /// It is a mail that was taken before, delivered once more.
    case again
}

/// A mail that was taken before.
package struct TakenBefore: Sendable {
    package let request: String?
    /// Whether it was the same mail, and not only one with the same Message-ID.
    package let isSame: Bool
    package let fate: MailFate
}
