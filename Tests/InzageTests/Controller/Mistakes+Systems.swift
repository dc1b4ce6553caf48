import Policy

extension Mistake {
    private static func crm(
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
            file: "exporters/crm/exporter.yaml",
            old: old,
            new: new,
            at: at ?? new,
            field: field,
            says: says,
            severity: severity
        )
    }

    private static func shop(
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
            file: "exporters/shop/exporter.yaml",
            old: old,
            new: new,
            at: at ?? new,
            field: field,
            says: says,
            severity: severity
        )
    }

    static let inSystems = [
        crm("an unknown key of a system", "time_limit:", "timelimit:", "timelimit", #"did you mean "time_limit""#),
        crm(
            "no title of a system",
            "system: {nl: Klanten, en: Customers}\n",
            "",
            at: "held_by",
            "system",
            "this is missing"
        ),
        crm("a holder that is no processor", "held_by: host", "held_by: hots", "held_by", #"did you mean "host""#),
        crm("an unknown driver", "driver: table", "driver: tble", "driver", #"did you mean "table"; one of table"#),
        crm("a driver of another kind", "driver: table", "driver: oracle", "driver", "docs/exporters.md says how"),
        crm("no driver", "driver: table\n", "", at: "system:", "driver", "one of table"),
        crm("no connection", "connection: crm.table\n", "", at: "system:", "connection", "this is missing"),
        crm(
            "a connection above the folder (case 105)",
            "connection: crm.table",
            "connection: data/../../crm.table",
            "connection",
            "leaves this folder"
        ),
        crm(
            "an absolute connection (case 105)",
            "connection: crm.table",
            "connection: /var/crm.table",
            "connection",
            "leaves this folder"
        ),
        crm(
            "a slash that hides behind an accent (case 105)",
            "connection: crm.table",
            "connection: \"../\u{301}x.table\"",
            "connection",
            "leaves this folder"
        ),
        crm("a home folder (case 105)", "connection: crm.table", "connection: ~/crm.table", "connection", "leaves"),
        crm(
            "a file by an address (case 105)",
            "connection: crm.table",
            "connection: file:///etc/passwd",
            "connection",
            "no"
        ),
        crm(
            "a file by a short address (case 105)",
            "connection: crm.table",
            "connection: file:%2e%2e/crm.table",
            "connection",
            "relative to this folder"
        ),
        crm("a time limit in words", "time_limit: PT2M", "time_limit: two minutes", "time_limit", "write PT5M or 300"),
        crm("a rate of nothing", "time_limit: PT2M", "rate_limit: 0", "rate_limit", "from 1 to 10000"),
        crm("a time limit of nothing", "time_limit: PT2M", "time_limit: 0", "time_limit", "write PT5M or 300"),
        crm("a time limit of a year", "time_limit: PT2M", "time_limit: P365D", "time_limit", "too long"),
        crm(
            "a system's title without Dutch",
            "system: {nl: Klanten, en: Customers}",
            "system: {en: Customers}",
            "system",
            "one text lacks the language nl: system",
            severity: .warning
        ),
    ]

    static let inCollections = [
        crm(
            "an unknown key of a collection",
            "    query: SELECT 1",
            "    query: SELECT 1\n    querry: SELECT 3",
            at: "querry",
            "collections.accounts.querry",
            #"did you mean "query""#
        ),
        crm(
            "a driver's required key that is missing",
            "    query: SELECT 1\n",
            "",
            at: "  accounts:",
            "collections.accounts.query",
            "the driver needs it"
        ),
        shop(
            "a driver's path that leaves the folder (case 105)",
            "file: data/orders.table",
            "file: ../orders.table",
            "collections.orders.file",
            "leaves this folder"
        ),
        crm(
            "a condition on a field that is not there",
            "    category: account\n",
            "    category: account\n    where: {stat: open}\n",
            at: "    where:",
            "collections.accounts.where.stat",
            "no field is called"
        ),
        crm(
            "a source that finds what is not known",
            "    category: account\n",
            "    category: account\n    finds: everything\n",
            at: "    finds:",
            "collections.accounts.finds",
            "unknown finding"
        ),
        crm(
            "a collection without a category",
            "    category: account\n",
            "",
            at: "  accounts:",
            "collections.accounts.category",
            "this is missing"
        ),
        crm(
            "a category that is not in the record",
            "category: account",
            "category: acount",
            "collections.accounts.category",
            #"did you mean "account""#
        ),
        crm(
            "an unknown origin",
            "origin: provided",
            "origin: provid",
            "collections.accounts.origin",
            #"did you mean "provided""#
        ),
        crm(
            "an unknown origin of a field",
            "{name: since, type: datetime,",
            "{name: since, origin: derive, type: datetime,",
            "collections.accounts.fields[2].origin",
            #"did you mean "derived""#
        ),
        shop(
            "an unknown subject",
            "about: others",
            "about: other",
            "collections.orders.about",
            #"did you mean "others""#
        ),
        crm(
            "a collection that is asked by nothing",
            "needs: [email]",
            "needs: []",
            "collections.accounts.needs",
            "everybody's records"
        ),
        crm(
            "a kind with a capital",
            "needs: [email]",
            "needs: [email, Card]",
            "collections.accounts.needs[1]",
            "small letters"
        ),
        shop(
            "a record that carries no identifier it was asked by (case 54)",
            ", matches: [customer_id]",
            "",
            at: "needs: customer_id",
            "collections.orders.needs",
            "no field carries customer_id"
        ),
        shop(
            "a record that carries another identifier (case 54)",
            "matches: [customer_id]",
            "matches: card",
            at: "needs: customer_id",
            "collections.orders.needs",
            "matches: customer_id"
        ),
        shop(
            "a field that matches two kinds",
            "matches: [customer_id]",
            "matches: [customer_id, email]",
            "collections.orders.fields[1].matches",
            "one kind"
        ),
        crm("a key that is no field", "key: [id]", "key: [ID]", "collections.accounts.key[0]", #"did you mean "id""#),
        shop(
            "own_when that is no field",
            "own_when: [customer]",
            "own_when: [sender]",
            "collections.orders.own_when[0]",
            "one of order, customer, invoice"
        ),
        shop(
            "a reference to no collection",
            "refers_to: orders",
            "refers_to: order",
            "collections.items.fields[0].refers_to",
            #"did you mean "orders""#
        ),
        shop(
            "a reference to the collection itself",
            "refers_to: orders",
            "refers_to: items",
            "collections.items.fields[0].refers_to",
            "one of orders"
        ),
        shop(
            "a reference to a collection without a key",
            "    key: [order]\n",
            "",
            at: "refers_to: orders",
            "collections.items.fields[0].refers_to",
            "not one field"
        ),
        shop(
            "a reference of another type",
            "{name: of, type: integer",
            "{name: of, type: string",
            "collections.items.fields[0].refers_to",
            "give both the type integer or string"
        ),
        crm(
            "known_since that is no field",
            "known_since: since",
            "known_since: sinse",
            "collections.accounts.fields[1].known_since",
            #"did you mean "since""#
        ),
        crm(
            "known_since of no address",
            "{name: hash,",
            "{name: hash, known_since: since,",
            "collections.accounts.fields[4].known_since",
            "no address of record"
        ),
        crm(
            "a field twice",
            "{name: hash,",
            "{name: agent,",
            at: "name: agent, type: string, title: {nl: Wachtwoord",
            "collections.accounts.fields[4].name",
            "twice"
        ),
        crm(
            "a field without a name",
            "{name: hash,",
            "{",
            at: "Wachtwoord",
            "collections.accounts.fields[4].name",
            "this is missing"
        ),
        crm(
            "an unknown type",
            "name: since, type: datetime",
            "name: since, type: timestamp",
            "collections.accounts.fields[2].type",
            "one of any, array"
        ),
        crm(
            "an unknown key of a field",
            "redact: always",
            "redacted: always",
            "collections.accounts.fields[3].redacted",
            #"did you mean "redact""#
        ),
        crm(
            "another way to redact",
            "redact: always",
            "redact: never",
            "collections.accounts.fields[3].redact",
            "one of always"
        ),
        crm(
            "another currency",
            "person: staff, redact: always",
            "person: staff, money: euro",
            "collections.accounts.fields[3].money",
            "write EUR"
        ),
        crm(
            "money that is a text",
            "person: staff, redact: always",
            "person: staff, money: EUR",
            "collections.accounts.fields[3].money",
            "integer or number"
        ),
        crm(
            "redacting nobody",
            "person: staff, redact: always",
            "redact: always",
            "collections.accounts.fields[3].redact",
            "write person: other"
        ),
        crm(
            "an unknown person",
            "person: staff",
            "person: colleague",
            "collections.accounts.fields[3].person",
            "one of subject, other, staff"
        ),
        crm(
            "an unknown channel",
            "address_of_record: email",
            "address_of_record: mail",
            at: "address_of_record: mail",
            "collections.accounts.fields[1].address_of_record",
            "one of email, phone, post"
        ),
        crm(
            "a secret that is perhaps one",
            "secret: true",
            "secret: perhaps",
            "collections.accounts.fields[4].secret",
            "one of true, false"
        ),
        crm(
            "a field that is no map",
            "- {name: hash, type: string, title: {nl: Wachtwoord, en: Password}, secret: true}",
            "- hash",
            "collections.accounts.fields[4]",
            "this is a text, not a map"
        ),
        shop(
            "an identifier that nobody yields",
            "needs: customer_id\n    fields:\n",
            "needs: [customer_id, card]\n    fields:\n"
                + "      - {name: card, type: string, title: {nl: Kaart, en: Card}, matches: card}\n",
            at: "needs: [customer_id, card]",
            "collections.orders.needs[1]",
            #"no collection yields "card""#,
            severity: .warning
        ),
    ]
}
