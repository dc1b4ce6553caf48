import Inzage

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
            methods: methods,
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
        let dutch = "De gegevens staan verspreid over acht systemen, en berichten van anderen moeten eruit."
        let english = "The data is spread over eight systems, and messages of others must be taken out."
        return ExtensionFacts(
            requestID: LettersSample.requestID,
            right: .access,
            receivedOn: try LettersSample.day("2026-01-31"),
            dueOn: try LettersSample.day("2026-04-30"),
            reason: reason ?? (language == .nl ? dutch : english)
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
        let dutch = "Wij onderzoeken een poging tot fraude met deze bestellingen."
        let english = "We are looking into an attempt at fraud with these orders."
        return RefusalFacts(
            requestID: LettersSample.requestID,
            right: right,
            ground: ground,
            article: article,
            reason: reason ?? (language == .nl ? dutch : english),
            isPartial: isPartial
        )
    }
}

extension ConfirmationFacts {
    static func sample(
        _ right: Right,
        _ language: Language,
        keepsInvoices: Bool = true,
        copyFollows: Bool = false
    ) -> ConfirmationFacts {
        let invoices =
            language == .nl
            ? Kept(title: "Facturen", ground: "de belastingwet verplicht ons ze zeven jaar te bewaren.")
            : Kept(title: "Invoices", ground: "tax law obliges us to keep them for seven years.")
        let complaint = Kept(title: language == .nl ? "Klachten" : "Complaints", ground: "legal_claims")
        return ConfirmationFacts(
            requestID: LettersSample.requestID,
            right: right,
            kept: keepsInvoices ? [invoices, complaint] : [],
            copyFollows: copyFollows
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
