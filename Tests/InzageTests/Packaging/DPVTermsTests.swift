import ExporterKit
import Foundation
import Testing
import Cases
import Policy
import Languages
import GatheringStage

/// Which terms of W3C DPV 2.3 `processing.jsonld` may use, by the file of the vocabulary in which each is defined.
private enum Vocabulary {
    static let properties: [String: [String]] = [
        "dpv/dpv.csv": [
            "hasRight", "hasContact", "hasPersonalData", "hasPurpose", "hasLegalBasis", "hasStorageCondition",
            "hasDataSource", "hasCountry", "hasThirdCountry",
        ],
        "dpv/modules/process.csv": ["hasProcess"],
        "dpv/modules/entities_legalrole.csv": ["hasDataController", "hasRecipient", "hasDataImporter"],
        "dpv/modules/processing.csv": ["hasProcessing"],
        "dpv/modules/context.csv": ["hasDuration", "hasContext"],
        "dpv/modules/TOM.ttl": ["hasLegalMeasure"],
    ]
    static let types: [String: [String]] = [
        "dpv/dpv.csv": [
            "RightExerciseRecord", "Purpose", "StorageDuration", "DataSubjectDataSource", "DataControllerDataSource",
            "ThirdPartyDataSource",
        ],
        "dpv/modules/process.csv": ["Process"],
        "dpv/modules/entities_legalrole.csv": [
            "DataController", "DataProcessor", "DataSubProcessor", "JointDataControllers", "DataImporter", "Recipient",
            "ThirdParty",
        ],
        "dpv/modules/entities_authority.csv": ["Authority"],
        "dpv/modules/contract_types.csv": ["ControllerProcessorAgreement", "DataProcessingAgreement"],
        "dpv/modules/legal_measures.csv": ["ConfidentialityAgreement"],
        "dpv/modules/personal_data.ttl": [
            "PersonalData", "ProvidedPersonalData", "ObservedPersonalData", "DerivedPersonalData",
            "CollectedPersonalData",
        ],
        "dpv/modules/processing.csv": ["CrossBorderTransfer"],
        "dpv/modules/processing_context.ttl": ["AutomatedDecisionMaking"],
        "dpv/modules/context.csv": ["TemporalDuration", "UntilEventDuration", "IndeterminateDuration"],
    ]
    static let articles: [String: [String]] = [
        "legal/eu/gdpr/modules/rights.ttl": ["A15", "A20"],
        "legal/eu/gdpr/modules/legal_basis.ttl": ["a", "b", "c", "d", "e", "f"].map { "A6-1-\($0)" },
        "legal/eu/gdpr/modules/legal_basis_special.ttl": "abcdefghij".map { "A9-2-\($0)" },
        "legal/eu/gdpr/modules/legal_basis_data_transfer.ttl": ["A45-3", "A46-2-b", "A46-2-c", "A49-1-a"],
    ]

    static func all(_ files: [String: [String]]) -> Set<String> { Set(files.values.flatMap(\.self)) }
}

@Suite struct `The terms of the processing statement` {
    @Test func `every property, type and article is one that the vocabulary has, and each is used`() throws {
        var found = Terms()
        for right in [Right.access, .portability] { try found.read(Self.sample(right)) }
        #expect(found.properties == Vocabulary.all(Vocabulary.properties))
        #expect(found.types == Vocabulary.all(Vocabulary.types))
        #expect(found.articles == Vocabulary.all(Vocabulary.articles))
    }

    @Test func `an article that is no legal basis stays as text and gets no term`() throws {
        var sample = PackageSample(language: .en)
        sample.processing.categories[0].legalBases = ["6(1)(a)", "7(1)", "6(1)(z)", "5", "9(2)(a)(1)"]
        let processes = try #require(try Self.statement(sample)["processes"] as? [[String: Any]])
        #expect(processes.first?["legalBases"] as? [String] == ["eu-gdpr:A6-1-a"])
        #expect(processes.first?["articles"] as? [String] == ["6(1)(a)", "7(1)", "6(1)(z)", "5", "9(2)(a)(1)"])
    }

    @Test(arguments: [
        ("modelcontractbepalingen, Besluit (EU) 2021/914", "eu-gdpr:A46-2-c"),
        ("EU-VS adequaatheidsbesluit", "eu-gdpr:A45-3"),
        ("bindende bedrijfsvoorschriften", "eu-gdpr:A46-2-b"), ("consent", "eu-gdpr:A49-1-a"), ("Art. 44 ff.", nil),
        ("EU-US Privacy Shield", nil), ("a handshake", nil),
    ])
    func `a safeguard has the article that its name says, in Dutch too`(_ name: String, _ term: String?) throws {
        var sample = PackageSample(language: .nl)
        sample.processing.processors[1].transfers = [Transfer(country: "US", safeguards: [name])]
        let processes = try #require(try Self.statement(sample)["processes"] as? [[String: Any]])
        let transfers = try #require(processes.first?["transfers"] as? [[String: Any]])
        #expect(transfers.first?["legalBases"] as? [String] == (term.map { [$0] } ?? []))
        #expect(transfers.first?["safeguards"] as? [String] == [name])
    }

    /// A company that has everything that the statement knows a term for.
    private static func sample(_ right: Right) -> PackageSample {
        var sample = PackageSample(language: .en, right: right)
        sample.processing.categories[0].legalBases =
            "abcdef".map { "6(1)(\($0))" } + "abcdefghij".map { "9(2)(\($0))" }
        sample.processing.categories[0].automatedDecisions = LocalizedText("Computed.")
        sample.processing.categories[0].processors += ["tax", "carrier", "agency", "subprocessor", "fair", "unknown"]
        sample.processing.processors += [
            Processor(id: "agency", name: "Agency", roles: [.source]),
            Processor(id: "subprocessor", name: "Disk", roles: [.subprocessor], hasAgreement: true),
            Processor(
                id: "fair",
                name: "Fair",
                roles: [.jointOrCoOrganiser],
                hasAgreement: true,
                confidentiality: LocalizedText("by oath")
            ),
        ]
        sample.processing.processors[1].transfers = ["SCC", "BCR", "adequacy decision", "consent"].map { safeguard in
            Transfer(country: "US", safeguards: [safeguard])
        }
        sample.systems.append(derivations)
        sample.dossier.ledger.lines.append(
            LedgerLine(system: "scores", collection: "segments", category: "account", outcome: .nothingHeld)
        )
        return sample
    }

    private static let derivations = SystemDescription(
        id: "scores",
        title: LocalizedText("Scores"),
        driver: "sqlite",
        connection: "scores.sqlite",
        folder: "/exporters/scores",
        collections: [
            CollectionDescription(
                id: "segments",
                title: LocalizedText("Segments"),
                category: "account",
                origin: .derived,
                needs: ["email"],
                settings: [:],
                fields: [FieldDescription(name: "segment", type: "string", title: LocalizedText("Segment"))]
            )
        ]
    )

    static func statement(_ sample: PackageSample) throws -> [String: Any] {
        let text = sample.text("processing.jsonld")
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
}

/// The terms that a statement uses.
private struct Terms {
    var properties: Set<String> = []
    var types: Set<String> = []
    var articles: Set<String> = []

    mutating func read(_ sample: PackageSample) throws {
        var statement = try `The terms of the processing statement`.statement(sample)
        let context = try #require(statement.removeValue(forKey: "@context") as? [String: Any])
        for meaning in context.values {
            let name = meaning as? String ?? (meaning as? [String: String])?["@id"] ?? ""
            if name.hasPrefix("dpv:") { properties.insert(String(name.dropFirst(4))) }
        }
        collect(statement, key: "")
    }

    private mutating func collect(_ value: Any, key: String) {
        switch value {
        case let members as [String: Any]: for (key, value) in members { collect(value, key: key) }
        case let list as [Any]: for item in list { collect(item, key: key) }
        case let text as String where key == "type": types.insert(text)
        case let text as String where key == "right" || key == "legalBases":
            articles.insert(text.hasPrefix("eu-gdpr:") ? String(text.dropFirst(8)) : text)
        default: break
        }
    }
}
