extension Right {
    /// What people call the right, in small letters: `inzage`, `access`.
    package func name(in language: Language) -> String {
        switch language {
        case .nl: dutchName
        case .en: englishName
        }
    }

    /// The article that gives the right, as people cite it, or nil where only the controller promises it.
    package func citation(in language: Language) -> String? {
        article.map { Article.citation($0, in: language) }
    }

    private var dutchName: String {
        switch self {
        case .access: "inzage"
        case .information: "informatie"
        case .rectification: "rectificatie"
        case .erasure: "gegevenswissing"
        case .restriction: "beperking van de verwerking"
        case .portability: "overdraagbaarheid"
        case .objection: "bezwaar"
        case .objectionDirectMarketing: "bezwaar tegen direct marketing"
        case .withdrawConsent: "toestemming intrekken"
        case .noAutomatedDecision: "geen uitsluitend geautomatiseerd besluit"
        case .changeContactPreferences: "contactvoorkeuren wijzigen"
        case .stopSharing: "gegevens niet langer delen"
        case .updateData: "gegevens bijwerken"
        case .transferMechanismInformation: "informatie over waarborgen bij doorgifte"
        case .complaint: "klacht bij de toezichthouder"
        }
    }

    private var englishName: String {
        switch self {
        case .access: "access"
        case .information: "information"
        case .rectification: "rectification"
        case .erasure: "erasure"
        case .restriction: "restriction of processing"
        case .portability: "portability"
        case .objection: "objection"
        case .objectionDirectMarketing: "objection to direct marketing"
        case .withdrawConsent: "withdrawal of consent"
        case .noAutomatedDecision: "no decision by automated means alone"
        case .changeContactPreferences: "change of contact preferences"
        case .stopSharing: "no more sharing of data"
        case .updateData: "updating of data"
        case .transferMechanismInformation: "information about safeguards for transfers"
        case .complaint: "complaint to the supervisory authority"
        }
    }
}

/// Articles of the GDPR, which are written as `6(1)(b)` or `13-15`.
package enum Article {
    /// An article as people cite it: `artikel 6, lid 1, onder b, AVG`, `Art. 6(1)(b) GDPR`.
    package static func citation(_ article: String, in language: Language) -> String {
        citation([article], in: language)
    }

    /// One or more articles in one citation.
    package static func citation(_ articles: [String], in language: Language) -> String {
        switch language {
        case .nl:
            let places = articles.map(inDutch)
            let hasComma = places.contains { $0.utf8.contains(UInt8(ascii: ",")) }
            return places.joined(separator: hasComma ? ", en " : " en ") + (hasComma ? ", AVG" : " AVG")
        case .en: return articles.map(inEnglish).joined(separator: " and ") + " GDPR"
        }
    }

    private static func inDutch(_ article: String) -> String {
        let range = article.split(separator: "-")
        if range.count == 2 { return "artikelen \(range[0]) tot en met \(range[1])" }
        let parts = article.split { $0 == "(" || $0 == ")" }
        let names = ["artikel", "lid", "onder"]
        guard parts.count <= names.count else { return "artikel \(article)" }
        return zip(names, parts).map { "\($0) \($1)" }.joined(separator: ", ")
    }

    private static func inEnglish(_ article: String) -> String {
        let range = article.split(separator: "-")
        return range.count == 2 ? "Arts. \(range[0]) to \(range[1])" : "Art. \(article)"
    }
}
