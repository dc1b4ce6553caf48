import Policy

extension Mistake {
    private static func processing(
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
            file: "processing.yaml",
            old: old,
            new: new,
            at: at ?? new,
            field: field,
            says: says,
            severity: severity
        )
    }

    static let inProcessing = [
        processing(
            "an unknown key of a category",
            "    source: {nl",
            "    sorce: {nl",
            "categories.account.sorce",
            #"did you mean "source""#
        ),
        processing(
            "a category without a title",
            "    title: {nl: Bestellingen, en: Orders}\n",
            "",
            at: "  orders:",
            "categories.orders.title",
            "this is missing"
        ),
        processing(
            "a category without retention",
            "    retention: [{kind: statutory, duration: P7Y}]\n",
            "",
            at: "  orders:",
            "categories.orders.retention",
            "this is missing"
        ),
        processing(
            "an empty retention",
            "[{kind: statutory, duration: P7Y}]",
            "[]",
            at: "retention: []",
            "categories.orders.retention",
            "the list is empty"
        ),
        processing(
            "an unknown kind of retention",
            "kind: statutory",
            "kind: statutary",
            "categories.orders.retention[0].kind",
            #"did you mean "statutory""#
        ),
        processing(
            "a fixed retention without a period",
            "kind: fixed, duration: P12M",
            "kind: fixed",
            "categories.account.retention[0].duration",
            "this is missing"
        ),
        processing(
            "a criterion that says nothing",
            "{kind: necessity, text: {nl: zolang nodig, en: as long as needed}}",
            "{kind: necessity}",
            "categories.account.retention[1]",
            "neither a period nor a criterion"
        ),
        processing(
            "a period in words",
            "duration: P12M",
            "duration: 12 months",
            "categories.account.retention[0].duration",
            "no period of ISO 8601"
        ),
        processing(
            "a date in a period's place",
            "duration: P12M",
            "duration: 12/04/2018",
            "categories.account.retention[0].duration",
            "no period of ISO 8601"
        ),
        processing("a basis that is no article", "9(2)(a)", "consent", "categories.account.legal_bases[1]", "6(1)(b)"),
        processing(
            "a processor that is not listed",
            "[host, bank]",
            "[hosd, bank]",
            "categories.account.processors[0]",
            #"did you mean "host""#
        ),
        processing(
            "an id with a space",
            "  customers_of_ours:",
            "  customers of ours:",
            "categories.customers of ours",
            "cannot be the id of a"
        ),
        processing(
            "an id with a look-alike letter",
            "  customers_of_ours:",
            "  customers_of_our\u{17F}:",
            "categories.customers_of_our\u{17F}",
            "cannot be the id of a"
        ),
        processing(
            "a processor without a name",
            "name: Bank ASA, ",
            "",
            at: "  bank:",
            "processors.bank.name",
            "neither a name nor a service"
        ),
        processing(
            "an unknown role",
            "role: source",
            "role: sources",
            "processors.bank.role",
            #"did you mean "source""#
        ),
        processing(
            "a transfer without a country",
            "{country: US, safeguard: SCC}",
            "{safeguard: SCC}",
            "processors.host.transfers[0].country",
            "the third country is not named",
            severity: .null
        ),
        processing(
            "a language that is no code",
            "{nl: Opslag, en: Storage}",
            "{nl: Opslag, en: Storage, Dutch: Opslag}",
            "processors.host.service.Dutch",
            "no language code"
        ),
        processing(
            "a text in no language",
            "{nl: Opslag, en: Storage}",
            "{nl: null}",
            "processors.host.service",
            "no text in any language"
        ),
        processing(
            "a transfer without a safeguard",
            "{country: US, safeguard: SCC}",
            "{country: US}",
            "processors.host.transfers[0].safeguard",
            "what protects",
            severity: .null
        ),
        processing(
            "a category without purposes",
            "    purposes: [{nl: Levering, en: Delivery}]\n",
            "",
            at: "  orders:",
            "categories.orders.purposes",
            "what the data is for",
            severity: .null
        ),
        processing(
            "a text in one language of two",
            "{nl: Opslag, en: Storage}",
            "{nl: Opslag}",
            "processors.host.service",
            "one text lacks the language en: processors.host.service",
            severity: .warning
        ),
        processing(
            "a category that no system feeds",
            "    processor_for: Plum Ltd.\n",
            "",
            at: "  customers_of_ours:",
            "categories.customers_of_ours",
            "by hand",
            severity: .warning
        ),
    ]
}
