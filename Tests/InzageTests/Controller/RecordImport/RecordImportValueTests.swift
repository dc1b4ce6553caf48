import ExporterKit
import Testing
import Policy
import SpreadsheetImport

@Suite struct `RecordImport of values` {
    @Test(arguments: [
        ("toestemming", ["6(1)(a)"], false), ("Toestemming van de betrokkene", ["6(1)(a)"], false),
        ("uitvoering van een overeenkomst", ["6(1)(b)"], false), ("wettelijke verplichting", ["6(1)(c)"], false),
        ("vitaal belang", ["6(1)(d)"], false), ("algemeen belang", ["6(1)(e)"], false),
        ("gerechtvaardigde belangen", ["6(1)(f)"], false), ("Art. 6 lid 1 sub b", ["6(1)(b)"], false),
        ("6(1)(f)", ["6(1)(f)"], false), ("artikel 6, eerste lid, onder b", ["6(1)(b)"], false),
        ("Art. 6 Abs. 1 lit. b DSGVO", ["6(1)(b)"], false), ("6.1.b en f AVG", ["6(1)(b)", "6(1)(f)"], false),
        ("article 6, paragraphe 1, point c)", ["6(1)(c)"], false), ("Art. 9 lid 2 sub h", ["9(2)(h)"], false),
        ("art 6 lid 1b", ["6(1)(b)"], false), ("toestemming en overeenkomst", ["6(1)(a)", "6(1)(b)"], false),
        ("consentement explicite", ["9(2)(a)"], false), ("Vertrag; Einwilligung", ["6(1)(b)", "6(1)(a)"], false),
        ("Wettelijke verplichting (AWR)", ["6(1)(c)"], true), ("6(1)(b) toestemming", ["6(1)(b)", "6(1)(a)"], true),
        ("geen toestemming nodig", [], true), ("Art. 6 lid 3", [], true), ("artikel 6 lid 1 sub x", [], true),
        ("nog uitzoeken", [], true), ("verwerkersovereenkomst", [], true), ("n.v.t.", [], false), ("", [], false),
    ])
    func `a legal basis is an article, and words that say more are kept`(
        cell: String,
        articles: [String],
        isNoted: Bool
    ) async throws {
        let (category, _, yaml) = try await ImportedRegister.activity(["Grondslag": cell])
        #expect(category.legalBases == articles, "\(cell)")
        #expect(yaml.contains("basis_note:") == isNoted, "\(yaml)")
    }

    @Test(arguments: [
        ("7 jaar na einde overeenkomst", "fixed", "P7Y", "contract_end"), ("30 dagen", "fixed", "P30D", nil),
        ("maximaal 6 maanden", "max", "P6M", nil), ("P7Y", "fixed", "P7Y", nil), ("2 jr", "fixed", "P2Y", nil),
        ("2 years after last contact", "fixed", "P2Y", "last_contact"), ("Eén jaar.", "fixed", "P1Y", nil),
        ("tot intrekking toestemming", "until_event", nil, "consent_withdrawn"),
        ("bis zum Widerruf der Einwilligung", "until_event", nil, "consent_withdrawn"),
        ("10 ans à compter de la fin du contrat", "fixed", "P10Y", "contract_end"),
        ("up to 4 weeks after end of procedure", "max", "P4W", "procedure_end"),
        ("jusqu'à 2 ans après le dernier contact", "max", "P2Y", "last_contact"),
        ("in de regel 3 maanden", "usual", "P3M", nil), ("wettelijke bewaartermijn", "statutory", nil, nil),
        ("7 jaar (fiscale bewaarplicht)", "statutory", "P7Y", nil), ("zolang nodig", "necessity", nil, nil),
        ("minimaal 7 jaar", "necessity", nil, nil), ("5-10 jaar", "necessity", nil, nil),
        ("1,5 jaar", "necessity", nil, nil), ("0 dagen", "necessity", nil, nil),
        ("7 jaar na einde contract, tenzij er een geschil is", "necessity", nil, nil),
        ("99999999 jaar", "necessity", nil, nil), ("geen wettelijke bewaartermijn", "necessity", nil, nil),
        ("7 jaar na", "necessity", nil, nil), ("tot", "necessity", nil, nil),
        ("", "not_stated", nil, nil), ("n.v.t.", "not_stated", nil, nil),
    ])
    func `a time is a rule where every word is understood, and otherwise stays in its own words`(
        cell: String,
        kind: String,
        duration: String?,
        event: String?
    ) async throws {
        let (category, _, yaml) = try await ImportedRegister.activity(["Bewaartermijn": cell])
        let rule = try #require(category.retention.first)
        #expect(category.retention.count == 1)
        #expect(rule.kind.rawValue == kind, "\(cell)")
        #expect(rule.duration == duration, "\(cell)")
        #expect(rule.from.first?.event == event, "\(cell)")
        if rule.kind == .necessity { #expect(rule.text == LocalizedText(cell)) }
        #expect(yaml.contains(cell), "the words are kept: \(yaml)")
    }

    @Test func `a trigger that has no name of its own stays in words`() async throws {
        let (category, _, _) = try await ImportedRegister.activity(["Bewaartermijn": "5 jaar na oplevering (garantie)"])
        #expect(category.retention[0].from == [Trigger("oplevering (garantie")])
    }

    @Test(arguments: [
        ("VS", "US", []), ("Verenigde Staten", "US", []), ("U.S.A.", "US", []), ("États-Unis", "US", []),
        ("UK", "GB", []), ("India (BCR)", "IN", ["BCR"]), ("buiten EU", nil, []), ("ja", nil, []),
    ])
    func `a third country is a transfer of the only recipient`(
        cell: String,
        country: String?,
        safeguards: [String]
    ) async throws {
        let read = try await ImportedRegister.activity(["Verwerkers": "Acme", "Doorgifte": cell])
        #expect(read.processing.processors[0].transfers == [Transfer(country: country, safeguards: safeguards)])
        #expect(!read.yaml.contains("note: \""))
    }

    @Test(arguments: ["Nee", "NO", "n/a", "binnen de EER", "-"])
    func `no transfer in any activity means that the data stays`(_ cell: String) async throws {
        let read = try await ImportedRegister.activity(["Verwerkers": "Acme", "Doorgifte": cell])
        #expect(read.processing.processors[0].staysInArea)
    }

    @Test(arguments: ["Ierland", "Atlantis", "volgt nog", "DE"])
    func `what is no third country claims nothing and is kept`(_ cell: String) async throws {
        let read = try await ImportedRegister.activity(["Verwerkers": "Acme", "Doorgifte": cell])
        #expect(read.processing.processors[0].transfers.isEmpty)
        #expect(!read.processing.processors[0].staysInArea)
        #expect(read.yaml.contains("note: \"Doorgifte: \(cell)\""))
    }

    @Test func `a third country without a recipient is kept as well`() async throws {
        let read = try await ImportedRegister.activity(["Verwerkers": "", "Doorgifte": "VS"])
        #expect(read.processing.processors.isEmpty)
        #expect(read.yaml.contains("note: \"Doorgifte: VS\""))
    }

    @Test(arguments: [
        ("Acme; Beta\n- Gamma", ["Acme", "Beta", "Gamma"]), ("Acme, Beta", ["Acme", "Beta"]),
        ("Acme, Inc., Beta", ["Acme, Inc.", "Beta"]), ("politie, op vordering", ["politie, op vordering"]),
        ("Acme (web, mail), Beta", ["Acme (web, mail)", "Beta"]), ("ACME\nAcme\nAc.me", ["ACME"]),
        ("Everybody who asks us in writing, Police", ["Everybody who asks us in writing, Police"]),
        ("geen", []), ("—", []), ("株式会社\nЯблоко\n🍐", ["株式会社", "Яблоко", "🍐"]),
        ("a (b; c\nd", ["a (b; c", "d"]), ("controller; null; off; 7", ["controller", "null", "off", "7"]),
    ])
    func `names are parted only where that is safe, each is kept once and has an id`(
        cell: String,
        names: [String]
    ) async throws {
        let read = try await ImportedRegister.activity(["Ontvangers": cell])
        #expect(read.processing.processors.map(\.name) == names)
        #expect(read.category.processors.count == names.count)
        #expect(read.processing.processors.allSatisfy { $0.roles == [.recipient] && $0.id != "controller" })
    }

    @Test func `who stands in both columns has both roles`() async throws {
        let read = try await ImportedRegister.activity(["Verwerkers": "Acme BV", "Ontvangers": "Acme B.V."])
        #expect(read.processing.processors.map(\.roles) == [[.processor, .recipient]])
        #expect(read.category.processors == ["acme_bv"])
    }

    @Test(arguments: [("Nee", nil), ("Nee, wel profilering", nil), ("ja", nil), ("Kredietscore", "Kredietscore")])
    func `an automated decision is told only where one is described`(cell: String, told: String?) async throws {
        let read = try await ImportedRegister.activity(["Geautomatiseerde besluitvorming": cell])
        #expect(read.category.automatedDecisions == told.map { LocalizedText($0) })
        #expect(read.yaml.contains("\n    note:") == (told == nil && cell != "Nee"))
    }

    @Test func `a formula is just a text`() async throws {
        let formula = "=HYPERLINK(\"https://evil.example\")"
        let read = try await ImportedRegister.activity(["Persoonsgegevens": formula, "Opmerking": "+1"])
        #expect(read.category.fields == [LocalizedText(formula)])
        #expect(read.yaml.contains("note: \"Opmerking: +1\""))
    }
}
