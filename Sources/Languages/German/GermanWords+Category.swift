import ExporterKit
import Groundwork
import Policy

extension GermanWords {
    var categoriesHeading: String { "Was wir über Sie gespeichert haben" }
    func count(records: Int) -> String { plural(records, "Datensatz", "Datensätze") }
    func count(documents: Int) -> String { plural(documents, "Dokument", "Dokumente") }
    var fields: String { "Woraus es bestehen kann" }
    var purposes: String { "Wofür wir sie verwenden" }
    var legalBasis: String { "Auf welcher Rechtsgrundlage" }
    var retention: String { "Wie lange" }
    var origin: String { "Woher sie stammen" }
    var recipients: String { "Wer sie erhält oder verarbeitet" }
    var transfers: String { "Außerhalb des Europäischen Wirtschaftsraums" }
    var automatedDecisions: String { "Automatisierte Entscheidungen" }
    var portabilityLabel: String { "Übertragbarkeit" }
    var withheldLabel: String { "Was hier nicht steht, und warum" }
    package var remarks: String { "Gut zu wissen" }
    var noAutomatedDecisions: String {
        "Mit diesen Daten treffen wir keine Entscheidungen über Sie, ohne dass ein Mensch beteiligt ist."
    }
    func notRecorded(contact: String) -> String {
        "Das steht nicht in unserem Verzeichnis der Verarbeitungstätigkeiten. Sie können uns danach fragen: \(contact)."
    }
    func portable(_ isPortable: Bool) -> String {
        isPortable
            ? "Sie haben das Recht, diese Daten zu einer anderen Stelle mitzunehmen (Artikel 20)."
            : "Das Recht auf Datenübertragbarkeit (Artikel 20) gilt hier nicht."
    }
    var portableByPromise: String {
        "Artikel 20 umfasst diese Daten nicht, doch unsere Datenschutzerklärung sagt alle Daten zu: Sie dürfen sie zu "
            + "einer anderen Stelle mitnehmen."
    }
    var copyIsHere: String { "Eine Kopie davon haben Sie hier trotzdem." }
    var notInPackage: String { "nicht in diesem Datenpaket" }
    func origin(_ origin: CollectionDescription.Origin) -> String {
        switch origin {
        case .provided: "Sie haben sie uns gegeben."
        case .observed: "Sie sind bei der Nutzung unserer Dienste entstanden."
        case .derived: "Wir haben sie selbst erfasst oder aus anderen Daten über Sie abgeleitet."
        case .thirdParty: "Jemand anderes hat sie uns gegeben."
        }
    }
    func given(by source: String) -> String { "Jemand anderes hat sie uns gegeben: \(source)" }
    var unknownThirdParty: String { "Wer das war, geht aus unseren Unterlagen nicht hervor." }
    var noOtherSource: String {
        "Unser Verzeichnis der Verarbeitungstätigkeiten nennt keine andere Quelle als Sie selbst."
    }
    func supplied(by names: String) -> String { "Daten hierzu erhalten wir von folgenden Stellen: \(names)." }
    func legalBasis(_ article: String) -> String? {
        switch article {
        case "6(1)(a)": "Ihre Einwilligung, die Sie jederzeit widerrufen können"
        case "6(1)(b)": "ein Vertrag mit Ihnen oder vorvertragliche Maßnahmen auf Ihre Anfrage"
        case "6(1)(c)": "eine rechtliche Verpflichtung, der wir unterliegen"
        case "6(1)(d)": "lebenswichtige Interessen einer Person"
        case "6(1)(e)": "eine Aufgabe im öffentlichen Interesse"
        case "6(1)(f)": "unser berechtigtes Interesse oder das eines Dritten, gegen das Sie Widerspruch einlegen können"
        case "7(1)": "unsere Pflicht, Ihre Einwilligung nachweisen zu können"
        case "9(2)(a)": "Ihre ausdrückliche Einwilligung für besondere Kategorien von Daten"
        case "9(2)(b)": "das Arbeitsrecht und das Recht der sozialen Sicherheit"
        case "9(2)(c)": "lebenswichtige Interessen, als Sie nicht einwilligen konnten"
        case "9(2)(d)": "die Mitgliedschaft in einer Organisation ohne Gewinnerzielungsabsicht"
        case "9(2)(e)": "Sie haben die Daten selbst öffentlich gemacht"
        case "9(2)(f)": "Rechtsansprüche"
        case "9(2)(g)": "ein erhebliches öffentliches Interesse"
        case "9(2)(h)": "die Gesundheitsversorgung oder die Arbeitsmedizin"
        case "9(2)(i)": "die öffentliche Gesundheit"
        case "9(2)(j)": "Archivierung, Forschung oder Statistik"
        default: nil
        }
    }
    var basisIsOurReading: String {
        "Unsere Datenschutzerklärung nennt die Rechtsgrundlage für diese Daten nicht gesondert; so verstehen wir sie."
    }
    func processedFor(_ customer: String) -> String {
        "Wir verarbeiten diese Daten im Auftrag eines Kunden, der darüber entscheidet: \(ended(customer)) Darum sind sie "
            + "nicht in diesem Datenpaket. Mit diesem Teil Ihres Antrags können Sie sich an diesen Kunden wenden."
    }

    func shown(_ shown: Int, of all: Int) -> String {
        shown == all ? count(records: all) : "Die ersten \(number(shown)) von \(number(all)) Datensätzen"
    }
    func shown(_ shown: Int, ofDocuments all: Int) -> String {
        let all = plural(all, "Dokument", "Dokumente")
        return (shown == 0 ? all : "\(number(shown)) von \(all)") + ". Sie liegen alle im Ordner files."
    }
    var allIn: String { "Sie stehen alle in" }
    func more(records: Int) -> String { plural(records, "weiterer Datensatz", "weitere Datensätze") }
    func more(documents: Int) -> String { plural(documents, "weiteres Dokument", "weitere Dokumente") }
    func inFiles(_ meaning: String) -> String { "(in den Dateien: \(meaning))" }
    func localTimes(_ place: String) -> String {
        "Zeiten stehen hier so, wie die Uhr in \(place) sie zeigte, und in den Dateien so, wie die Systeme sie speichern."
    }
    func complete(_ name: String) -> String { "Vollständig in \(name)." }
    var dataLink: String { "Alles, genau so wie gespeichert" }
    var csvLink: String { "Dieselben Daten für eine Tabellenkalkulation" }
    var documentsHeading: String { "Dokumente" }
    var redactedVersion: String { "Eine geschwärzte Fassung: Ein Teil ist unkenntlich gemacht." }
    var fileColumn: String { "Datei" }
    var originalName: String { "Ursprünglicher Name" }
    var kindOfFile: String { "Art" }
    var sizeColumn: String { "Größe" }
    var addedByHand: String { "Von unseren Mitarbeitern gefunden, außerhalb der durchsuchten Systeme." }
    var emptyCell: String { "leer" }
    func tableOf(_ title: String) -> String { "Datensätze: \(title)" }
}
