package import ExporterKit

/// Who answers and what it promises: `controller.yaml`.
package struct Controller: Sendable {
    /// The legal entities; the first is the one that answers.
    package var entities: [Entity]
    /// Whom people can reach.
    package var contact: Contact
    /// The languages the controller answers in, the preferred one first.
    package var languages: [Language]
    /// `u` or `je`, where the language knows the difference.
    package var formOfAddress: FormOfAddress
    /// Where to complain, or nil where the policy is silent.
    package var supervisoryAuthority: SupervisoryAuthority?
    /// The rights the controller offers.
    package var rights: [Right]
    /// How identity is proven.
    package var identity: IdentityPolicy
    /// When the answer is due.
    package var deadline: DeadlinePolicy
    /// How the answer travels.
    package var delivery: DeliveryPolicy
    /// Whether names of the controller's staff are redacted in what people get.
    package var redactStaff: Bool
    /// Whether a person looks at an answer that needs judgement before it goes.
    package var release: ReleasePolicy
    /// Whether this is the sample company, for which alone example keys are taken.
    package var isDemo: Bool

    /// Makes a controller.
    package init(
        entities: [Entity],
        contact: Contact,
        languages: [Language],
        formOfAddress: FormOfAddress = .u,
        supervisoryAuthority: SupervisoryAuthority? = nil,
        rights: [Right],
        identity: IdentityPolicy,
        deadline: DeadlinePolicy,
        delivery: DeliveryPolicy,
        redactStaff: Bool = true,
        release: ReleasePolicy = .review,
        isDemo: Bool = false
    ) {
        self.entities = entities
        self.contact = contact
        self.languages = languages
        self.formOfAddress = formOfAddress
        self.supervisoryAuthority = supervisoryAuthority
        self.rights = rights
        self.identity = identity
        self.deadline = deadline
        self.delivery = delivery
        self.redactStaff = redactStaff
        self.release = release
        self.isDemo = isDemo
    }
}

/// A legal entity.
package struct Entity: Sendable, Codable, Hashable {
    package var name: String
    package var country: String?
    package var address: String?

    /// Makes an entity.
    package init(name: String, country: String? = nil, address: String? = nil) {
        self.name = name
        self.country = country
        self.address = address
    }
}

/// Whom people can reach about their data.
package struct Contact: Sendable, Codable, Hashable {
    package var title: String?
    package var email: String?
    package var phone: String?
    package var post: String?

    /// Makes a contact.
    package init(title: String? = nil, email: String? = nil, phone: String? = nil, post: String? = nil) {
        self.title = title
        self.email = email
        self.phone = phone
        self.post = post
    }
}

/// A supervisory authority.
package struct SupervisoryAuthority: Sendable, Codable, Hashable {
    package var name: String
    package var website: String?
    package var post: String?

    /// Makes an authority.
    package init(name: String, website: String? = nil, post: String? = nil) {
        self.name = name
        self.website = website
        self.post = post
    }
}

/// A language that Inzage answers in.
package enum Language: String, Sendable, Codable, CaseIterable {
    /// Dutch.
    case nl
    /// English.
    case en
}

/// How a Dutch reader is addressed.
package enum FormOfAddress: String, Sendable, Codable, CaseIterable {
    /// Formal.
    case u
    /// Familiar.
    case je
}

/// A right of the data subject; each request exercises one.
package enum Right: String, Sendable, Codable, CaseIterable {
    /// Article 15.
    case access
    /// Article 20.
    case portability
}

/// How the controller proves who asks.
package struct IdentityPolicy: Sendable, Hashable {
    /// Whether a one-time code proves control of the known address, or the known address alone is enough.
    package var codeRequired: Bool
    /// How long a code is valid, in days.
    package var codeValidDays: Int
    /// How long ago an address must have changed to be known, in days.
    package var quietDays: Int
    /// What the controller accepts for a doubt instead of the built-in list: doubt kind to methods.
    package var accepts: [String: [String]]

    /// Makes a policy.
    package init(
        codeRequired: Bool = true,
        codeValidDays: Int = 7,
        quietDays: Int = 30,
        accepts: [String: [String]] = [:]
    ) {
        self.codeRequired = codeRequired
        self.codeValidDays = codeValidDays
        self.quietDays = quietDays
        self.accepts = accepts
    }
}

/// When the answer is due by the controller's own promise.
package struct DeadlinePolicy: Sendable, Hashable {
    /// The promised period as ISO 8601 (`P30D`, `P1M`), or nil where the policy has no number.
    package var base: String?
    /// The Member State whose public holidays count, as ISO 3166 (`NL`).
    package var holidays: String
    /// The time zone in which a day of receipt is a day.
    package var timeZone: String

    /// Makes a policy.
    package init(base: String? = nil, holidays: String, timeZone: String) {
        self.base = base
        self.holidays = holidays
        self.timeZone = timeZone
    }
}

/// How the answer travels.
package struct DeliveryPolicy: Sendable, Hashable {
    /// The address that mail comes from.
    package var from: String
    /// The privacy mailbox to which a person returns the code.
    package var replyTo: String
    /// The server, or nil for a folder of mails.
    package var smtp: SMTPServer?
    /// The largest message in bytes, before and after encoding for transport.
    package var mailLimit: Int
    /// How many days an archive is kept after it was delivered.
    package var archiveDays: Int

    /// Makes a policy.
    package init(
        from: String,
        replyTo: String,
        smtp: SMTPServer? = nil,
        mailLimit: Int = 15_000_000,
        archiveDays: Int = 14
    ) {
        self.from = from
        self.replyTo = replyTo
        self.smtp = smtp
        self.mailLimit = mailLimit
        self.archiveDays = archiveDays
    }
}

/// A mail server reached with verified TLS.
package struct SMTPServer: Sendable, Hashable {
    package var host: String
    package var port: Int
    /// Whether TLS begins at once (465) instead of by STARTTLS (587).
    package var implicitTLS: Bool
    package var user: String?
    package var password: SecretReference?
    /// A file with the certificates to trust instead of the system's, relative to the controller's folder.
    package var trust: String?

    /// Makes a server.
    package init(
        host: String,
        port: Int,
        implicitTLS: Bool,
        user: String? = nil,
        password: SecretReference? = nil,
        trust: String? = nil
    ) {
        self.host = host
        self.port = port
        self.implicitTLS = implicitTLS
        self.user = user
        self.password = password
        self.trust = trust
    }
}

/// Whether an answer waits for a person before it goes.
package enum ReleasePolicy: String, Sendable, Codable, CaseIterable {
    /// What was redacted, is a document or was added by hand waits for `export --release`.
    case review
    /// Nothing waits.
    case direct
}
