import ExporterKit
import Testing
import Policy
import SpreadsheetImport

@Suite struct `RecordImport of registers after real templates` {
    static let names = ["ap-nl.csv", "ico-en.csv", "cnil-fr.csv", "de.csv"]

    @Test(arguments: names)
    func `each is read without a word and becomes a valid record`(_ name: String) async throws {
        let read = try await ImportedRegister.fixture(name)
        #expect(read.processing.categories.count == read.record.activities)
        #expect(read.processing.processors.count == read.record.recipients)
        #expect(read.processing.categories.allSatisfy { !$0.purposes.isEmpty && !$0.retention.isEmpty })
    }

    @Test func `the Dutch one says who gets the data, why, and for how long`() async throws {
        let read = try await ImportedRegister.fixture("ap-nl.csv")
        let ids = read.processing.categories.map(\.id)
        #expect(
            ids == [
                "klantenadministratie", "nieuwsbrief", "salarisadministratie", "werving_en_selectie", "cameratoezicht",
                "line_14",
            ]
        )
        let customers = try #require(read.processing.category("klantenadministratie"))
        #expect(customers.purposes == ["Bestellingen leveren", "vragen beantwoorden"])
        #expect(customers.fields == ["naam, adres en woonplaats", "e-mailadres", "bestelgeschiedenis"])
        #expect(customers.legalBases == ["6(1)(b)"])
        #expect(customers.retention.map(\.duration) == ["P7Y"])
        #expect(customers.retention[0].from.map(\.event) == ["contract_end"])
        #expect(customers.processors == ["wolkhuis_b_v", "pakketdienst_snel_b_v", "belastingdienst"])
        #expect(read.register.skippedLines == [1, 2])
        #expect(read.record.remarks == ["the row on line 14 has no name; it is kept as line_14"])
    }

    @Test func `the same company in several spellings and roles stands there once`() async throws {
        let read = try await ImportedRegister.fixture("ap-nl.csv")
        let hosting = read.processing.processors.filter { $0.name?.hasPrefix("Wolkhuis") == true }
        #expect(hosting.map(\.name) == ["Wolkhuis B.V."])
        #expect(hosting[0].roles == [.processor])
        #expect(hosting[0].staysInArea)
        let mail = try #require(read.processing.processor("postduif_inc"))
        #expect(mail.country?.text(in: "nl") == "US")
        #expect(mail.transfers == [Transfer(country: "US", isCertain: true, safeguards: ["SCC"])])
    }

    @Test func `the English one has two activities of one name and two conditions for one`() async throws {
        let read = try await ImportedRegister.fixture("ico-en.csv")
        #expect(
            read.processing.categories.map(\.id) == ["finance", "finance_2", "human_resources", "marketing", "support"]
        )
        let people = try #require(read.processing.category("human_resources"))
        #expect(people.legalBases == ["6(1)(f)", "9(2)(a)"])
        #expect(people.automatedDecisions == "Yes, applications are ranked by keywords")
        #expect(people.retention[0].from.map(\.event) == ["procedure_end"])
        let agency = try #require(read.processing.processor("hiring_desk_inc"))
        #expect(agency.name == "Hiring Desk, Inc.")
        #expect(agency.transfers.map(\.safeguards) == [["Standard contractual clauses"]])
        // Which of two gets the data abroad is not said.
        #expect(read.processing.processor("ad_house")?.transfers.map(\.isCertain) == [false, false])
    }

    @Test func `the French one is cut at tabs, and its sub-purposes are purposes`() async throws {
        let read = try await ImportedRegister.fixture("cnil-fr.csv")
        #expect(
            read.processing.category("lettre_d_information")?.purposes == [
                "Informer les abonnés", "Mesurer l'audience", "Gérer les désabonnements",
            ]
        )
        let letter = try #require(read.processing.category("lettre_d_information"))
        #expect(letter.retention.map(\.duration) == ["P3Y"])
        #expect(letter.retention[0].from.map(\.event) == ["last_contact"])
    }

    @Test func `texts are in the language that is named, names are not`() async throws {
        let read = try await ImportedRegister.fixture("de.csv", language: "de")
        let customers = try #require(read.processing.category("kundenverwaltung"))
        #expect(customers.title.byLanguage == ["de": "Kundenverwaltung"])
        #expect(customers.fields.allSatisfy { $0.byLanguage.keys.elementsEqual(["de"]) })
        #expect(read.processing.processor("spedition_mussig_gmbh")?.name == "Spedition Müßig GmbH")
    }
}
