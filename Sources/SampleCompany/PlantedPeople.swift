/// The people who are in the sample company whatever the seed, each for a case that goes wrong easily.
///
/// Nobody else has one of these names, addresses, customer numbers or handles.
package enum PlantedPeople {
    /// One of them.
    package struct Planted: Sendable {
        /// The number in the customer administration and the shop.
        package var customerID: Int?
        /// The name, exactly as the systems hold it.
        package var name: String
        /// The address, exactly as the systems hold it: nil is NULL.
        package var email: String?
        /// Since when the address is known.
        package var known: Known = .settled
        /// The handle in the chat, for those who are there.
        package var chatHandle: String?
        /// The application's number, for those who applied.
        package var applicantID: String?

        init(
            _ customerID: Int?,
            _ name: String,
            _ email: String?,
            known: Known = .settled,
            chat: String? = nil,
            applicant: String? = nil
        ) {
            self.customerID = customerID
            self.name = name
            self.email = email
            self.known = known
            chatHandle = chat
            applicantID = applicant
        }
    }

    /// What the customer administration says about the age of an address.
    package enum Known: Sendable, Hashable {
        /// Years ago.
        case settled
        /// So many days before today; a negative number lies in the future.
        case daysAgo(Int)
        /// A text that is no moment.
        case unreadable
        /// NULL.
        case unsaid
    }

    /// The person of the story: a plain customer who is in all four systems.
    package static let ada = Planted(
        1001,
        "Ada Jansen",
        "ada.jansen@example.org",
        chat: "ada_jansen",
        applicant: "A-0001"
    )

    /// Two people who share one address (case 14).
    package static let sharing = [
        Planted(1002, "Annelies de Boer", "familie.deboer@example.org"),
        Planted(1003, "Bas de Boer", "familie.deboer@example.org"),
    ]

    /// An address that changed yesterday (case 17).
    package static let changedYesterday = Planted(
        1004,
        "Chantal Verhuisd",
        "chantal.nieuw@example.org",
        known: .daysAgo(1)
    )

    /// A look-alike whose first `e` is Cyrillic, and the ASCII address it looks like (case 7).
    package static let lookAlike = (
        ascii: Planted(1005, "Peter Hamer", "peter.hamer@example.org", chat: "peter_hamer"),
        cyrillic: Planted(1006, "Pjotr Gamer", "p\u{435}ter.hamer@example.org")
    )

    /// An address that begins with the Kelvin sign, and its twin with a `k` (case 5).
    package static let kelvin = (
        ascii: Planted(1007, "Kim Sam", "kim.sam@example.org", chat: "kim_sam"),
        sign: Planted(1008, "Kelvin Graad", "\u{212A}im.sam@example.org")
    )

    /// Two customers whose addresses differ in case alone, which is one address to Inzage (cases 8 and 14).
    package static let caseTwins = [
        Planted(1009, "Robin Smit", "Robin.Smit@example.org"),
        Planted(1010, "Robina Smit", "robin.smit@example.org"),
    ]

    /// Customers whose address is empty; no question may ever find them (case 51).
    package static let emptyAddresses = [
        Planted(1011, "Leeg Een", ""), Planted(1012, "Leeg Twee", ""), Planted(1013, "Leeg Drie", ""),
    ]

    /// Customers whose address is NULL; no question may ever find them (case 51).
    package static let nullAddresses = [
        Planted(1014, "Nul Een", nil), Planted(1015, "Nul Twee", nil), Planted(1016, "Nul Drie", nil),
    ]

    /// An applicant who is also a customer, and about whom a colleague made a note that names them.
    package static let applicantAndCustomer = Planted(
        1017,
        "Olga Werkzoeker",
        "olga.werkzoeker@example.org",
        applicant: "A-0002"
    )

    /// Somebody whom only the chat knows.
    package static let chatOnly = Planted(nil, "Nachtuil", "nachtuil@example.net", chat: "nachtuil")

    /// Participants of the chat whose address is NULL or empty.
    package static let chatWithoutAddress = [
        Planted(nil, "Gast Zonder", nil, chat: "gast_zonder"), Planted(nil, "Gast Leeg", "", chat: "gast_leeg"),
    ]

    /// An applicant whom no other system knows, with documents whose names are traps (case 70).
    package static let applicantOnly = Planted(
        nil,
        "Ties Sollicitant",
        "ties.sollicitant@example.net",
        applicant: "A-0003"
    )

    /// The names of ``applicantOnly``'s documents besides the letter and the CV.
    package static let trapDocumentNames = ["cod\u{202E}txt.pdf", "brief \"echt\" ; 🙂.pdf"]

    /// People whose names break what is put together carelessly (cases 52, 63, 65 to 69).
    package static let awkwardNames = [
        Planted(1020, "Sinead O'Brien\"; DROP TABLE customer;--", "quote@example.org", chat: "quote_1"),
        Planted(1021, "<script>alert(\"ik\")</script>", "script@example.org"),
        Planted(1022, "Komma, Piet; Puntkomma", "komma@example.org"),
        Planted(1023, "Regel\nEinde\r\nDrie", "regeleinde@example.org"),
        Planted(1024, "Emoji 👩🏽‍💻 Vlag 🇳🇱", "emoji@example.org", chat: "emoji_👩🏽‍💻"),
        Planted(1025, "נועה \u{202E}לוי\u{202C}", "rtl@example.org"),
        Planted(1026, "=cmd|'/C calc'!A0", "formule@example.org"),
        Planted(1027, "\u{600}<img src=x onerror=alert(1)>", "teken@example.org"),
        Planted(1028, "'=1+1", "apostrof@example.org"),
        Planted(1029, "=\u{301}accent", "accent@example.org"),
        Planted(1030, "Esc \u{1B}[31mrood\u{1B}[0m", "esc@example.org"),
        Planted(1031, "Procent 100%_*", "procent%_*@example.org"),
    ]

    /// A record with two addresses in one field, which is no address at all (case 20).
    package static let listAddress = Planted(1032, "Twee Adressen", "een@example.org, twee@example.org")

    /// An address known since a text that is no moment: a doubt.
    package static let unreadableSince = Planted(1033, "Wanneer Onbekend", "wanneer@example.org", known: .unreadable)

    /// An address known since next week: a doubt.
    package static let futureSince = Planted(1034, "Volgende Week", "volgende.week@example.org", known: .daysAgo(-7))

    /// An address of which nobody knows since when: no information, and no doubt.
    package static let unsaidSince = Planted(1035, "Nooit Gewijzigd", "nooit.gewijzigd@example.org", known: .unsaid)

    /// A customer with a note whose text is not valid UTF-8 (case 63).
    package static let brokenText = Planted(1036, "Kapotte Tekst", "kapotte.tekst@example.org")

    /// The third person whom notes about ``ada`` name; no system knows her as anything else.
    package static let thirdPerson = "Wilhelmina de Graaf-Zonneveld"

    /// The member of staff who wrote the notes about ``ada``.
    package static let agent = "Pieter Balie"

    /// All of them.
    package static let all: [Planted] =
        [ada] + sharing + [changedYesterday, lookAlike.ascii, lookAlike.cyrillic, kelvin.ascii, kelvin.sign]
        + caseTwins + emptyAddresses + nullAddresses + [applicantAndCustomer, chatOnly, applicantOnly]
        + chatWithoutAddress + awkwardNames + [listAddress, unreadableSince, futureSince, unsaidSince, brokenText]
}
