import Policy

/// A template by name: a letter, or a part that several letters share.
package enum LetterName: String, Sendable, CaseIterable {
    // The letters, in the order in which a person may get them.
    case acknowledgement, clarification, code, identification
    case extensionNotice = "extension"
    case refusal, confirmation, archive, organisation, elsewhere
    case nothingHeld = "nothing-held"
    // The parts.
    case opening, decryption, rights, notice, complaint, contact, farewell

    /// Whether it is a part of letters and has no subject.
    package var isPart: Bool {
        switch self {
        case .opening, .decryption, .rights, .notice, .complaint, .contact, .farewell: true
        default: false
        }
    }

    /// The parts that a letter may take in as `{{> name}}`; a part takes in none.
    package var parts: [LetterName] {
        switch self {
        case .code: [.farewell]
        case .acknowledgement, .clarification, .identification, .elsewhere: [.contact, .farewell]
        case .extensionNotice, .refusal, .confirmation: [.complaint, .contact, .farewell]
        case .archive: [.opening, .decryption, .rights, .notice, .complaint, .contact, .farewell]
        case .organisation: [.opening, .decryption, .contact, .farewell]
        case .nothingHeld: [.rights, .notice, .complaint, .contact, .farewell]
        case .opening, .decryption, .rights, .notice, .complaint, .contact, .farewell: []
        }
    }
}

/// The language and the form of address in which a built-in template speaks.
struct LetterVoice: Sendable, Hashable {
    let language: Language
    let form: FormOfAddress

    /// As the files are named: `nl-u`, `nl-je`, `en`.
    var word: String { language.rawValue + (language.knowsFormsOfAddress ? "-\(form.rawValue)" : "") }
}
