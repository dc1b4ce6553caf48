import ExporterKit
import Policy
import Cases

extension Controller {
    static var sample: Controller {
        Controller(
            entities: [Entity(name: "Papier & Pen B.V.", country: "NL", address: "Danzigerkade 23, Amsterdam")],
            contact: Contact(
                title: "Privacyloket",
                email: "privacy@papierenpen.example",
                phones: ["+31 20 123 45 67"]
            ),
            languages: [.nl, .en],
            formOfAddress: .u,
            supervisoryAuthorities: [
                SupervisoryAuthority(
                    name: "Autoriteit Persoonsgegevens",
                    website: "https://autoriteitpersoonsgegevens.nl",
                    post: "Postbus 93374, 2509 AJ Den Haag"
                )
            ],
            rights: [RightPromise(.access), RightPromise(.portability)],
            identity: IdentityPolicy(codeRequired: true, codeValidDays: 7, quietDays: 30, accepts: [:]),
            deadline: DeadlinePolicy(base: "P30D", holidays: "NL", timeZone: "Europe/Amsterdam"),
            delivery: DeliveryPolicy(
                from: "privacy@papierenpen.example",
                replyTo: "privacy@papierenpen.example",
                smtp: nil,
                mailLimit: 15_000_000,
                archiveDays: 14
            ),
            redactStaff: true,
            release: .review,
            isDemo: false
        )
    }
}

extension Processing {
    static var sample: Processing {
        Processing(categories: [account, orders, chat, scores, newsletter, applications], processors: processors)
    }

    private static func both(_ nl: String, _ en: String) -> LocalizedText {
        SampleTexts.text(nl, en)
    }

    private static let account = Category(
        id: "account",
        title: both("Klantaccount", "Customer account"),
        purposes: [
            both("Het account beheren en inloggen mogelijk maken", "Running the account and letting you log in"),
            both("Vragen over bestellingen beantwoorden", "Answering questions about orders"),
        ],
        legalBases: ["6(1)(b)"],
        retention: [
            RetentionRule(
                kind: .max,
                duration: "P24M",
                from: [Trigger(both("de laatste keer inloggen", "the last log-in"))],
                text: nil
            )
        ],
        processors: ["hosting", "mailer"],
        source: nil,
        automatedDecisions: nil,
        processorFor: nil
    )

    private static let orders = Category(
        id: "orders",
        title: both("Bestellingen", "Orders"),
        purposes: [both("Bestellingen leveren en factureren", "Delivering and invoicing orders")],
        legalBases: ["6(1)(b)", "6(1)(c)"],
        retention: [
            RetentionRule(
                kind: .fixed,
                duration: "P7Y",
                from: [Trigger(both("het einde van het boekjaar", "the end of the financial year"))],
                text: nil
            ),
            RetentionRule(kind: .statutory, duration: nil, text: both("Belastingwet.", "Tax law.")),
        ],
        processors: ["hosting", "carrier", "tax"],
        source: nil,
        automatedDecisions: both(
            "Bij achteraf betalen berekent een model het risico; een hoge uitkomst sluit die betaalwijze uit.",
            "For payment after delivery a model computes the risk; a high result excludes that way to pay."
        ),
        processorFor: nil
    )

    private static let chat = Category(
        id: "chat",
        title: both("Chatgesprekken", "Chats"),
        purposes: [both("Klantenservice", "Customer service")],
        legalBases: ["6(1)(f)"],
        retention: [
            RetentionRule(
                kind: .untilEvent,
                duration: nil,
                from: [Trigger(both("de vraag is opgelost", "the question is solved"))],
                text: nil
            )
        ],
        processors: ["mailer"],
        source: nil,
        automatedDecisions: nil,
        processorFor: nil
    )

    private static let scores = Category(
        id: "credit",
        title: both("Kredietinformatie", "Credit information"),
        purposes: [both("Risico bij achteraf betalen inschatten", "Assessing the risk of payment after delivery")],
        legalBases: ["6(1)(f)"],
        retention: [
            RetentionRule(kind: .necessity),
            RetentionRule(kind: .usual, duration: "P1Y6M"),
        ],
        processors: [],
        source: both("Kredietbureau Meetbaar B.V.", "Credit agency Meetbaar B.V."),
        automatedDecisions: nil,
        processorFor: nil
    )

    private static let newsletter = Category(
        id: "newsletter",
        title: both("Nieuwsbrief", "Newsletter"),
        purposes: [both("Aanbiedingen", "Offers")],
        legalBases: ["6(1)(a)"],
        retention: [
            RetentionRule(
                kind: .untilEvent,
                duration: nil,
                from: [Trigger(both("het intrekken van de toestemming", "consent is withdrawn"))],
                text: nil
            )
        ],
        processors: ["mailer"],
        source: nil,
        automatedDecisions: nil,
        processorFor: nil
    )

    private static let applications = Category(
        id: "applications",
        title: both("Sollicitaties", "Job applications"),
        purposes: [both("Werving", "Recruitment")],
        legalBases: ["6(1)(b)"],
        retention: [RetentionRule(kind: .fixed, duration: "P4W")],
        processors: [],
        source: nil,
        automatedDecisions: nil,
        processorFor: nil
    )

    private static let processors = [
        Processor(
            id: "hosting",
            name: "Noordzee Hosting B.V.",
            service: both("hosting van de webwinkel", "web shop hosting"),
            roles: [.processor],
            country: "NL",
            transfers: []
        ),
        Processor(
            id: "mailer",
            name: "Postduif Inc.",
            service: both("versturen van e-mail", "sending e-mail"),
            roles: [.processor],
            country: "US",
            transfers: [Transfer(country: "US", safeguards: ["SCC", "EU-US Privacy Shield"])]
        ),
        Processor(
            id: "carrier",
            name: "Snelpost N.V.",
            service: both("bezorging", "delivery"),
            roles: [.ownController],
            country: "BE",
            transfers: [Transfer(country: "GB", safeguards: ["adequacy decision"])]
        ),
        Processor(
            id: "tax",
            name: "Belastingdienst",
            service: nil,
            roles: [.authority],
            country: "NL",
            transfers: []
        ),
    ]
}

extension SystemDescription {
    private static func both(_ nl: String, _ en: String) -> LocalizedText {
        SampleTexts.text(nl, en)
    }

    static let webshop = SystemDescription(
        id: "webshop",
        title: both("Webwinkel", "Web shop"),
        driver: "sqlite",
        connection: "webshop.sqlite",
        folder: "/exporters/webshop",
        collections: [
            CollectionDescription(
                id: "accounts",
                title: both("Account", "Account"),
                category: "account",
                origin: .provided,
                needs: ["email"],
                settings: [:],
                key: ["customer_id"],
                fields: [
                    FieldDescription(
                        name: "customer_id",
                        type: "integer",
                        title: both("Klantnummer", "Customer number"),
                        identifies: "customer_id"
                    ),
                    FieldDescription(name: "name", type: "string", title: both("Naam", "Name"), person: .subject),
                    FieldDescription(
                        name: "email",
                        type: "string",
                        title: both("E-mailadres", "E-mail"),
                        addressOfRecord: .email
                    ),
                    FieldDescription(
                        name: "password",
                        type: "string",
                        title: both("Wachtwoord", "Password"),
                        secret: true
                    ),
                    FieldDescription(
                        name: "status",
                        type: "string",
                        title: LocalizedText("Status"),
                        categories: ["A": both("actief", "active"), "B": both("geblokkeerd", "blocked")]
                    ),
                    FieldDescription(name: "newsletter", type: "boolean", title: both("Nieuwsbrief", "Newsletter")),
                    FieldDescription(name: "remark", type: "string", title: both("Opmerking", "Remark")),
                    FieldDescription(name: "photo", type: "string", format: "binary", title: both("Foto", "Photo")),
                    FieldDescription(name: "preferences", type: "object", title: both("Voorkeuren", "Preferences")),
                ]
            ),
            CollectionDescription(
                id: "orders",
                title: both("Bestellingen", "Orders"),
                category: "orders",
                origin: .provided,
                needs: ["customer_id"],
                settings: [:],
                key: ["id"],
                fields: [
                    FieldDescription(name: "id", type: "integer", title: both("Bestelnummer", "Order number")),
                    FieldDescription(
                        name: "customer_id",
                        type: "integer",
                        title: both("Klantnummer", "Customer number"),
                        matches: "customer_id"
                    ),
                    FieldDescription(name: "placed_at", type: "datetime", title: both("Geplaatst op", "Placed at")),
                    FieldDescription(
                        name: "total_cents",
                        type: "integer",
                        title: both("Totaal", "Total"),
                        description: both("in eurocent", "euro cents"),
                        money: Money("EUR/100")
                    ),
                    FieldDescription(name: "ship_to", type: "string", title: both("Bezorgadres", "Delivery address")),
                ]
            ),
        ]
    )

    static let crm = SystemDescription(
        id: "crm",
        title: both("Klantcontact", "Customer relations"),
        heldBy: "mailer",
        driver: "sqlite",
        connection: "crm.sqlite",
        folder: "/exporters/crm",
        collections: [
            CollectionDescription(
                id: "chats",
                title: both("Chats", "Chats"),
                category: "chat",
                origin: .observed,
                needs: ["email"],
                settings: [:],
                fields: [FieldDescription(name: "message", type: "string", title: both("Bericht", "Message"))]
            ),
            CollectionDescription(
                id: "scores",
                title: both("Kredietscore", "Credit score"),
                category: "credit",
                origin: .thirdParty,
                needs: ["email"],
                settings: [:],
                fields: [FieldDescription(name: "score", type: "integer", title: LocalizedText("Score"))]
            ),
            CollectionDescription(
                id: "subscriptions",
                title: both("Abonnementen", "Subscriptions"),
                category: "newsletter",
                origin: .provided,
                needs: ["email"],
                settings: [:],
                fields: [FieldDescription(name: "list", type: "string", title: both("Lijst", "List"))]
            ),
        ]
    )
}

extension PackageSample {
    static let customer: [[TestCell]] = [
        [
            42, "Ada de Vries", "ada@example.org", "$2b$12$geheim", "A", .boolean(true),
            "=1+1 <script>alert(1)</script>",
            .blob([0, 1, 2, 255]), .json(#"{"kleur": "blauw", "maten": [38, 39]}"#),
        ]
    ]

    static let orders: [[TestCell]] = [
        [1001, 42, "2025-11-03T09:12:00Z", 4_995, "Kerkstraat 1, 1017 GA Amsterdam"],
        [1017, 42, "2025-12-18T20:41:00Z", 12_950, "Kerkstraat 1, 1017 GA Amsterdam"],
        [.number("90071992547409931"), 42, "2026-01-09T08:00:00Z", -4_995, "t.a.v. \"buurman\"; nr. 3\r\nAmsterdam"],
    ]

    static let lines: [LedgerLine] = [
        LedgerLine(
            system: "webshop",
            collection: "accounts",
            category: "account",
            outcome: .records,
            records: 1,
            redactions: [Redaction(ground: .secret, field: "password", count: 1)]
        ),
        LedgerLine(
            system: "webshop",
            collection: "orders",
            category: "orders",
            outcome: .records,
            records: 3,
            redactions: [Redaction(ground: .otherPerson, field: "ship_to", count: 2)]
        ),
        LedgerLine(
            system: "crm",
            collection: "chats",
            category: "chat",
            outcome: .gapAccepted(reason: "storing bij Postduif")
        ),
        LedgerLine(
            system: "crm",
            collection: "scores",
            category: "credit",
            outcome: .withheld(ground: .processorFor("Bank X"))
        ),
        LedgerLine(system: "crm", collection: "subscriptions", category: "newsletter", outcome: .nothingHeld),
    ]
}
