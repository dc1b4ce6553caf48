import ExporterKit
import Policy

/// The overview in German, to a reader who is `Sie`.
struct GermanWords: OverviewWords {
    let language = Language.de

    let pageTitle = "Ihre persönlichen Daten"
    let skipToContent = "Zum Inhalt"
    let contents = "Auf dieser Seite"

    func confirmation(controller: String, records: Int, documents: Int, categories: Int, systems: Int) -> String {
        let parts = [records > 0 ? count(records: records) : nil, documents > 0 ? count(documents: documents) : nil]
        let sources = systems == 0 ? "" : ", aus \(plural(systems, "System", "Systemen"))"
        return "Ja, \(controller) verarbeitet personenbezogene Daten über Sie: "
            + "\(parts.compactMap(\.self).joined(separator: " und ")) "
            + "in \(plural(categories, "Kategorie", "Kategorien"))\(sources)."
    }
    func nothingHeldConfirmation(controller: String) -> String {
        "Wir haben gesucht und in dem, was diese Antwort umfasst, keine personenbezogenen Daten über Sie gefunden. "
            + "\(controller) bewahrt allerdings Ihren Antrag und unsere Antwort darauf auf."
    }
    func nothingGivenConfirmation(controller: String) -> String {
        "Diese Antwort enthält keine Daten über Sie. Das heißt nicht, dass es keine gibt: Unten steht, was weggelassen "
            + "wurde oder nicht durchsucht werden konnte, und warum. \(controller) bewahrt Ihren Antrag und unsere Antwort "
            + "darauf auf."
    }
    func purposeOfPage(_ right: Right) -> String {
        switch right {
        case .portability:
            "Hier steht, welche Daten Sie zu einem anderen Dienst mitnehmen können. Die Daten selbst liegen in den "
                + "beigefügten Dateien, in einer Form, die Computer lesen können."
        default:
            "Hier steht, was wir über Sie gespeichert haben, warum, wie lange und wer es sonst noch erhält. Die Daten "
                + "selbst liegen in den beigefügten Dateien."
        }
    }
    let supplementNote =
        "Dies ergänzt eine frühere Antwort auf denselben Antrag. Die frühere Antwort gilt weiterhin."
    func incompleteNote(_ sources: Int) -> String {
        "Diese Antwort ist noch nicht vollständig: \(plural(sources, "Teil fehlt", "Teile fehlen")). Was fehlt und warum, "
            + "steht weiter unten."
    }
    let requestNumber = "Nummer des Antrags"
    let rightLabel = "Ausgeübtes Recht"
    func right(_ right: Right) -> String {
        switch right {
        case .portability: "Datenübertragbarkeit (Artikel 20 DSGVO)"
        default: "Auskunft (Artikel 15 DSGVO)"
        }
    }
    let controllerLabel = "Wer antwortet"
    let contactLabel = "Ansprechstelle"
    let receivedOn = "Antrag eingegangen"
    let collectedAt = "Daten abgerufen"
    let systemsSearched = "Durchsuchte Systeme"
    let systemsNotSearched = "Nicht durchsuchte Systeme"
    let none = "Keine"
    let partly = "teilweise"
    let requestItself = "Auch dieser Antrag selbst und unsere Schreiben an Sie werden aufbewahrt."
    let contactForMore = "unsere Ansprechstelle für den Datenschutz"
    let footer = "Diese Seite braucht kein Internet und sendet nichts an irgendjemanden."

    func truth(_ value: Bool) -> String { value ? "ja" : "nein" }
}
