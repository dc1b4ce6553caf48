/// What registers call their columns: Dutch, English, German, French, after the templates of the authorities.
///
/// Case, accents, punctuation, plural and small words make no difference. `=` marks a word that counts only where it is
/// the whole header and nothing better is there; `+` one that is taken along with others (`Sous-finalité 1`, `2`).
extension RecordColumn {
    package var words: [String] {
        switch self {
        case .name:
            [
                "verwerkingsactiviteit", "naam verwerking", "naam verwerkingsactiviteit", "naam activiteit",
                "bedrijfsproces", "verwerkingsproces", "=verwerking", "=activiteit", "=naam", "=proces", "=werkproces",
                "=titel", "processing activity", "name of processing activity", "activity name",
                "name of the processing", "business process", "=business function", "=activity", "=name", "=process",
                "=title", "=processing", "=processing operation", "Verarbeitungstätigkeit",
                "Bezeichnung der Verarbeitung", "Bezeichnung der Verarbeitungstätigkeit",
                "Name der Verarbeitungstätigkeit", "=Verarbeitung", "=Verfahren", "=Bezeichnung", "=Tätigkeit",
                "nom du traitement", "activité de traitement", "intitulé du traitement", "nom de l'activité",
                "=traitement", "=activité", "=nom", "=intitulé", "=libellé",
            ]
        case .purpose:
            [
                "doel", "doeleinde", "doel van de verwerking", "doeleinden van de verwerking", "verwerkingsdoel",
                "verwerkingsdoeleinde", "purpose", "purpose of processing", "processing purpose", "Zweck",
                "Zweck der Verarbeitung", "Verarbeitungszweck", "Zwecke der Verarbeitung", "finalité",
                "finalité principale", "finalité du traitement", "objectif poursuivi", "+sous-finalité",
            ]
        case .data:
            [
                "persoonsgegevens", "categorie persoonsgegevens", "soort persoonsgegevens", "type persoonsgegevens",
                "verwerkte persoonsgegevens", "gegevenscategorie", "categorie gegevens", "verwerkte gegevens",
                "=gegevens", "personal data", "category of personal data", "personal data category", "data category",
                "category of data", "type of personal data", "=data", "personenbezogene Daten", "Datenkategorie",
                "Kategorie personenbezogener Daten", "Kategorien der Daten", "Art der Daten", "=Daten",
                "catégorie de données", "catégorie de données personnelles",
                "catégorie de données à caractère personnel", "données personnelles", "données traitées",
                "données collectées", "données à caractère personnel", "=données",
            ]
        case .retention:
            [
                "bewaartermijn", "bewaarperiode", "bewaarduur", "vernietigingstermijn", "termijn voor wissing",
                "beoogde termijn", "retention", "retention period", "retention schedule", "time limit for erasure",
                "storage period", "envisaged time limits", "Löschfrist", "Aufbewahrungsfrist", "Aufbewahrungsdauer",
                "Speicherdauer", "Frist für die Löschung", "Fristen für die Löschung", "durée de conservation",
                "délai d'effacement", "délai de conservation", "=conservation",
            ]
        case .processors:
            [
                "verwerker", "naam verwerker", "ingeschakelde verwerker", "verwerkende partij", "=leverancier",
                "processor", "data processor", "name of processor", "processor name", "=vendor", "=supplier",
                "Auftragsverarbeiter", "Name des Auftragsverarbeiters", "=Dienstleister", "sous-traitant",
                "nom du sous-traitant", "=prestataire",
            ]
        case .recipients:
            [
                "ontvanger", "categorie ontvangers", "ontvangende partij", "verstrekking aan", "gedeeld met",
                "recipient", "category of recipients", "data recipient", "disclosed to", "shared with", "Empfänger",
                "Kategorie von Empfängern", "Empfängerkategorie", "Datenempfänger", "destinataire",
                "catégorie de destinataires", "destinataire externe",
            ]
        case .safeguards:
            [
                "waarborg", "passende waarborgen", "waarborgen bij doorgifte", "doorgifte-instrument", "safeguard",
                "appropriate safeguards", "transfer mechanism", "safeguards for transfers",
                "safeguards for exceptional transfers of personal data to third countries or international organisations",
                "Garantie",
                "geeignete Garantien", "garanties appropriées", "type de garanties",
            ]
        case .source:
            [
                "herkomst van de gegevens", "bron van de gegevens", "bron persoonsgegevens", "=bron", "=herkomst",
                "source of personal data", "source of the data", "data source", "the source of the personal data",
                "=source", "Datenquelle", "Herkunft der Daten", "Quelle der Daten", "=Quelle", "=Herkunft",
                "origine des données", "source des données", "=origine", "=provenance",
            ]
        case .legalBasis:
            [
                "grondslag", "rechtsgrond", "rechtsgrondslag", "wettelijke grondslag", "juridische grondslag",
                "grondslag verwerking", "verwerkingsgrondslag", "AVG-grondslag", "legal basis", "legal bases",
                "lawful basis", "lawful bases", "legal ground", "article 6 lawful basis",
                "article 6 lawful basis for processing personal data", "Rechtsgrundlage",
                "Rechtsgrundlage der Verarbeitung", "base légale", "base juridique", "fondement juridique",
            ]
        case .specialBasis:
            [
                "grondslag bijzondere persoonsgegevens", "uitzonderingsgrond", "doorbrekingsgrond",
                "uitzondering bijzondere persoonsgegevens", "article 9 condition", "special category condition",
                "article 9 condition for processing special category data", "Rechtsgrundlage besonderer Kategorien",
                "condition article 9",
            ]
        case .thirdCountries:
            [
                "doorgifte", "derde land", "doorgifte derde landen", "doorgifte naar derde landen",
                "doorgifte buiten EU", "doorgifte buiten EER", "internationale doorgifte",
                "doorgifte aan derde landen of internationale organisaties", "third country", "transfer",
                "transfers to third countries", "international transfer", "third country transfer",
                "names of third countries or international organisations that personal data are transferred to",
                "Drittland", "Drittländer", "Drittlandübermittlung", "Drittlandtransfer",
                "Übermittlung in Drittländer", "Übermittlung an Drittländer", "transfert", "pays tiers",
                "transfert hors UE", "transfert hors de l'Union européenne", "transfert vers des pays tiers",
            ]
        case .automatedDecisions:
            [
                "geautomatiseerde besluitvorming", "geautomatiseerde besluiten", "=profilering",
                "automated decision-making", "automated decisions", "existence of automated decision-making",
                "existence of automated decision-making, including profiling", "=profiling",
                "automatisierte Entscheidungsfindung", "automatisierte Entscheidungen", "décision automatisée",
                "prise de décision automatisée", "=profilage",
            ]
        case .subjects:
            [
                "betrokkene", "categorie betrokkenen", "soort betrokkenen", "categorie personen", "data subject",
                "category of data subjects", "category of individuals", "=individuals", "betroffene Person",
                "=Betroffene", "Kategorie betroffener Personen", "betroffene Personengruppe", "Personengruppe",
                "personne concernée", "catégorie de personnes", "catégorie de personnes concernées",
            ]
        case .security:
            [
                "beveiliging", "beveiligingsmaatregel", "technische en organisatorische maatregelen", "=maatregelen",
                "security", "security measure", "technical and organisational measures",
                "general description of technical and organisational security measures", "TOM",
                "technische und organisatorische Maßnahmen", "Sicherheitsmaßnahme", "Schutzmaßnahme",
                "mesures de sécurité", "sécurité", "mesures techniques et organisationnelles",
            ]
        }
    }

    /// Words that make a header about something else than the column whose name it holds: `Link to contract with
    /// processor`, `Ingangsdatum verwerking`.
    static let otherMatters = FoldedWords(
        """
        link url datum date contract agreement overeenkomst adres address adresse contact contactgegevens status versie
        version locatie location land country pays nummer number numero opmerking remark bemerkung remarque toelichting
        bijzondere special besondere sensible
        """
    ).keywords
}
