/// A legal entity.
package struct Entity: Sendable, Hashable {
    package var name: String
    /// ISO 3166, or nil where the policy does not say.
    package var country: String?
    package var address: String?
    package var phone: String?

    /// Makes an entity.
    package init(name: String, country: String? = nil, address: String? = nil, phone: String? = nil) {
        self.name = name
        self.country = country
        self.address = address
        self.phone = phone
    }
}

/// Whom people can reach about their data.
package struct Contact: Sendable, Hashable {
    package var title: String?
    package var email: String?
    /// The mailbox of the data protection officer, where there is one.
    package var officer: String?
    /// The telephone numbers, the one to ring first.
    package var phones: [String]
    /// The postal addresses, the one to write to first.
    package var posts: [String]
    /// Where the policy asks people to complain first; nobody must.
    package var complaintsFirstTo: String?
    /// Mailboxes that the policy names for one purpose each; a request may arrive at any of them.
    package var mailboxes: [Mailbox]

    package var phone: String? { phones.first }
    package var post: String? { posts.first }

    /// Makes a contact.
    package init(
        title: String? = nil,
        email: String? = nil,
        officer: String? = nil,
        phones: [String] = [],
        posts: [String] = [],
        complaintsFirstTo: String? = nil,
        mailboxes: [Mailbox] = []
    ) {
        self.title = title
        self.email = email
        self.officer = officer
        self.phones = phones
        self.posts = posts
        self.complaintsFirstTo = complaintsFirstTo
        self.mailboxes = mailboxes
    }
}

/// A mailbox for one purpose.
package struct Mailbox: Sendable, Hashable {
    /// A word such as `marketing_objection`.
    package var purpose: String
    package var address: String
    /// Other ways for the same purpose, in words.
    package var also: [String]

    /// Makes a mailbox.
    package init(purpose: String, address: String, also: [String] = []) {
        self.purpose = purpose
        self.address = address
        self.also = also
    }
}

/// A supervisory authority.
package struct SupervisoryAuthority: Sendable, Hashable {
    /// Its name, or nil where the policy leaves it open.
    package var name: String?
    /// ISO 3166.
    package var country: String?
    package var website: String?
    package var post: String?

    /// Makes an authority.
    package init(name: String?, country: String? = nil, website: String? = nil, post: String? = nil) {
        self.name = name
        self.country = country
        self.website = website
        self.post = post
    }

    /// Names that authorities gave up, in small letters; some policies still send people there.
    private static let formerNames = [
        "college bescherming persoonsgegevens", "registratiekamer",
        "commissie voor de bescherming van de persoonlijke levenssfeer", "privacycommissie",
    ]

    /// Whether the name is one that the authority no longer bears.
    package var isObsolete: Bool {
        let name = String(
            decoding: (name ?? "").utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 },
            as: UTF8.self
        )
        return Self.formerNames.contains { name.utf8.firstRange(of: $0.utf8) != nil }
    }
}
