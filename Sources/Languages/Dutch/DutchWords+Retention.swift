import Policy
import Groundwork

extension DutchWords {
    func clause(_ rule: RetentionInWords) -> String {
        let event = event(rule, latest: "het laatste van:", earliest: "het eerste van:")
        let start = event.map { ", te rekenen vanaf \($0)" } ?? ""
        let end = event.map { ", tot \($0)" } ?? ""
        return switch (rule.kind, rule.period) {
        case (.max, let period?): "ten hoogste \(period)\(start)"
        case (.usual, let period?): "doorgaans \(period)\(start)"
        case (.untilEvent, let period?): event.map { "tot \(period) na \($0)" } ?? period
        case (.untilEvent, nil): "tot \(event ?? "de gebeurtenis waarna het niet meer nodig is")"
        case (.statutory, let period?): "zo lang als de wet het eist: \(period)\(start)"
        case (.statutory, nil): "zo lang als de wet het eist\(end)"
        case (.limitationCap, let period?):
            "in elk geval niet langer dan \(period)\(start), want dan is een vordering verjaard"
        case (.limitationCap, nil): "in elk geval niet langer dan tot \(event ?? "vorderingen zijn verjaard")"
        case (.indefiniteUntilEvent, _): "voor onbepaalde tijd\(end)"
        case (.session, _): "zolang \(your) bezoek aan de website duurt\(end)"
        case (.recipientPolicy, _): "zo lang als de ontvanger zelf bepaalt"
        case (.notStated, _): "ons privacybeleid noemt hiervoor geen termijn"
        case (.noPersonalData, _): "volgens ons privacybeleid zijn dit geen persoonsgegevens, en is er geen termijn"
        case (.necessity, let period?): "zo lang als nodig voor het doel: \(period)\(start)"
        case (.fixed, let period?): "\(period)\(start)"
        case (_, nil): "zo lang als nodig voor het doel\(end)"
        }
    }

    func afterwards(_ action: RetentionRule.Action) -> String? {
        switch action {
        case .delete: "daarna verwijderen wij het"
        case .anonymise: "daarna anonimiseren wij het"
        case .isolate: "tot dan staat het apart en gebruiken wij het nergens voor"
        case .deleteOrAnonymise: "daarna verwijderen of anonimiseren wij het"
        case .restrictAccess: "daarna kunnen onze medewerkers er niet meer bij, maar is het nog niet verwijderd"
        case .restrictAnonymiseOrDelete: "daarna sluiten wij het af, anonimiseren wij het of verwijderen wij het"
        case .none: nil
        }
    }

    func advice(_ kind: RetentionRule.Kind, contact: String) -> String? {
        let ask = say("vraagt u het ons", "vraag het ons")
        return switch kind {
        case .notStated:
            "Wij mogen het dan niet langer bewaren dan nodig is voor het doel (\(reference("5(1)(e)"))). Hoe lang dat "
                + "is, \(canYou) ons vragen: \(contact)."
        case .recipientPolicy: "De termijn \(canYou) de ontvanger vragen, of ons: \(contact)."
        case .noPersonalData: "\(say("Wilt u", "Wil je")) weten of er toch iets wordt bewaard, \(ask): \(contact)."
        default: nil
        }
    }

    var openChoice: String { "Ons privacybeleid zegt “of” en laat open welke van de twee telt." }

    package func scope(_ scope: ScopedRetention) -> String? {
        if let basis = scope.basis { return "Voor zover het rust op \(shortBasis(basis))" }
        return switch scope.scope {
        case "general": nil
        case "cap": "Als uiterste grens"
        case "backups": "Reservekopieën"
        case "expired": "Wat niet meer nodig is"
        case "consented": say("Wat met uw toestemming wordt verwerkt", "Wat met je toestemming wordt verwerkt")
        case "legal_disputes": "Bij een juridisch geschil"
        case "legal_disputes_regular": "Bij een juridisch geschil, als regel"
        default: capitalised(spaced(scope.scope))
        }
    }

    private func shortBasis(_ article: String) -> String {
        let names = [
            "6(1)(a)": "toestemming", "6(1)(b)": "een overeenkomst", "6(1)(c)": "een wettelijke verplichting",
            "6(1)(d)": "een vitaal belang", "6(1)(e)": "een taak van algemeen belang",
            "6(1)(f)": "een gerechtvaardigd belang", "9(2)(a)": "uitdrukkelijke toestemming",
        ]
        return names[article].map { "\($0) (\(reference(article)))" } ?? reference(article)
    }

    func condition(_ condition: RetentionRule.Condition, event: String?) -> String {
        switch condition {
        case .before(let id, let limit): "Als \(event ?? spaced(id)) was vóór \(day(limit.description))"
        case .onOrAfter(let id, let limit): "Als \(event ?? spaced(id)) was op of na \(day(limit.description))"
        case .chosen(let choice): "Alleen bij deze keuze: \(spaced(choice))"
        }
    }

    var generalRetentionHeading: String { "Hoe lang wij gegevens in het algemeen bewaren" }
    var generalRetentionIntroduction: String {
        "Deze regels gelden voor alles, naast wat hierboven bij een soort gegevens staat."
    }
    var backupsNote: String {
        "In reservekopieën staan dezelfde gegevens nog een keer; zij zijn niet apart doorzocht en niet meegestuurd."
    }
}
