import Policy

/// What things are called in Dutch.
struct DutchVocabulary: Vocabulary {
    let groupSeparator = "."
    let decimalMark = ","
    let months = [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
        "november", "december",
    ]
    let and = "en"
    let or = "of"
    let csvDelimiter = UInt8(ascii: ";")
    let person = "Persoon"
    let staff = "Medewerker"
    let boundToSecrecy = "verplicht tot geheimhouding"

    func money(_ amount: DecimalAmount) -> String {
        "\(amount.symbol)\u{A0}\(amount.isNegative ? "-" : "")\(number(amount))"
    }

    func unit(_ unit: PeriodUnit) -> (one: String, many: String) {
        switch unit {
        case .year: ("jaar", "jaar")
        case .month: ("maand", "maanden")
        case .week: ("week", "weken")
        case .day: ("dag", "dagen")
        }
    }

    func citation(_ articles: [String]) -> String {
        let places = articles.map(place)
        let hasComma = places.contains { $0.utf8.contains(UInt8(ascii: ",")) }
        return places.joined(separator: hasComma ? ", en " : " en ") + (hasComma ? ", AVG" : " AVG")
    }

    private func place(_ article: String) -> String {
        let range = article.split(separator: "-")
        if range.count == 2 { return "artikelen \(range[0]) tot en met \(range[1])" }
        return Article.named(article, ["artikel", "lid", "onder"], separator: ", ") ?? "artikel \(article)"
    }

    func name(of right: Right) -> String {
        switch right {
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

    func words(for ground: RefusalGround) -> String {
        switch ground {
        case .manifestlyUnfounded: "het verzoek is kennelijk ongegrond"
        case .excessive: "het verzoek is buitensporig"
        case .unidentifiable: "wij kunnen de persoon om wie het gaat niet identificeren"
        case .overridingLegitimateGrounds:
            "wij hebben dwingende gerechtvaardigde gronden om de gegevens te gebruiken, die zwaarder wegen dan de "
                + "belangen, rechten en vrijheden van de persoon om wie het gaat"
        case .legalClaims:
            "de gegevens zijn nodig om een rechtsvordering in te stellen, uit te oefenen of te onderbouwen"
        case .legalObligation: "de wet verplicht ons deze gegevens te bewaren of te gebruiken"
        case .othersRights: "het zou afbreuk doen aan de rechten en vrijheden van anderen"
        case .erasureOrRestrictionConditions:
            "er is niet voldaan aan de voorwaarden die de wet stelt aan wissing of beperking"
        case .contractOrLawWithoutConsent:
            "de gegevens blijven ook zonder toestemming nodig, voor een overeenkomst of omdat de wet dat vereist"
        }
    }
}
