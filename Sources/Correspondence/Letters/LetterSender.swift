import ExporterKit
import Policy

/// What letters say about the controller that sends them.
struct LetterSender: Sendable {
    let name: String?
    let contact: Contact
    let authorities: [SupervisoryAuthority]
    /// How many days an archive is kept, and its passphrase with it.
    let archiveDays: Int

    init(_ controller: Controller) {
        name = controller.entities.first?.name
        contact = controller.contact
        authorities = controller.supervisoryAuthorities
        archiveDays = controller.delivery.archiveDays
    }
}

extension LetterSender {
    /// The field that is named when nobody can be reached.
    static let contactField = "contact.email"

    /// Who signs, and the number to ring where there is one.
    func signature() throws(LetterError) -> LetterValues {
        guard let name = said(name) else { throw LetterError(code: .missing, field: "entities") }
        return ["controller": .text(name), "phone": .unbroken(said(contact.phone))]
    }

    /// The ways to reach the controller, of which there is one at least.
    func ways() throws(LetterError) -> LetterValues {
        let (email, post) = (said(contact.email), said(contact.post))
        guard email != nil || said(contact.phone) != nil || post != nil else {
            throw LetterError(code: .missing, field: Self.contactField)
        }
        return ["contact_title": .text(contact.title), "email": .text(email), "post": .text(post)]
    }

    /// Where to complain: every authority that has a name of today, of which there is one at least.
    func complaint() throws(LetterError) -> LetterValues {
        let named = authorities.filter { said($0.name) != nil }
        guard !named.isEmpty else {
            let field = "supervisory_authority"
            throw LetterError(code: .missing, field: authorities.isEmpty ? field : "\(field).name")
        }
        let current = named.filter { !$0.isObsolete }
        guard !current.isEmpty else { throw LetterError(code: .obsolete, field: "supervisory_authority") }
        let items = current.map { authority -> LetterValues in
            [
                "authority_name": .text(authority.name), "authority_website": .text(authority.website),
                "authority_post": .text(authority.post),
            ]
        }
        return ["authorities": .list(items), "several_authorities": .flag(items.count > 1)]
    }
}

/// The setting, or nothing where it is empty: a blank line in a letter is worse than a letter that is stopped.
func said(_ setting: String?) -> String? {
    guard let setting, setting.utf8.contains(where: { $0 > 0x20 }) else { return nil }
    return setting
}
