import ExporterKit
import Testing
import Policy
import ControllerFiles

@Suite struct `Files held against each other` {
    private let crm = "exporters/crm/exporter.yaml"
    private let shop = "exporters/shop/exporter.yaml"

    @Test func `a field without a title lacks every language that the controller answers in`() async throws {
        var folder = ControllerFolder()
        try folder.replace("title: {nl: Klant, en: Customer}, ", by: "", in: shop)
        let (configuration, findings) = try await folder.read()
        #expect(findings.map(\.severity) == [.warning, .warning])
        #expect(findings.map(\.field) == Array(repeating: "collections.orders.fields[1].title", count: 2))
        #expect(findings.map(\.line) == Array(repeating: folder.line(of: "name: customer,", in: shop), count: 2))
        // The name stands in, so that the export works meanwhile.
        #expect(configuration?.system("shop")?.collections.first?.fields[1].title == LocalizedText("customer"))
    }

    @Test func `texts that lack a language are one finding for each file and language`() async throws {
        var folder = ControllerFolder()
        for name in ["Klantgegevens, en: Customer details", "Nummer, en: Number", "Sinds, en: Since"] {
            let dutch = name.split(separator: ",").first ?? ""
            try folder.replace("{nl: \(name)}", by: "{nl: \(dutch)}", in: crm)
        }
        try folder.replace("{nl: Factuur, en: Invoice}", by: "{nl: Factuur}", in: shop)
        let findings = try await folder.read().findings
        #expect(findings.map(\.file) == [crm, shop])
        #expect(findings.first?.field == "collections.accounts.title")
        let places = "collections.accounts.title, collections.accounts.fields[0].title"
        #expect(findings.first?.problem.contains("3 texts lack the language en: \(places)") == true)
    }

    @Test func `a language that the controller does not answer in is not missed`() async throws {
        var folder = ControllerFolder()
        try folder.replace("languages: [nl, en]", by: "languages: [nl]", in: "controller.yaml")
        try folder.replace("{nl: Factuur, en: Invoice}", by: "{nl: Factuur}", in: shop)
        #expect(try await folder.read().findings.isEmpty)
    }

    @Test func `what a collection about others yields does not count`() async throws {
        var folder = ControllerFolder()
        try folder.replace("origin: provided", by: "origin: provided\n    about: others", in: crm)
        let findings = try await folder.read().findings
        #expect(findings.map(\.severity) == [.warning])
        #expect(findings.first?.file == shop && findings.first?.field == "collections.orders.needs")
    }

    @Test func `a broken processing.yaml does not make every category unknown`() async throws {
        var folder = ControllerFolder()
        folder.files["processing.yaml"] = "categories: {"
        let findings = try await folder.read().findings
        #expect(findings.map(\.file) == ["processing.yaml"])
    }

    @Test func `a collection whose field cannot be read is not accused of carrying no identifier`() async throws {
        var folder = ControllerFolder()
        try folder.replace("{name: customer, type", by: "{type", in: shop)
        let findings = try await folder.read().findings
        #expect(!findings.contains { $0.field == "collections.orders.needs" })
        #expect(findings.first?.field == "collections.orders.fields[1].name")
    }
}

@Suite struct `Drivers' findings` {
    private func driver(_ found: DriverFinding...) -> TableDriver { TableDriver(found: found) }

    @Test func `come with the advice to name a canary, once for each system that has none`() async throws {
        var folder = ControllerFolder()
        func advised() async throws -> [String] {
            try await folder.check(drivers: [driver()], withAdvice: true)
                .filter { $0.severity == .advice && $0.file.hasPrefix("exporters/") }.map(\.file)
        }
        #expect(try await advised() == ["exporters/crm/exporter.yaml", "exporters/shop/exporter.yaml"])
        try folder.replace(
            "collections:\n  accounts:",
            by: "canary: {email: test@pear.example}\ncollections:\n  accounts:",
            in: "exporters/crm/exporter.yaml"
        )
        #expect(try await advised() == ["exporters/shop/exporter.yaml"])
    }

    @Test(
        arguments: [
            ("accounts", "query", "collections.accounts.query", "query: SELECT 1"),
            ("accounts", "since", "collections.accounts.fields[2]", "name: since"),
            ("accounts", "birth_date", "collections.accounts.birth_date", "  accounts:"),
            (nil, "connection", "connection", "connection:"), (nil, "schema", "schema", "system:"),
            ("none", "query", "collections.none.query", "system:"),
        ] as [(String?, String, String, String)]
    )
    func `stand on the line of what they name`(
        _ collection: String?,
        _ field: String,
        _ path: String,
        _ at: String
    ) async throws {
        var folder = ControllerFolder()
        folder.files["exporters/shop/exporter.yaml"] = nil
        try folder.replace(
            "retention: [{kind: statutory, duration: P7Y}]",
            by: "retention: [{kind: statutory, duration: P7Y}]\n    processor_for: Fig Ltd.",
            in: "processing.yaml"
        )
        let found = DriverFinding(collection: collection, field: field, problem: "it is wrong", fix: "right it")
        let findings = try await folder.check(drivers: [driver(found)])
        let file = "exporters/crm/exporter.yaml"
        let expected = Finding(
            severity: .error,
            file: file,
            line: folder.line(of: at, in: file),
            field: path,
            problem: "it is wrong",
            fix: "right it"
        )
        #expect(findings == [expected])
    }

    @Test func `come together with those of broken files`() async throws {
        var folder = ControllerFolder()
        folder.files["exporters/shop/exporter.yaml"] = "- no map"
        folder.files["controller.yaml"] = nil
        let found = DriverFinding(
            collection: "accounts",
            field: "query",
            problem: "it does not run",
            fix: "right it",
            isError: false
        )
        let findings = try await folder.check(drivers: [driver(found)])
        let errors = findings.filter { $0.severity == .error }.map(\.file)
        #expect(errors == ["controller.yaml", "exporters/shop/exporter.yaml"])
        let warning = findings.first { $0.severity == .warning && $0.problem == "it does not run" }
        #expect(warning?.file == "exporters/crm/exporter.yaml")
    }

    @Test func `are asked for even where another file's category is unknown`() async throws {
        var folder = ControllerFolder()
        try folder.replace("category: account", by: "category: acount", in: "exporters/crm/exporter.yaml")
        let found = DriverFinding(collection: nil, field: "connection", problem: "it is not there", fix: "put it there")
        let problems = Set(try await folder.check(drivers: [driver(found)]).map(\.problem))
        #expect(problems.isSuperset(of: [#"unknown category "acount""#, "it is not there"]))
    }
}
