import IdentityMethods

extension LetterName {
    /// What every template may use.
    package static let variablesOfAll: [LetterVariable] = [
        .text("controller", "the name of the entity that answers"),
        .text("request", "the number of the request"),
        .text("phone", "the telephone number to ring; never broken over two lines", .optional),
    ]

    /// All that a template may use: what all have, its own, and what its parts have.
    package var variables: [LetterVariable] {
        let ofParts = parts.filter { $0 != .notice && !(self == .confirmation && $0 == .complaint) }
        return Self.variablesOfAll + ownVariables + ofParts.flatMap(\.ownVariables)
    }

    /// What it has besides ``variablesOfAll`` and the variables of its parts.
    package var ownVariables: [LetterVariable] {
        switch self {
        case .acknowledgement: Own.theRight + [Own.received, Own.due]
        case .clarification: Own.clarification + [Own.due]
        case .code: Own.code
        case .identification: Own.identification
        case .extensionNotice:
            Own.theRight + [Own.received, Own.due, .text("reason", "why, as the operator wrote it")]
        case .refusal: Own.theRight + Own.refusal
        case .confirmation: Own.theRight + Own.confirmation + Own.complaint(.with("kept"))
        case .archive: Own.archive
        case .organisation: [Own.attachment]
        case .elsewhere: Own.theRight + Own.elsewhere
        case .nothingHeld: Own.nothingHeld
        case .notice:
            [.text("notice", "what the policy promises to tell with the answer; only in this part", .optional)]
        case .complaint: Own.complaint(.always)
        case .contact: Own.contact
        case .decryption: Own.decryption
        case .opening, .rights, .farewell: []
        }
    }
}

/// The variables of one template each, or of few.
private enum Own {
    static let theRight: [LetterVariable] = [
        .text("right", "the right, such as `inzage` or `access`"),
        .text("citation", "the article that gives the right; absent where only the controller promises it", .optional),
    ]
    static let received = LetterVariable.text("received", "the day on which the request was received")
    static let due = LetterVariable.text("due", "the last day of the period")
    static let attachment = LetterVariable.text("attachment", "the name of the file that the mail carries")
    static let isPortability = LetterVariable.flag("is_portability", "the request is for portability")

    static let clarification: [LetterVariable] = [
        .flag("asks_who", "the request does not say whom it is about"),
        .flag("asks_right", "the request does not say what it wants; it counts as access meanwhile"),
    ]

    static let elsewhere: [LetterVariable] =
        [
            .text("delivered_on", "the day on which the answer went"),
            .flag("to_address", "it went to another e-mail address"),
            .flag("to_organisation", "it went to an organisation"),
            .flag("by_hand", "it was handed over"), .flag("by_post", "it goes by post"),
            .text(
                "call_number",
                "what the caller reads out before the passphrase; for an organisation's file",
                .optional
            ),
        ]
        + telling

    static let telling: [LetterVariable] = [
        .flag(
            "in_person",
            "neither a telephone number nor a postal address is on file: the passphrase is told in person"
        ),
        .text("other_way", "how it is told then instead, where `passphrase_otherwise` says it", .optional),
    ]

    static let code: [LetterVariable] = [
        .text("code", "the code; it must stand alone on one line, once, and not in the subject"),
        .text("valid_until", "the last day on which the code works"),
    ]

    /// The methods for which a letter has words; what is asked for beside another is not one to choose.
    private static let ways = IdentificationMethods.all.filter { $0.request == nil }.map { method in
        LetterVariable.flag(
            method.flag,
            (method.isBesideOthers ? "is asked for beside the others: " : "will do: ") + method.summary
        )
    }

    static let identification: [LetterVariable] =
        [
            .flag("another_destination", "the answer is wanted at another address"),
            .flag("representative", "somebody asks for somebody else"),
            .flag("has_choice", "one of the ways that follow is asked for"),
            .flag("has_one_way", "only one of them is"),
        ] + ways + [
            .list(
                "further_ways",
                of: [.text("way", "what to do, for an item of a list")],
                .optional,
                "ways with words of their own"
            ),
            .flag("is_suspended", "the period stands still until the reply"),
            .text("due", "the last day of the period; absent while it stands still", .without("is_suspended")),
        ]

    static let refusal: [LetterVariable] = [
        .text("ground", "the ground, as half a sentence without a full stop"),
        .text("article", "the article that gives the ground", .optional),
        .text("reason", "why the ground applies here, as the operator wrote it"),
        .flag("is_partial", "the rest of the request is carried out"),
        .flag("is_unidentifiable", "the ground is that nobody can be identified"),
    ]

    static let confirmation: [LetterVariable] = [
        .flag("is_rectification", "data was changed"),
        .flag("is_restriction", "data is no longer used"),
        .flag("is_objection", "an objection was upheld"),
        .flag("is_direct_marketing", "direct marketing was stopped"),
        .flag("is_erasure", "data was erased"),
        .flag("is_consent", "consent was withdrawn"),
        .flag("is_other", "any other right"),
        .flag("copy_follows", "a copy of the data follows"),
        .flag("informs_recipients", "those who got the data are told (Art. 19)"),
        .flag("keeps_some", "something is kept in spite of the request", .with("kept")),
        .list(
            "kept",
            of: [
                .text("kept_title", "what is kept"), .text("kept_ground", "why, without a full stop"),
            ],
            .optional,
            "what is kept"
        ),
        .flag("counts_places", "people ticked off where they did it"),
        .text("places_done", "in how many systems and files it was done", .with("counts_places")),
        .text("places_all", "in how many there was something to do", .with("counts_places")),
        .flag("places_remain", "it was not done in all of them yet"),
    ]

    static let archive: [LetterVariable] =
        [
            attachment,
            .text(
                "call_number",
                "what both sides read out before the passphrase is told",
                .without("is_sealed")
            ),
            .text("kept_for", "how long the archive and its passphrase are kept"),
            .text("rest_by", "the day by which what is missing follows", .optional),
            .flag("is_supplement", "the archive holds only what was missing from an earlier one"),
            isPortability,
            .flag("is_signed", "the package is signed", .with("fingerprint")),
            .list(
                "fingerprint",
                of: [.text("fingerprint_line", "a line of the fingerprint")],
                .optional,
                "the certificate's SHA-256 fingerprint, in lines that fit"
            ),
        ]
        + telling

    static let nothingHeld: [LetterVariable] = [
        isPortability,
        .text("kept_for", "how long the request itself is kept"),
        .flag("has_searched", "there is something to say where it was looked", .with("searched")),
        .list(
            "searched",
            of: [
                .text("searched_title", "a system or a category in which it was looked"),
                .text("searched_on", "the day on which it was"),
            ],
            .optional,
            "where it was looked, and when"
        ),
        .flag("has_not_searched", "something could not be searched by the address", .with("not_searched")),
        .list(
            "not_searched",
            of: [.text("not_searched_title", "a system that no address can be looked up in")],
            .optional,
            "what could not be searched by the address"
        ),
    ]

    static func complaint(_ presence: LetterVariable.Presence) -> [LetterVariable] {
        [
            .list(
                "authorities",
                of: [
                    .text("authority_name", "its name"), .text("authority_website", "its website", .optional),
                    .text("authority_post", "its postal address", .optional),
                ],
                presence,
                "the supervisory authorities" + (presence == .always ? "" : "; none where nothing is kept")
            ),
            .flag("several_authorities", "there is more than one authority"),
        ]
    }

    static let decryption: [LetterVariable] = [
        .flag("is_sealed", "the archive is sealed to a certificate, and there is no passphrase"),
        .text("envelope", "the name of the sealed file", .with("is_sealed")),
        .text("content", "the name of the file that comes out of it", .with("is_sealed")),
    ]

    static let contact: [LetterVariable] = [
        .text("contact_title", "who answers questions, such as a data protection officer", .optional),
        .text("email", "the address for questions", .optional),
        .text("post", "the postal address", .optional),
    ]
}
