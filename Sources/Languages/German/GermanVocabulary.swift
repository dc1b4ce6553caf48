import Policy

/// What things are called in German; the terms are those of the Regulation's German text.
struct GermanVocabulary: Vocabulary {
    let groupSeparator = "."
    let decimalMark = ","
    let months = [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
        "Dezember",
    ]
    let sizeUnits = ["Byte", "kB", "MB", "GB"]
    let and = "und"
    let or = "oder"
    let csvDelimiter = UInt8(ascii: ";")
    let person = "Person"
    let staff = "Mitarbeiter"
    let boundToSecrecy = "zur Verschwiegenheit verpflichtet"

    func date(_ day: Int, _ month: String, _ year: Int) -> String { "\(day). \(month) \(year)" }

    /// Nominative and accusative alike, so a sentence puts a period in one of the two: "14 Tage lang".
    func money(_ amount: DecimalAmount) -> String {
        "\(amount.isNegative ? "-" : "")\(number(amount))\u{A0}\(amount.symbol)"
    }

    func unit(_ unit: PeriodUnit) -> (one: String, many: String) {
        switch unit {
        case .year: ("Jahr", "Jahre")
        case .month: ("Monat", "Monate")
        case .week: ("Woche", "Wochen")
        case .day: ("Tag", "Tage")
        }
    }

    func citation(_ articles: [String]) -> String { articles.map(place).joined(separator: " und ") + " DSGVO" }

    private func place(_ article: String) -> String {
        let range = article.split(separator: "-")
        if range.count == 2 { return "Artikel \(range[0]) bis \(range[1])" }
        return Article.named(article, ["Artikel", "Absatz", "Buchstabe"], separator: " ") ?? "Artikel \(article)"
    }

    func name(of right: Right) -> String {
        switch right {
        case .access: "Auskunft"
        case .information: "Information"
        case .rectification: "Berichtigung"
        case .erasure: "Löschung"
        case .restriction: "Einschränkung der Verarbeitung"
        case .portability: "Datenübertragbarkeit"
        case .objection: "Widerspruch"
        case .objectionDirectMarketing: "Widerspruch gegen Direktwerbung"
        case .withdrawConsent: "Widerruf der Einwilligung"
        case .noAutomatedDecision: "keine ausschließlich automatisierte Entscheidung"
        case .changeContactPreferences: "Änderung der Kontakteinstellungen"
        case .stopSharing: "Ende der Weitergabe von Daten"
        case .updateData: "Aktualisierung von Daten"
        case .transferMechanismInformation: "Auskunft über Garantien bei Übermittlungen"
        case .complaint: "Beschwerde bei der Aufsichtsbehörde"
        }
    }

    func words(for ground: RefusalGround) -> String {
        switch ground {
        case .manifestlyUnfounded: "der Antrag ist offenkundig unbegründet"
        case .excessive: "der Antrag ist exzessiv"
        case .unidentifiable: "wir sind nicht in der Lage, die betroffene Person zu identifizieren"
        case .overridingLegitimateGrounds:
            "wir haben zwingende schutzwürdige Gründe für die Verarbeitung der Daten, die die Interessen, Rechte und "
                + "Freiheiten der betroffenen Person überwiegen"
        case .legalClaims:
            "die Daten sind zur Geltendmachung, Ausübung oder Verteidigung von Rechtsansprüchen erforderlich"
        case .legalObligation: "das Gesetz verpflichtet uns, diese Daten aufzubewahren oder zu verwenden"
        case .othersRights: "es würde die Rechte und Freiheiten anderer Personen beeinträchtigen"
        case .erasureOrRestrictionConditions:
            "die gesetzlichen Voraussetzungen für die Löschung oder Einschränkung liegen nicht vor"
        case .contractOrLawWithoutConsent:
            "die Daten sind auch ohne Einwilligung weiterhin erforderlich, für einen Vertrag oder weil das Gesetz es "
                + "verlangt"
        }
    }
}
