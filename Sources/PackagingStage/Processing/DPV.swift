import RecordFormats
import Policy

/// The words of `processing.jsonld` and the terms of W3C DPV 2.3 that they stand for.
enum DPV {
    /// The context: IRIs only, never fetched.
    static let context = JSONValue.object(
        [
            .init("dpv", "https://w3id.org/dpv#"),
            .init("eu-gdpr", "https://w3id.org/dpv/legal/eu/gdpr#"),
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
            .init("measures", "dpv:hasLegalMeasure"),
            .init("transfers", "dpv:hasProcessing"),
            .init("importer", "dpv:hasDataImporter"),
            .init("country", "dpv:hasCountry"),
            .init("thirdCountry", "dpv:hasThirdCountry"),
            .init("automatedDecision", "dpv:hasContext"),
        ]
            + [
                "recordsInPackage", "canonical", "sourceSystems", "fields", "excludedFields", "articles", "basisStated",
                "kind", "combine", "action", "condition", "appliesTo", "scope", "from", "event", "origin", "roles",
                "service", "address", "website", "data", "agreement", "confidentiality", "ownPurposes", "certain",
                "safeguards", "outdated", "staysInArea", "sources", "ownTools", "flags", "media", "stopsOn",
                "withdrawalCascade", "askElsewhereFirst", "automatedDecisionMaking", "processorFor", "knownAs",
                "generalStorage", "transferConditions", "transferWarning",
            ].map { .init($0, .string("inzage:" + $0)) }
    )

    /// The right that a request exercises, as DPV's extension for the GDPR names it.
    static func right(_ right: Right) -> String {
        switch right {
        case .portability: "eu-gdpr:A20"
        case .rectification: "eu-gdpr:A16"
        case .erasure: "eu-gdpr:A17"
        case .restriction: "eu-gdpr:A18"
        case .objection, .objectionDirectMarketing: "eu-gdpr:A21"
        case .withdrawConsent: "eu-gdpr:A7-3"
        case .noAutomatedDecision: "eu-gdpr:A22"
        case .complaint: "eu-gdpr:A77"
        default: "eu-gdpr:A15"
        }
    }

    /// `6(1)(b)` is `eu-gdpr:A6-1-b`; an article that is no legal basis, such as 7(1), has no term.
    static func legalBasis(_ article: String) -> String? {
        let parts = article.split { $0 == "(" || $0 == ")" }
        guard parts.count == 3, let points = pointsOfLegalBases["\(parts[0])-\(parts[1])"], points.contains(parts[2])
        else { return nil }
        return "eu-gdpr:A" + parts.joined(separator: "-")
    }

    private static let pointsOfLegalBases: [String: [Substring]] = [
        "6-1": ["a", "b", "c", "d", "e", "f"], "9-2": ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"],
    ]

    /// What a recipient is to the controller, by the first of its roles that makes it a recipient.
    static func recipientType(_ roles: [Processor.Role]) -> String {
        let receiving = roles.filter { $0 != .source }
        return switch receiving.first ?? roles.first {
        case .processor: "DataProcessor"
        case .subprocessor: "DataSubProcessor"
        case .ownController, .intraGroup: "DataController"
        case .jointOrCoOrganiser: "JointDataControllers"
        case .authority: "Authority"
        case .source: "ThirdParty"
        case .recipient, .selfHostedSoftware, .unclear, nil: "Recipient"
        }
    }

    /// The article that a safeguard stands under, where its name says so; an outdated one stands under none.
    static func safeguard(_ name: String) -> String? {
        switch Safeguard(name).kind {
        case .standardClauses: "eu-gdpr:A46-2-c"
        case .bindingRules: "eu-gdpr:A46-2-b"
        case .adequacy: "eu-gdpr:A45-3"
        case .consent: "eu-gdpr:A49-1-a"
        case .privacyShield, .processingAgreement, .chapterFive, .otherwisePermitted, nil: nil
        }
    }
}
