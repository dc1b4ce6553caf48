import Policy

extension Mistake {
    private static func controller(
        _ rule: String,
        _ old: String,
        _ new: String,
        at: String? = nil,
        _ field: String,
        _ says: String,
        severity: Finding.Severity = .error
    ) -> Mistake {
        Mistake(
            rule: rule,
            file: "controller.yaml",
            old: old,
            new: new,
            at: at ?? new,
            field: field,
            says: says,
            severity: severity
        )
    }

    static let inController = [
        controller("an unknown key", "release: direct", "relaese: direct", "relaese", #"did you mean "release""#),
        controller(
            "a key that is like nothing",
            "release: direct",
            "colour: red",
            "colour",
            "one of name, policy"
        ),
        controller("an unknown language", "[nl, en]", "[nl, pt]", "languages[1]", #"unknown language "pt""#),
        controller("a language twice", "[nl, en]", "[nl, nl]", "languages[1]", "twice"),
        controller("no language", "[nl, en]", "[]", "languages", "the list is empty"),
        controller(
            "a mailbox that is not encrypted",
            "release: direct",
            "release: direct\nintake: {mailbox: \"imap://a@b/INBOX\", since: 2026-01-01}",
            at: "imap://",
            "intake.mailbox",
            "is no mailbox"
        ),
        controller(
            "a mailbox on a server without a password",
            "release: direct",
            "release: direct\nintake: {mailbox: \"imaps://a@b/INBOX\", since: 2026-01-01}",
            at: "intake",
            "intake.password",
            "has no password"
        ),
        controller(
            "a mailbox without a day on which it begins",
            "release: direct",
            "release: direct\nintake: {mailbox: mail}",
            at: "intake",
            "intake.since",
            "however old it is",
            severity: .warning
        ),
        controller(
            "a beginning that is no day",
            "release: direct",
            "release: direct\nintake: {since: 1 January}",
            at: "1 January",
            "intake.since",
            "is no day"
        ),
        controller(
            "a server's name with more than a name",
            "release: direct",
            "release: direct\nintake: {authentication_results: \"mx.pear.example; dkim=pass\"}",
            at: "dkim=pass",
            "intake.authentication_results",
            "is no name of a server"
        ),
        controller(
            "no request a day",
            "release: direct",
            "release: direct\nintake: {requests_a_day: 0}",
            at: "requests_a_day",
            "intake.requests_a_day",
            "is no number of requests"
        ),
        controller(
            "a key of intake that there is not",
            "release: direct",
            "release: direct\nintake: {mailboxes: [a]}",
            at: "mailboxes",
            "intake.mailboxes",
            #"did you mean "mailbox""#
        ),
        controller(
            "no entity",
            "  - {name: Pear B.V., country: NL, address: \"Laan 1, Utrecht\"}\n"
                + "  - {name: Pear Norge AS, country: NO}",
            "  []",
            at: "entities:",
            "entities",
            "empty"
        ),
        controller(
            "an entity without a name",
            "{name: Pear Norge AS, country: NO}",
            "{country: NO}",
            "entities[1].name",
            "this is missing"
        ),
        controller(
            "a country in small letters",
            "country: NO",
            "country: no",
            "entities[1].country",
            "write the two capitals",
            severity: .warning
        ),
        controller(
            "no way to reach anybody (3DC-10)",
            "  email: privacy@pear.example\n  phone: \"+31 30 123 45 67\"\n"
                + "  post: \"Laan 1, Utrecht\"\n",
            "",
            at: "contact:",
            "contact.email",
            "no way to reach anybody"
        ),
        controller("an unknown form of address", "address: je", "address: U", "form_of_address", #"did you mean "u""#),
        controller(
            "an unknown right",
            "rights: [access, portability]",
            "rights: [acces]",
            "rights[0]",
            #"did you mean "access""#
        ),
        controller(
            "a website without https",
            "https://ap.example",
            "ap.example",
            "supervisory_authority.website",
            "no web address"
        ),
        controller(
            "a truth value where a word is wanted",
            "code: off",
            "code: false",
            "identity.code",
            "one of required, off"
        ),
        controller(
            "a code valid for a month",
            "code_valid: P2W",
            "code_valid: P1M",
            "identity.code_valid",
            "write P7D"
        ),
        controller("a code valid for years", "code_valid: P2W", "code_valid: P700D", "identity.code_valid", "too long"),
        controller(
            "an unknown doubt",
            "representative: mandate",
            "representativ: mandate",
            "identity.accepts.representativ",
            #"did you mean "representative""#
        ),
        controller(
            "an unknown method",
            "representative: mandate",
            "representative: passport",
            "identity.accepts.representative",
            "one of call-back, known-facts"
        ),
        controller(
            "a doubt that nothing settles",
            "representative: mandate",
            "representative: []",
            "identity.accepts.representative",
            "nobody could ever settle this"
        ),
        controller("a deadline that is no period", "base: P14D", "base: 30 days", "deadline.base", "write P30D"),
        controller("a deadline of nothing", "base: P14D", "base: P0D", "deadline.base", "write P30D"),
        controller("holidays of no country", "holidays: DE", "holidays: Germany", "deadline.holidays", "ISO 3166"),
        controller("an unknown time zone", "Europe/Oslo", "Europe/Olso", "deadline.time_zone", "tz database"),
        controller(
            "an address with a name around it",
            "from: privacy@pear.example",
            #"from: "Pear <privacy@pear.example>""#,
            "delivery.from",
            "write the address alone"
        ),
        controller(
            "an address with a line break (case 12)",
            "from: privacy@pear.example",
            #"from: "privacy@pear.example\r\nBcc: eve@example.org""#,
            "delivery.from",
            "no e-mail address"
        ),
        controller(
            "an address with an invisible space (case 12)",
            "from: privacy@pear.example",
            #"from: "privacy@pear.example\u200B""#,
            "delivery.from",
            #"\u{200b}"#
        ),
        controller(
            "two addresses",
            "reply_to: answers@pear.example",
            "reply_to: a@pear.example,b@pear.example",
            "delivery.reply_to",
            "no e-mail address"
        ),
        controller(
            "a limit in an unknown unit",
            "15 MiB",
            "15 MBit",
            "delivery.mail_limit",
            "15000000, 15 MB or 15 MiB"
        ),
        controller("a limit of nothing", "15 MiB", "1 kB", "delivery.mail_limit", "no mail server"),
        controller("a workbook below nothing", "2500", "-1", "delivery.workbook_records", "no number of records"),
        controller(
            "a mail server with a path",
            "host: mail.pear.example",
            "host: smtps://mail.pear.example",
            "delivery.smtp.host",
            "no host name"
        ),
        controller(
            "an unknown way to begin TLS",
            "tls: implicit",
            "tls: none",
            "delivery.smtp.tls",
            "one of implicit, starttls"
        ),
        controller(
            "a user without a password",
            "    password: env:MAIL_PASSWORD\n",
            "",
            at: "smtp:",
            "delivery.smtp.password",
            "env:NAME"
        ),
        controller(
            "certificates outside the folder",
            "trust: ca.pem",
            "trust: ../ca.pem",
            "delivery.smtp.trust",
            "leaves this folder"
        ),
        controller(
            "an archive kept for a calendar month",
            "archive_kept: P10D",
            "archive_kept: P1M",
            "delivery.archive_kept",
            "no number of days"
        ),
        controller(
            "a timestamp over TLS",
            "staff: named",
            "staff: named\nsignature: {timestamp: {url: \"https://tsa.pear.example/\", trust: tsa.pem}}",
            at: "signature:",
            "signature.timestamp.url",
            "not like http://HOST/PATH"
        ),
        controller(
            "a timestamp that nobody is trusted for",
            "staff: named",
            "staff: named\nsignature: {timestamp: {url: \"http://tsa.pear.example/\"}}",
            at: "signature:",
            "signature.timestamp.trust",
            "this is missing"
        ),
        controller("an unknown way to treat staff", "staff: named", "staff: hidden", "staff", "one of named, redacted"),
        controller("yes for true", "demo: true", "demo: yes", "demo", "one of true, false"),
        controller(
            "a list where a text is wanted",
            "host: mail.pear.example",
            "host: [mail.pear.example]",
            "delivery.smtp.host",
            "this is a list, not a text"
        ),
        controller(
            "a text where a map is wanted",
            "deadline: {base: P14D, holidays: DE, time_zone: Europe/Oslo}",
            "deadline: P30D",
            "deadline",
            "this is a text, not a map"
        ),
        controller(
            "lost characters (LBD-9)",
            "title: Privacy officer",
            "title: Functionaris priv\u{FFFD}cy",
            "contact.title",
            "U+FFFD",
            severity: .warning
        ),
        controller(
            "Chinese characters in a Dutch text",
            "title: Privacy officer",
            "title: Belgi毛",
            "contact.title",
            "Chinese",
            severity: .warning
        ),
        controller(
            "UTF-8 read as Latin-1",
            "title: Privacy officer",
            "title: BelgiÃ«",
            "contact.title",
            "Latin-1",
            severity: .warning
        ),
        controller(
            "a character that does not exist",
            "title: Privacy officer",
            "title: \"Belgi\\u0378\"",
            "contact.title",
            "do not exist",
            severity: .warning
        ),
        controller(
            "no telephone number",
            #"phone: "+31 30 123 45 67""#,
            "phone: null",
            "contact.phone",
            "no telephone number",
            severity: .null
        ),
        controller(
            "no e-mail address",
            "  email: privacy@pear.example\n",
            "  email: ~\n",
            at: "email: ~",
            "contact.email",
            "no e-mail address",
            severity: .null
        ),
        controller(
            "no authority",
            #"supervisory_authority: {name: Autoriteit Persoonsgegevens, website: "https://ap.example", post: "Den Haag"}"#,
            "supervisory_authority:",
            "supervisory_authority",
            "where people can complain",
            severity: .null
        ),
        controller(
            "no promised period",
            "base: P14D",
            "base: null",
            "deadline.base",
            "the law's month",
            severity: .null
        ),
        controller(
            "no form of address",
            "form_of_address: je",
            "form_of_address: null",
            "form_of_address",
            "how people are addressed",
            severity: .null
        ),
    ]
}
