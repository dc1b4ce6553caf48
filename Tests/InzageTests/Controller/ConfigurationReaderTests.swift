import ExporterKit
import Foundation
import TestSupport
import Testing
import ControllerFiles
import Policy

@Suite struct `Configuration reader` {
    @Test func `a valid folder is read without a finding`() async throws {
        let (configuration, findings) = try await ControllerFolder().read()
        #expect(findings.map(\.description) == [])
        #expect(configuration?.systems.map(\.id) == ["crm", "shop"])
        #expect(configuration?.processing.categories.map(\.id) == ["account", "orders", "customers_of_ours"])
        #expect(configuration?.processing.processors.map(\.id) == ["host", "bank"])
    }

    @Test func `what controller.yaml says arrives in the model`() async throws {
        let controller = try #require(try await ControllerFolder().read().configuration).controller
        #expect(controller.entities.map(\.name) == ["Pear B.V.", "Pear Norge AS"])
        #expect(controller.contact.email == "privacy@pear.example")
        #expect(controller.languages == [.nl, .en])
        #expect(controller.formOfAddress == .je)
        #expect(controller.supervisoryAuthorities.first?.website == "https://ap.example")
        #expect(controller.rights == [RightPromise(.access), RightPromise(.portability)])
        let identity = IdentityPolicy(
            codeRequired: false,
            codeValidDays: 14,
            quietDays: 45,
            accepts: ["another-destination": ["in-person", "video"], "representative": ["mandate"]]
        )
        #expect(controller.identity == identity)
        #expect(controller.deadline == DeadlinePolicy(base: "P14D", holidays: "DE", timeZone: "Europe/Oslo"))
        let server = SMTPServer(
            host: "mail.pear.example",
            port: 465,
            implicitTLS: true,
            user: "privacy",
            password: .environment("MAIL_PASSWORD"),
            trust: "ca.pem"
        )
        let delivery = DeliveryPolicy(
            from: "privacy@pear.example",
            replyTo: "answers@pear.example",
            smtp: server,
            mailLimit: 15 << 20,
            archiveDays: 10,
            isPadded: true,
            workbookRecords: 2500
        )
        #expect(controller.delivery == delivery)
        #expect(!controller.redactStaff && controller.release == .direct && controller.isDemo)
    }

    @Test func `what processing.yaml says arrives in the model, periods exactly as written`() async throws {
        let processing = try #require(try await ControllerFolder().read().configuration).processing
        let account = try #require(processing.category("account"))
        #expect(account.title.text(in: "nl") == "Account")
        #expect(account.legalBases == ["6(1)(b)", "9(2)(a)"])
        #expect(account.retention.map(\.kind) == [.fixed, .necessity])
        #expect(account.retention.map(\.duration) == ["P12M", nil])
        #expect(account.processors == ["host", "bank"])
        #expect(account.source?.text(in: "en") == "A bank")
        #expect(processing.category("customers_of_ours")?.processorFor == "Plum Ltd.")
        #expect(processing.processor("host")?.transfers == [Transfer(country: "US", safeguards: ["SCC"])])
        #expect(processing.processor("host")?.roles == [.processor])
    }

    @Test func `what exporter.yaml says arrives in the model`() async throws {
        let configuration = try #require(try await ControllerFolder().read().configuration)
        let crm = try #require(configuration.system("crm"))
        #expect(crm.heldBy == "host" && crm.connection == "crm.table" && crm.timeLimit == 120)
        #expect(crm.secret == .environment("CRM_PASSWORD"))
        #expect(crm.folder == "\(configuration.folder)/exporters/crm")
        let accounts = try #require(crm.collections.first)
        #expect(accounts.settings == ["query": .text("SELECT 1")])
        #expect(accounts.key == ["id"] && accounts.needs == ["email"] && accounts.origin == .provided)
        #expect(accounts.fields.map(\.name) == ["id", "email", "since", "agent", "hash", "state"])
        #expect(accounts.fields[1].addressOfRecord == .email && accounts.fields[1].knownSince == "since")
        #expect(accounts.fields[3].person == .staff && accounts.fields[3].redactAlways)
        #expect(accounts.fields[4].secret)
        let orders = try #require(configuration.system("shop")?.collections.first)
        #expect(orders.aboutOthers && orders.needs == ["customer_id"] && orders.ownWhen == ["customer"])
        #expect(orders.title == LocalizedText("orders"))
        #expect(orders.fields[0].path == "order.id" && orders.fields[1].matches == "customer_id")
        #expect(orders.fields[2].file)
    }

    @Test func `words that YAML takes for truth values stay the words that were written`() async throws {
        let configuration = try #require(try await ControllerFolder().read().configuration)
        #expect(configuration.controller.entities[1].country == "NO")
        #expect(configuration.processing.processor("bank")?.country == "NO")
        let orders = try #require(configuration.system("shop")?.collections.first)
        #expect(orders.settings["labels"]?.textMap == ["a": "NO", "b": "off"])
        let state = try #require(configuration.system("crm")?.collections.first?.fields.last)
        #expect(state.categories["on"]?.text(in: "nl") == "aan")
        #expect(state.categories["NO"]?.text(in: "en") == "Norwegian")
    }

    @Test func `errors in several files are all found in one run`() async throws {
        var folder = ControllerFolder()
        try folder.replace("form_of_address: je", by: "form_of_address: jij", in: "controller.yaml")
        try folder.replace("kind: fixed", by: "kind: forever", in: "processing.yaml")
        try folder.replace("origin: provided", by: "origin: given", in: "exporters/crm/exporter.yaml")
        folder.files["exporters/shop/exporter.yaml"] = "system: [Shop\ndriver: table\n"
        let (configuration, findings) = try await folder.read()
        #expect(configuration == nil)
        let errors = findings.filter { $0.severity == .error }
        let places = errors.map { "\($0.file) \($0.field)" }
        #expect(
            places == [
                "controller.yaml form_of_address", "processing.yaml categories.account.retention[0].kind",
                "exporters/crm/exporter.yaml collections.accounts.origin", "exporters/shop/exporter.yaml ",
            ]
        )
    }

    @Test func `several errors in one file are all found in one run`() async throws {
        var folder = ControllerFolder()
        let file = "exporters/crm/exporter.yaml"
        try folder.replace("driver: table", by: "driver: tabel", in: file)
        try folder.replace("category: account", by: "category: acount", in: file)
        try folder.replace("name: since, type: datetime", by: "name: since, type: date time", in: file)
        try folder.replace("key: [id]", by: "key: [idd]", in: file)
        let fields = try await folder.read().findings.filter { $0.severity == .error }.map(\.field)
        let accounts = "collections.accounts"
        let expected = ["driver", "\(accounts).category", "\(accounts).key[0]", "\(accounts).fields[2].type"]
        #expect(fields == expected)
    }

    @Test func `a folder with nothing in it lacks both files and gives no configuration`() async throws {
        let (configuration, findings) = try await ControllerFolder(files: [:]).read()
        #expect(configuration == nil)
        #expect(findings.map(\.file) == ["controller.yaml", "processing.yaml"])
        #expect(findings.allSatisfy { $0.severity == .error && $0.problem == "the file is missing" })
    }

    @Test func `a system's folder without exporter.yaml is an error, a hidden folder or a file is not`() async throws {
        var folder = ControllerFolder()
        folder.files["exporters/empty/README.md"] = "to come"
        folder.files["exporters/.git/config"] = "none of ours"
        folder.files["exporters/notes.txt"] = "none of ours"
        let findings = try await folder.read().findings
        #expect(findings.map(\.file) == ["exporters/empty/exporter.yaml"])
    }

    @Test func `a finding prints its place, its problem and its fix on one line`() async throws {
        var folder = ControllerFolder()
        let file = "exporters/crm/exporter.yaml"
        try folder.replace("name: since, type: datetime", by: "name: since, type: strin", in: file)
        let findings = try await folder.read().findings
        let line = try #require(findings.first).description
        #expect(line.hasPrefix("exporters/crm/exporter.yaml:18: collections.accounts.fields[2].type: "))
        #expect(line.contains(#"unknown type "strin" (hint: did you mean "string"; one of any, array"#))
        #expect(findings.count == 1)
    }

    @Test func `the templates are valid as they stand, apart from reported silences`() async throws {
        var folder = ControllerFolder()
        folder.files = [
            "controller.yaml": ControllerTemplate.controllerYAML, "processing.yaml": ControllerTemplate.processingYAML,
        ]
        let (configuration, findings) = try await folder.read()
        #expect(configuration?.controller.isDemo == false)
        #expect(configuration?.processing.categories.map(\.id) == ["account", "orders"])
        #expect(findings.filter { $0.severity == .null }.map(\.field) == ["contact.phone", "contact.post"])
        // With no system yet, people look for every category by hand.
        #expect(
            findings.filter { $0.severity == .warning }.map(\.field) == ["categories.account", "categories.orders"]
        )
        #expect(findings.count == 4)
    }

    @Test func `every key that the templates leave out as a comment is valid too`() async throws {
        var folder = ControllerFolder()
        let (controller, processing) = ("controller.yaml", "processing.yaml")
        folder.files = [controller: ControllerTemplate.controllerYAML, processing: ControllerTemplate.processingYAML]
        for key in ["smtp:", "  host:", "  port:", "  tls:", "  user:", "  password:", "  trust:"] {
            try folder.replace("  # \(key)", by: "  \(key)", in: controller)
        }
        for key in [
            "name", "policy", "requests", "children", "answer", "refusal", "fee", "request_log", "automated_decisions",
            "statements",
        ] { try folder.replace("\n# \(key): ", by: "\n\(key): ", in: controller) }
        for key in ["pace", "applies_to", "per_right", "extension"] {
            try folder.replace("\n  # \(key): ", by: "\n  \(key): ", in: controller)
        }
        for key in [
            "source:", "automated_decisions:", "processor_for:", "fields:", "excluded_fields:", "basis_stated:",
        ] { try folder.replace("    # \(key)", by: "    \(key)", in: processing) }
        try folder.replace(
            "    transfers: none\n    # transfers:\n    #   -",
            by: "    transfers:\n      -",
            in: processing
        )
        try folder.replace("\n# retention:\n#   -", by: "\nretention:\n  -", in: processing)
        try folder.replace("\n# transfers: ", by: "\ntransfers: ", in: processing)
        let (configuration, findings) = try await folder.read()
        #expect(findings.filter { $0.severity == .error } == [])
        #expect(configuration?.controller.children?.minimumAge == 16)
        #expect(configuration?.processing.generalRetention.count == 1)
        #expect(configuration?.controller.delivery.smtp?.implicitTLS == true)
        #expect(configuration?.processing.processors.first?.transfers.count == 1)
        #expect(configuration?.processing.category("orders")?.processorFor == "Klant B.V.")
    }
}
