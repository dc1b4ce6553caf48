import ExporterKit
import Policy
import RegisterStore

extension Controller {
    /// Who answers in these tests.
    static var small: Controller {
        Controller(
            entities: [Entity(name: "Fietsen en Zo B.V.")],
            contact: LettersSample.contact,
            languages: [.nl, .en],
            supervisoryAuthorities: [LettersSample.authority],
            rights: [RightPromise(.access), RightPromise(.portability)],
            identity: IdentityPolicy(),
            deadline: DeadlinePolicy(holidays: "NL", timeZone: "Europe/Amsterdam"),
            delivery: DeliveryPolicy(from: "privacy@fietsen.example", replyTo: "privacy@fietsen.example"),
            release: .direct
        )
    }
}

extension Category {
    /// A category on a legal basis, or one that is held for a customer.
    static func small(_ id: String, basis: String = "6(1)(b)", processorFor: String? = nil) -> Category {
        Category(
            id: id,
            title: LocalizedText(id),
            purposes: [LocalizedText("a purpose")],
            legalBases: [basis],
            retention: [RetentionRule(kind: .max, duration: "P12M")],
            processorFor: processorFor
        )
    }
}

extension Processing {
    /// The categories of the small shop.
    static var small: Processing {
        Processing(categories: withoutChat.categories + [.small("chat", basis: "6(1)(f)")], processors: [])
    }

    /// One category.
    static var accountOnly: Processing { Processing(categories: [.small("account")], processors: []) }

    /// Those that the customer database alone feeds.
    static var withoutChat: Processing {
        Processing(categories: [.small("account"), .small("orders")], processors: [])
    }
}

extension FieldDescription {
    /// A field whose title is its name.
    static func named(
        _ name: String,
        _ type: String = "string",
        matches: String? = nil,
        identifies: String? = nil,
        refersTo: String? = nil,
        channel: Channel? = nil,
        since: String? = nil,
        person: Person? = nil,
        always: Bool = false,
        secret: Bool = false
    ) -> FieldDescription {
        FieldDescription(
            name: name,
            type: type,
            title: LocalizedText(name),
            matches: matches,
            identifies: identifies,
            refersTo: refersTo,
            addressOfRecord: channel,
            knownSince: since,
            person: person,
            redactAlways: always,
            secret: secret
        )
    }
}

extension CollectionDescription {
    /// A collection of a scripted store.
    static func scripted(
        _ id: String,
        category: String = "account",
        origin: Origin = .provided,
        aboutOthers: Bool = false,
        needs: [String] = ["email"],
        mayBeEmpty: Bool = false,
        key: [String] = [],
        ownWhen: [String] = [],
        settings: [String: Setting] = [:],
        _ fields: [FieldDescription]
    ) -> CollectionDescription {
        CollectionDescription(
            id: id,
            title: LocalizedText(id),
            category: category,
            origin: origin,
            aboutOthers: aboutOthers,
            needs: needs,
            mayBeEmpty: mayBeEmpty,
            settings: settings,
            key: key,
            ownWhen: ownWhen,
            fields: fields
        )
    }
}

extension SystemDescription {
    /// A system whose store is a scripted driver.
    static func scripted(
        _ id: String,
        heldBy: String = "controller",
        timeLimit: Int = 30,
        _ collections: CollectionDescription...
    ) -> SystemDescription {
        SystemDescription(
            id: id,
            title: LocalizedText(id),
            heldBy: heldBy,
            driver: "scripted",
            connection: "",
            timeLimit: timeLimit,
            folder: "/",
            collections: collections
        )
    }
}
