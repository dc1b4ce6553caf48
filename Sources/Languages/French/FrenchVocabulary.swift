import Policy

/// What things are called in French.
///
/// The terms are those of the Regulation's French text. Before a colon, a semicolon, a question mark and within
/// quotes stands a space at which no line breaks, written `\u{A0}` so that it can be seen.
struct FrenchVocabulary: Vocabulary {
    let groupSeparator = "\u{A0}"
    let decimalMark = ","
    let months = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ]
    let sizeUnits = ["octets", "ko", "Mo", "Go"]
    let and = "et"
    let or = "ou"
    let csvDelimiter = UInt8(ascii: ";")
    let person = "Personne"
    let staff = "Collaborateur"
    let boundToSecrecy = "tenu au secret"

    func isSingular(_ count: Int) -> Bool { abs(count) < 2 }

    func date(_ day: Int, _ month: String, _ year: Int) -> String { "\(day == 1 ? "1er" : "\(day)") \(month) \(year)" }

    func money(_ amount: DecimalAmount) -> String {
        "\(amount.isNegative ? "-" : "")\(number(amount))\u{A0}\(amount.symbol)"
    }

    func unit(_ unit: PeriodUnit) -> (one: String, many: String) {
        switch unit {
        case .year: ("an", "ans")
        case .month: ("mois", "mois")
        case .week: ("semaine", "semaines")
        case .day: ("jour", "jours")
        }
    }

    func citation(_ articles: [String]) -> String {
        let places = articles.map(place)
        let hasComma = places.contains { $0.utf8.contains(UInt8(ascii: ",")) }
        return places.joined(separator: hasComma ? ", et " : " et ") + (hasComma ? ", du RGPD" : " du RGPD")
    }

    private func place(_ article: String) -> String {
        let range = article.split(separator: "-")
        if range.count == 2 { return "articles \(range[0]) à \(range[1])" }
        let named = Article.named(article, ["article", "paragraphe", "point"], separator: ", ")
        // A point is cited as it is listed: `point b)`.
        return named.map { Article.parts(of: article).count == 3 ? $0 + ")" : $0 } ?? "article \(article)"
    }

    func name(of right: Right) -> String {
        switch right {
        case .access: "accès"
        case .information: "information"
        case .rectification: "rectification"
        case .erasure: "effacement"
        case .restriction: "limitation du traitement"
        case .portability: "portabilité"
        case .objection: "opposition"
        case .objectionDirectMarketing: "opposition à la prospection"
        case .withdrawConsent: "retrait du consentement"
        case .noAutomatedDecision: "absence de décision exclusivement automatisée"
        case .changeContactPreferences: "modification des préférences de contact"
        case .stopSharing: "fin du partage des données"
        case .updateData: "mise à jour des données"
        case .transferMechanismInformation: "information sur les garanties des transferts"
        case .complaint: "réclamation auprès de l'autorité de contrôle"
        }
    }

    func words(for ground: RefusalGround) -> String {
        switch ground {
        case .manifestlyUnfounded: "la demande est manifestement infondée"
        case .excessive: "la demande est excessive"
        case .unidentifiable: "nous ne sommes pas en mesure d'identifier la personne concernée"
        case .overridingLegitimateGrounds:
            "nous avons, pour utiliser les données, des motifs légitimes et impérieux qui prévalent sur les intérêts "
                + "et les droits et libertés de la personne concernée"
        case .legalClaims:
            "les données sont nécessaires à la constatation, à l'exercice ou à la défense de droits en justice"
        case .legalObligation: "la loi nous oblige à conserver ou à utiliser ces données"
        case .othersRights: "cela porterait atteinte aux droits et libertés d'autrui"
        case .erasureOrRestrictionConditions:
            "les conditions que la loi pose à l'effacement ou à la limitation ne sont pas réunies"
        case .contractOrLawWithoutConsent:
            "les données restent nécessaires même sans consentement, pour un contrat ou parce que la loi l'exige"
        }
    }
}
