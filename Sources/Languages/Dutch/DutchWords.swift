import ExporterKit
import Policy

/// The overview in Dutch, to a reader who is `u` or `je`.
struct DutchWords: OverviewWords {
    let form: FormOfAddress
    let language = Language.nl

    func say(_ formal: String, _ familiar: String) -> String { form == .u ? formal : familiar }
    var your: String { say("uw", "je") }
    var you: String { say("u", "je") }
    var whom: String { say("u", "jou") }
    var youCan: String { say("u kunt", "je kunt") }
    var canYou: String { say("kunt u", "kun je") }

    var pageTitle: String { say("Uw persoonsgegevens", "Je persoonsgegevens") }
    let skipToContent = "Naar de inhoud"
    let contents = "Op deze pagina"

    func confirmation(controller: String, records: Int, documents: Int, categories: Int, systems: Int) -> String {
        let parts = [records > 0 ? count(records: records) : nil, documents > 0 ? count(documents: documents) : nil]
        let sources = systems == 0 ? "" : ", uit \(plural(systems, "systeem", "systemen"))"
        return "Ja, \(controller) verwerkt persoonsgegevens van \(say("u", "jou")): "
            + "\(parts.compactMap(\.self).joined(separator: " en ")) "
            + "in \(plural(categories, "categorie", "categorieën"))\(sources)."
    }
    func nothingHeldConfirmation(controller: String) -> String {
        "Wij hebben gezocht en in wat dit antwoord omvat geen persoonsgegevens van \(say("u", "jou")) gevonden. "
            + "\(controller) bewaart wel dit verzoek en ons antwoord daarop."
    }
    func nothingGivenConfirmation(controller: String) -> String {
        "In dit antwoord staan geen gegevens over \(say("u", "jou")). Dat betekent niet dat er geen zijn: hieronder staat wat "
            + "is weggelaten of niet kon worden doorzocht, en waarom. \(controller) bewaart dit verzoek en ons antwoord "
            + "daarop."
    }
    func purposeOfPage(_ right: Right) -> String {
        switch right {
        case .portability:
            "Hier staat welke gegevens \(you) kunt meenemen naar een andere dienst. De gegevens zelf "
                + "staan in de bestanden die erbij zitten, in een vorm die computers kunnen lezen."
        default:
            "Hier staat wat wij van \(say("u", "jou")) bewaren, waarom, hoe lang en wie het nog meer krijgt. De gegevens "
                + "zelf staan in de bestanden die erbij zitten."
        }
    }
    let supplementNote =
        "Dit is een aanvulling op een eerder antwoord op hetzelfde verzoek. Dat antwoord blijft gelden."
    func incompleteNote(_ sources: Int) -> String {
        "Dit antwoord is nog niet volledig: \(plural(sources, "onderdeel ontbreekt", "onderdelen ontbreken")). Hieronder staat welke en waarom."
    }
    let requestNumber = "Nummer van het verzoek"
    let rightLabel = "Recht"
    func right(_ right: Right) -> String {
        switch right {
        case .portability: "Overdraagbaarheid (artikel 20 AVG)"
        default: "Inzage (artikel 15 AVG)"
        }
    }
    let controllerLabel = "Wie antwoordt"
    let contactLabel = "Contact"
    let receivedOn = "Verzoek ontvangen"
    let collectedAt = "Gegevens verzameld"
    let systemsSearched = "Doorzochte systemen"
    let systemsNotSearched = "Niet doorzochte systemen"
    let none = "Geen"
    let partly = "gedeeltelijk"
    var requestItself: String { "Ook dit verzoek zelf en onze brieven aan \(say("u", "jou")) worden bewaard." }
    let contactForMore = "ons privacycontact"
    let footer = "Deze pagina heeft geen internet nodig en stuurt niets naar iemand."

    func truth(_ value: Bool) -> String { value ? "ja" : "nee" }
}
