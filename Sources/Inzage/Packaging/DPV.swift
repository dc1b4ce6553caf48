/// The words of `processing.jsonld` and the terms of W3C DPV 2.3 that they stand for.
enum DPV {
    /// The context: IRIs only, never fetched.
    static let context = JSONValue.object(
        [
            .init("dpv", "https://w3id.org/dpv#"),
            .init("gdpr", "https://w3id.org/dpv/legal/eu/gdpr#"),
            .init("dct", "http://purl.org/dc/terms/"),
            .init("xsd", "http://www.w3.org/2001/XMLSchema#"),
            .init("inzage", "urn:inzage:"),
            .init("@vocab", "https://w3id.org/dpv#"),
            .init("id", "@id"),
            .init("type", "@type"),
            .init("name", "dct:title"),
            .init("note", "dct:description"),
            .init("request", "dct:identifier"),
            .init("right", .object([.init("@id", "dpv:hasRight"), .init("@type", "@id")])),
            .init("processes", "dpv:hasProcess"),
            .init("controller", "dpv:hasDataController"),
            .init("contact", "dpv:hasContact"),
            .init("personalData", "dpv:hasPersonalData"),
            .init("purposes", "dpv:hasPurpose"),
            .init("legalBases", .object([.init("@id", "dpv:hasLegalBasis"), .init("@type", "@id")])),
            .init("storage", "dpv:hasStorageCondition"),
            .init("duration", "dpv:hasDuration"),
            .init("period", .object([.init("@id", "dct:extent"), .init("@type", "xsd:duration")])),
            .init("dataSources", "dpv:hasDataSource"),
            .init("recipients", "dpv:hasRecipient"),
            .init("transfers", "dpv:hasProcessing"),
            .init("importer", "dpv:hasDataImporter"),
            .init("country", "dpv:hasCountry"),
            .init("thirdCountry", "dpv:hasThirdCountry"),
            .init("automatedDecision", "dpv:hasProcessingContext"),
        ]
            + [
                "recordsInPackage", "kind", "from", "origin", "role", "service", "safeguard",
                "automatedDecisionMaking", "processorFor",
            ].map { .init($0, .string("inzage:" + $0)) }
    )

    /// The right that a request exercises, as DPV's extension for the GDPR names it.
    static func right(_ right: Right) -> String {
        switch right {
        case .access: "gdpr:A15"
        case .portability: "gdpr:A20"
        }
    }

    /// `6(1)(b)` is `gdpr:A6-1-b`.
    static func legalBasis(_ article: String) -> String {
        "gdpr:A" + article.split { $0 == "(" || $0 == ")" }.joined(separator: "-")
    }

    /// What a recipient is to the controller.
    static func recipientType(_ role: String) -> String {
        switch role {
        case "processor": "DataProcessor"
        case "own_controller", "intra_group": "DataController"
        case "authority": "Authority"
        case "source": "DataSource"
        default: "Recipient"
        }
    }

    /// The article that a safeguard stands under, where its name says so; an outdated one stands under none.
    static func safeguard(_ name: String) -> String? {
        let words = name.lowercased()
        if words.contains("privacy shield") { return nil }
        if words.contains("scc") || words.contains("standard contractual") { return "gdpr:A46-2-c" }
        if words.contains("bcr") || words.contains("binding corporate") { return "gdpr:A46-2-b" }
        if words.contains("adequa") || words.contains("data privacy framework") { return "gdpr:A45-3" }
        return nil
    }
}
