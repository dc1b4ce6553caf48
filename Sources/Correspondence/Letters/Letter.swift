import Groundwork
/// A mail as plain text, still without an address.
package struct Letter: Sendable {
    package let subject: String
    /// Lines that end in a line feed each.
    package let body: String
}

extension Letter: Redacted {}

/// Why a letter cannot be written.
package struct LetterError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong with the field.
    package enum Code: String, Sendable {
        /// The letter needs it and the controller's folder does not say it.
        case missing
        /// It names an authority that does not exist any more.
        case obsolete
        /// The law demands it of the letter and nobody said it.
        case notGiven = "not-given"
    }

    package let code: Code
    /// The field of `controller.yaml`, or what was to be said.
    package let field: String

    /// Makes the error about a field.
    package init(code: Code, field: String) {
        self.code = code
        self.field = field
    }

    /// What is wrong, in one sentence.
    package var description: String {
        switch code {
        case .missing: "the letter needs \(field), which controller.yaml leaves empty"
        case .obsolete: "\(field) names an authority that no longer exists under that name"
        case .notGiven: "the letter needs a \(field), which was not given"
        }
    }

    /// What to do about it.
    package var hint: String {
        if code == .notGiven { return "the person has a right to be told it" }
        return field == LetterSender.contactField
            ? "set contact.email in controller.yaml, or else contact.phone or contact.post"
            : "set \(field) in controller.yaml"
    }
}
