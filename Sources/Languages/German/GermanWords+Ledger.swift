import ExporterKit
import Cases
import Groundwork

extension GermanWords {
    func nothingHeldHeading(_ categories: Int) -> String {
        "Wozu wir nichts über Sie gespeichert haben (\(plural(categories, "Kategorie", "Kategorien")))"
    }
    var nothingHeldIntroduction: String {
        "Das sind Arten von Daten, die wir über Menschen verarbeiten. Über Sie haben wir keine, oder wir haben dort nicht "
            + "gesucht. Öffnen Sie eine Art, um zu sehen, wofür, wie lange und von wem sie verarbeitet wird."
    }
    var notSearchedShort: String { "nicht durchsucht" }
    var nothingFoundShort: String { "durchsucht, nichts gefunden" }
    var notSearched: String { "Nicht durchsucht: Hierfür ist keines unserer Systeme an die Suche angeschlossen." }
    var searchHeading: String { "Was wir durchsucht haben und was dabei herauskam" }
    var searchIntroduction: String {
        "Hier steht jede Quelle, auch eine, in der wir nichts fanden, und eine, die nicht durchsucht wurde."
    }
    var systemColumn: String { "System" }
    var collectionColumn: String { "Teil" }
    var categoryColumn: String { "Kategorie" }
    var outcomeColumn: String { "Ergebnis" }
    var byHand: String { "Durch unsere Mitarbeiter" }
    func outcome(_ outcome: Outcome, records: Int) -> String {
        switch outcome {
        case .records: "\(count(records: records)) in diesem Datenpaket."
        case .nothingHeld: "Durchsucht; darin steht nichts über Sie."
        case .identifierUnsupported:
            "Nicht durchsucht: Wir wissen nichts über Sie, womit sich diese Quelle abfragen lässt. Kennen Sie eine Nummer "
                + "oder Adresse, die Sie hier verwendet haben? Dann teilen Sie sie uns mit; wir suchen erneut."
        case .ambiguousSubject:
            "Nicht enthalten: Mehrere Personen teilen sich die Angaben, mit denen wir gesucht haben, und diese Quelle "
                + "kann sie nicht unterscheiden."
        case .pendingHuman: "Unsere Mitarbeiter suchen noch. Was sie finden, folgt."
        case .withheld(let ground): "Zurückgehalten: \(self.ground(ground))"
        case .failed: "Konnte nicht gelesen werden; dieser Teil fehlt. Der Rest folgt."
        case .gapAccepted: "Konnte nicht rechtzeitig gelesen werden; dieser Teil fehlt. Der Rest folgt."
        }
    }
    func nothingFoundByHand(_ categories: Int) -> String {
        "Von unseren Mitarbeitern gesucht, nichts gefunden: \(plural(categories, "Art", "Arten")) von Daten"
    }
    func found(documents: Int) -> String { "\(count(documents: documents)) in diesem Datenpaket." }
    private func ground(_ ground: WithholdingGround) -> String {
        switch ground {
        case .notPortable:
            "Das Recht auf Datenübertragbarkeit gilt hier nicht. Mit dem Auskunftsrecht können Sie es anfordern."
        case .decided(let words) where isBlank(words): "unsere Entscheidung; fragen Sie uns nach dem Grund."
        case .processorFor(let customer):
            "Wir speichern es im Auftrag eines Kunden, der darüber entscheidet: "
                + "\(ended(customer)) Sie können sich damit an diesen Kunden wenden."
        case .decided(let words): ended(words)
        }
    }
    func reason(_ reason: String) -> String { "Grund: \(ended(reason))" }
    func redaction(_ redaction: Redaction, field: String?) -> String {
        let place = field.map { " in „\($0)“" } ?? ""
        let values = plural(redaction.count, "Wert", "Werte")
        return switch redaction.ground {
        case .otherPerson where field == nil:
            plural(redaction.count, "Datensatz", "Datensätze")
                + " weggelassen: Mehrere Personen nutzen die Adresse, und zu wem es gehört, lässt sich nicht sagen "
                + "(Artikel 15 Absatz 4)."
        case .otherPerson:
            "\(values)\(place) durch ein Pseudonym ersetzt, zum Schutz anderer Personen (Artikel 15 Absatz 4)."
        case .staff: "\(values)\(place) durch ein Pseudonym ersetzt: jemand aus unserer Belegschaft."
        case .secret:
            "\(values)\(place) weggelassen: ein Passwort, ein Code oder ein Schlüssel. So etwas ist bei uns zwar "
                + "gespeichert, doch zu Ihrer Sicherheit geben wir es nicht heraus."
        case .notPortable: "\(values)\(place) weggelassen: \(ground(.notPortable))"
        case .operatorDecision: "\(values)\(place) von uns weggelassen."
        case .redactedVersion:
            "\(plural(redaction.count, "Dokument", "Dokumente"))\(place) in geschwärzter Fassung gegeben."
        }
    }
    var nothingWithheld: String { "Es wurde nichts zurückgehalten oder ersetzt." }
}
