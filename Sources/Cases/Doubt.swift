/// A reason why a request may not be answered yet: a value, never an error.
package struct Doubt: Sendable, Hashable, Codable {
    /// What sort of doubt (EDPB Guidelines 01/2022, 58 to 79).
    package enum Kind: String, Sendable, Codable, CaseIterable {
        /// Nobody has shown control of the address on file.
        case addressUnproven = "address-unproven"
        /// Several people stand under one address (case 14).
        case severalPeople = "several-people"
        /// The answer is wanted elsewhere than at the address on file (case 19).
        case anotherDestination = "another-destination"
        /// The address was changed a short time ago (case 17).
        case addressRecentlyChanged = "address-recently-changed"
        /// The date since which the address is known cannot be read or lies in the future.
        case addressDateUnclear = "address-date-unclear"
        /// Somebody asks for the subject (case 42).
        case representative
    }

    /// The word for a request that does not say whose data it is about, which no method settles.
    package static let subjectUnclear = "subject-unclear"

    package let kind: Kind
    /// What is doubted, for the operator; no personal data.
    package let message: String

    package init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }
}
