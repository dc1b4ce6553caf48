/// An event that periods often count from, known by its words in a register.
enum RecordEvent: String, CaseIterable {
    case contractEnd = "contract_end"
    case employmentEnd = "employment_end"
    case consentWithdrawn = "consent_withdrawn"
    case lastContact = "last_contact"
    case accountEnd = "account_end"
    case procedureEnd = "procedure_end"

    /// The event with exactly these keywords.
    init?(_ keywords: [String]) {
        guard let event = Self.allCases.first(where: { $0.spellings.contains(keywords) }) else { return nil }
        self = event
    }

    /// In words that fit after "counting from" and "until".
    var inWords: (nl: String, en: String) {
        switch self {
        case .contractEnd: ("het einde van de overeenkomst", "the end of the contract")
        case .employmentEnd: ("het einde van het dienstverband", "the end of employment")
        case .consentWithdrawn: ("het intrekken van de toestemming", "the withdrawal of consent")
        case .lastContact: ("het laatste contact", "the last contact")
        case .accountEnd: ("het einde van het account", "the end of the account")
        case .procedureEnd: ("het einde van de sollicitatieprocedure", "the end of the application procedure")
        }
    }

    private var spellings: [[String]] { phrases.map { FoldedWords($0).keywords } }

    private var phrases: [String] {
        switch self {
        case .contractEnd:
            [
                "einde overeenkomst", "afloop overeenkomst", "beëindiging overeenkomst", "einde contract",
                "afloop contract", "beëindiging contract", "einde van de overeenkomst", "end of contract",
                "termination of contract", "contract end", "Vertragsende", "Ende des Vertrags", "fin du contrat",
                "la fin du contrat",
            ]
        case .employmentEnd:
            [
                "einde dienstverband", "uitdiensttreding", "uit dienst", "beëindiging dienstverband",
                "einde arbeidsovereenkomst", "end of employment", "termination of employment",
                "Ende des Arbeitsverhältnisses", "Austritt", "fin du contrat de travail", "départ du salarié",
            ]
        case .consentWithdrawn:
            [
                "intrekking toestemming", "intrekken toestemming", "toestemming wordt ingetrokken",
                "withdrawal of consent", "consent is withdrawn", "Widerruf der Einwilligung", "Widerruf",
                "retrait du consentement",
            ]
        case .lastContact:
            [
                "laatste contact", "laatste contactmoment", "last contact", "letzter Kontakt", "letztem Kontakt",
                "dernier contact",
            ]
        case .accountEnd:
            [
                "verwijdering account", "einde account", "opheffing account", "account deletion",
                "deletion of account", "closure of account", "Löschung des Kontos", "suppression du compte",
            ]
        case .procedureEnd:
            [
                "einde sollicitatieprocedure", "einde procedure", "afloop sollicitatieprocedure",
                "afronding procedure", "end of procedure", "end of the application procedure",
                "Ende des Bewerbungsverfahrens", "Abschluss des Verfahrens", "fin de la procédure",
            ]
        }
    }
}
