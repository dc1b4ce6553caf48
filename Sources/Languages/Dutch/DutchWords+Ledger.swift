import ExporterKit
import Cases
import Groundwork

extension DutchWords {
    func nothingHeldHeading(_ categories: Int) -> String {
        "Waar wij niets van \(whom) bewaren (\(plural(categories, "categorie", "categorieën")))"
    }
    var nothingHeldIntroduction: String {
        "Dit zijn soorten gegevens die wij van mensen verwerken. Van \(whom) hebben wij er geen, of wij hebben er niet "
            + "gezocht. Open een soort om te zien waarvoor, hoe lang en door wie."
    }
    var notSearchedShort: String { "niet doorzocht" }
    var nothingFoundShort: String { "doorzocht, niets gevonden" }
    var notSearched: String { "Niet doorzocht: hiervoor is geen systeem van ons op de zoekopdracht aangesloten." }
    var searchHeading: String { "Wat wij hebben doorzocht en wat dat opleverde" }
    var searchIntroduction: String {
        "Hier staat elke bron, ook een waarin wij niets vonden en een die niet is doorzocht."
    }
    var systemColumn: String { "Systeem" }
    var collectionColumn: String { "Onderdeel" }
    var categoryColumn: String { "Categorie" }
    var outcomeColumn: String { "Uitkomst" }
    var byHand: String { "Door onze medewerkers" }
    func outcome(_ outcome: Outcome, records: Int) -> String {
        switch outcome {
        case .records: "\(count(records: records)) in dit pakket."
        case .nothingHeld: "Doorzocht; er staat niets van \(say("u", "jou")) in."
        case .identifierUnsupported:
            "Niet doorzocht: wij weten niets van \(say("u", "jou")) waarmee deze bron te bevragen is. "
                + say(
                    "Kent u een nummer of adres dat u hier gebruikte, meldt u het ons dan; wij zoeken opnieuw.",
                    "Ken je een nummer of adres dat je hier gebruikte, meld het ons dan; wij zoeken opnieuw."
                )
        case .ambiguousSubject:
            "Niet opgenomen: meer mensen delen de gegevens waarmee wij zochten, en deze bron kan ze niet onderscheiden."
        case .pendingHuman: "Wordt nog door onze medewerkers opgezocht. Wat zij vinden, volgt."
        case .withheld(let ground): "Achtergehouden: \(self.ground(ground))"
        case .failed: "Kon niet worden gelezen; dit deel ontbreekt. De rest volgt."
        case .gapAccepted: "Kon niet op tijd worden gelezen; dit deel ontbreekt. De rest volgt."
        }
    }
    func nothingFoundByHand(_ categories: Int) -> String {
        "Door onze medewerkers nagezocht, niets gevonden: \(plural(categories, "soort", "soorten")) gegevens"
    }
    func found(documents: Int) -> String { "\(count(documents: documents)) in dit pakket." }
    private func ground(_ ground: WithholdingGround) -> String {
        switch ground {
        case .notPortable:
            "het recht op overdraagbaarheid geldt hier niet. Met het recht op inzage \(say("kunt u", "kun je")) het "
                + "wel opvragen."
        case .decided(let words) where isBlank(words): "ons besluit; \(say("vraagt u", "vraag")) ons naar de grond."
        case .processorFor(let customer):
            "wij bewaren het in opdracht van een klant, die erover beslist: "
                + "\(ended(customer)) Daarvoor \(canYou) bij die klant terecht."
        case .decided(let words): ended(words)
        }
    }
    func reason(_ reason: String) -> String { "Reden: \(ended(reason))" }
    func redaction(_ redaction: Redaction, field: String?) -> String {
        let place = field.map { " in “\($0)”" } ?? ""
        let values = plural(redaction.count, "waarde", "waarden")
        return switch redaction.ground {
        case .otherPerson where field == nil:
            plural(redaction.count, "gegeven", "gegevens")
                + " weggelaten: meer mensen gebruiken het adres, en van wie het is valt niet te zeggen "
                + "(artikel 15, vierde lid)."
        case .otherPerson:
            "\(values)\(place) vervangen door een schuilnaam, vanwege de privacy van een ander (artikel 15, vierde lid)."
        case .staff: "\(values)\(place) vervangen door een schuilnaam: een medewerker van ons."
        case .secret:
            "\(values)\(place) weggelaten: een wachtwoord, code of sleutel. Wij hebben die wel, maar geven die voor "
                + "\(your) veiligheid niet."
        case .notPortable: "\(values)\(place) weggelaten: \(ground(.notPortable))"
        case .operatorDecision: "\(values)\(place) door ons weggelaten."
        case .redactedVersion:
            "\(plural(redaction.count, "document", "documenten"))\(place) in een bewerkte versie gegeven."
        }
    }
    var nothingWithheld: String { "Er is niets achtergehouden of vervangen." }
}
