import Correspondence
import Policy
import IdentityMethods
import Groundwork
import Cases

/// What the letters in tests tell that no archive answers.
extension AcknowledgementFacts {
    static func sample(_ right: Right = .access) throws -> AcknowledgementFacts {
        AcknowledgementFacts(
            requestID: LettersSample.requestID,
            right: right,
            receivedOn: try LettersSample.day("2026-01-31"),
            dueOn: try LettersSample.day("2026-02-28")
        )
    }
}

extension IdentificationFacts {
    static func sample(
        methods: [String] = IdentificationMethods.all.map(\.word),
        doubts: Set<Doubt.Kind> = [.anotherDestination],
        runs: Bool = true
    ) throws -> IdentificationFacts {
        IdentificationFacts(
            requestID: LettersSample.requestID,
            methods: methods.compactMap(IdentificationMethods.named),
            doubts: doubts,
            clock: runs ? .runs(until: try LettersSample.day("2026-02-28")) : .standsStill
        )
    }
}

extension ClarificationFacts {
    static func sample(asksWho: Bool = true, asksRight: Bool = true) throws -> ClarificationFacts {
        ClarificationFacts(
            requestID: LettersSample.requestID,
            asksWho: asksWho,
            asksRight: asksRight,
            dueOn: try LettersSample.day("2026-02-28")
        )
    }
}

extension ExtensionFacts {
    static func sample(_ language: Language, reason: String? = nil) throws -> ExtensionFacts {
        let why = language.text(
            nl: "De gegevens staan verspreid over acht systemen, en berichten van anderen moeten eruit.",
            en: "The data is spread over eight systems, and messages of others must be taken out.",
            fr:
                "Les données sont réparties sur huit systèmes, et des messages d'autres personnes doivent être retirés.",
            de: "Die Daten sind über acht Systeme verteilt, und Nachrichten anderer müssen entfernt werden."
        )
        return ExtensionFacts(
            requestID: LettersSample.requestID,
            right: .access,
            receivedOn: try LettersSample.day("2026-01-31"),
            dueOn: try LettersSample.day("2026-04-30"),
            reason: reason ?? why
        )
    }
}

extension RefusalFacts {
    static func sample(
        _ language: Language,
        _ right: Right = .objection,
        ground: String = "overriding_compelling_legitimate_grounds",
        article: String? = nil,
        reason: String? = nil,
        isPartial: Bool = false
    ) -> RefusalFacts {
        let why = language.text(
            nl: "Wij onderzoeken een poging tot fraude met deze bestellingen.",
            en: "We are looking into an attempt at fraud with these orders.",
            fr: "Nous enquêtons sur une tentative de fraude liée à ces commandes.",
            de: "Wir untersuchen einen Betrugsversuch mit diesen Bestellungen."
        )
        return RefusalFacts(
            requestID: LettersSample.requestID,
            right: right,
            ground: ground,
            article: article,
            reason: reason ?? why,
            isPartial: isPartial
        )
    }
}

extension ConfirmationFacts {
    static func sample(
        _ right: Right,
        _ language: Language,
        keepsInvoices: Bool = true,
        copyFollows: Bool = false,
        places: ConfirmationFacts.Places? = nil
    ) -> ConfirmationFacts {
        let invoices = Kept(
            title: language.text(nl: "Facturen", en: "Invoices", fr: "Factures", de: "Rechnungen"),
            ground: language.text(
                nl: "de belastingwet verplicht ons ze zeven jaar te bewaren.",
                en: "tax law obliges us to keep them for seven years.",
                fr: "la loi fiscale nous oblige à les conserver sept ans.",
                de: "das Steuerrecht verpflichtet uns, sie sieben Jahre aufzubewahren."
            )
        )
        let complaint = Kept(
            title: language.text(nl: "Klachten", en: "Complaints", fr: "Réclamations", de: "Beschwerden"),
            ground: "legal_claims"
        )
        return ConfirmationFacts(
            requestID: LettersSample.requestID,
            right: right,
            kept: keepsInvoices ? [invoices, complaint] : [],
            copyFollows: copyFollows,
            places: places
        )
    }
}

extension LettersSample {
    struct NoDay: Error {}

    static func day(_ text: String) throws -> CivilDay {
        guard let day = CivilDay(text) else { throw NoDay() }
        return day
    }
}
