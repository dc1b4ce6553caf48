import ExporterKit

/// What letters say about the controller that sends them.
struct LetterSender: Sendable {
    let name: String?
    let contact: Contact
    let authority: SupervisoryAuthority?
    let formOfAddress: FormOfAddress
    /// How many days an archive is kept, and its passphrase with it.
    let archiveDays: Int

    init(_ controller: Controller) {
        name = controller.entities.first?.name
        contact = controller.contact
        authority = controller.supervisoryAuthorities.first
        formOfAddress = controller.formOfAddress
        archiveDays = controller.delivery.archiveDays
    }
}

extension LetterSender {
    /// The field that is named when nobody can be reached.
    static let contactField = "contact.email"

    func nameForLetter() throws(LetterError) -> String {
        guard let name = said(name) else { throw LetterError(code: .missing, field: "entities") }
        return name
    }

    /// The ways to reach the controller, of which there is one at least.
    func contactForLetter() throws(LetterError) -> Reachable {
        let ways = contact.reachable
        guard ways.email != nil || ways.phone != nil || ways.post != nil else {
            throw LetterError(code: .missing, field: Self.contactField)
        }
        return ways
    }

    func authorityForLetter() throws(LetterError) -> NamedAuthority {
        guard let authority, let name = said(authority.name) else {
            throw LetterError(code: .missing, field: "supervisory_authority")
        }
        guard !authority.isObsolete else {
            throw LetterError(code: .obsolete, field: "supervisory_authority")
        }
        return NamedAuthority(name: name, website: said(authority.website), post: said(authority.post))
    }
}

/// The ways to reach the controller that its settings really say.
struct Reachable {
    let title: String?
    let email: String?
    let phone: String?
    let post: String?
}

/// An authority that has a name.
struct NamedAuthority {
    let name: String
    let website: String?
    let post: String?
}

extension Contact {
    var reachable: Reachable {
        Reachable(title: said(title), email: said(email), phone: said(phone), post: said(post))
    }
}

/// The setting, or nothing where it is empty: a blank line in a letter is worse than a letter that is stopped.
private func said(_ setting: String?) -> String? {
    guard let setting, setting.utf8.contains(where: { $0 > 0x20 }) else { return nil }
    return setting
}
