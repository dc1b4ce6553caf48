import ExporterKit
import Policy

extension GermanWords {
    var noRecipients: String { "Niemand außerhalb unserer Organisation." }
    func ownTools(_ names: String) -> String {
        "Dafür verwenden wir Programme, die wir selbst betreiben: \(names). Deren Hersteller erhalten keine Daten."
    }
    func role(_ role: Processor.Role) -> String {
        switch role {
        case .processor: "arbeitet in unserem Auftrag (Auftragsverarbeiter)"
        case .subprocessor: "arbeitet für einen unserer Auftragsverarbeiter (weiterer Auftragsverarbeiter)"
        case .recipient: "erhält Daten von uns (Empfänger)"
        case .authority: "Behörde"
        case .source: "liefert uns Daten (Quelle)"
        case .ownController: "entscheidet selbst, was mit den Daten geschieht (Verantwortlicher)"
        case .intraGroup: "gehört zu unserer Unternehmensgruppe"
        case .selfHostedSoftware: "von uns selbst betrieben; der Hersteller erhält keine Daten"
        case .jointOrCoOrganiser: "organisiert und entscheidet gemeinsam mit uns"
        case .unclear: "in welcher Rolle, sagt unsere Datenschutzerklärung nicht"
        }
    }
    func heading(_ group: RecipientGroup) -> String {
        switch group {
        case .processors: "Wer in unserem Auftrag arbeitet"
        case .group: "Unternehmen unserer Gruppe"
        case .joint: "Wer gemeinsam mit uns organisiert und entscheidet"
        case .controllers: "Wer selbst über die Daten entscheidet"
        case .recipients: "Andere Empfänger"
        case .authorities: "Behörden"
        case .unclear: "Empfänger, deren Rolle unsere Datenschutzerklärung nicht nennt"
        case .sources: "Wer uns nur Daten liefert"
        case .ownTools: "Programme, die wir selbst betreiben"
        }
    }
    func explanation(_ group: RecipientGroup) -> String? {
        switch group {
        case .processors:
            "Diese Auftragsverarbeiter dürfen die Daten nur nach unserer Weisung verarbeiten (Artikel 28 DSGVO)."
        case .controllers:
            "Sie sind für das, was sie tun, selbst verantwortlich. Ihre Rechte gelten auch ihnen gegenüber."
        case .sources: "Sie erhalten von uns keine Daten; wir erhalten Daten von ihnen."
        case .ownTools: "Das sind keine Empfänger: An die Hersteller geht nichts."
        case .group, .joint, .recipients, .authorities, .unclear: nil
        }
    }
    var unnamedRecipient: String {
        "Ein Empfänger, den unser Verzeichnis der Verarbeitungstätigkeiten nicht beschreibt"
    }
    func unnamed(_ count: Int, contact: String) -> String {
        "Für \(count == 1 ? "einen Empfänger" : "\(number(count)) Empfänger") nennt unsere Datenschutzerklärung nur die "
            + "Kategorie. Sie haben ein Recht auf den Namen und können ihn erfragen: \(contact)."
    }
    var nameOnRequest: String { "Name auf Anfrage" }
    var recipientsHeading: String { "Alle, die Daten erhalten, verarbeiten oder liefern" }
    func recipientsIntroduction(_ count: Int) -> String {
        "Das sind alle \(number(count)) Einträge unseres Verzeichnisses, auch die, die mit Ihren Daten nichts zu tun "
            + "haben. Was Sie betrifft, steht weiter oben bei jeder Art von Daten."
    }
    var recipientColumns: [String] { ["Wer", "Wofür", "Wo", "Vereinbarungen und Dauer"] }
    var notStated: String { "nicht angegeben" }
    func receives(_ data: String) -> String { "Erhält: \(data)." }
    func onBasis(_ articles: String) -> String { "Rechtsgrundlage: \(articles)." }
    func onlyIf(_ condition: String) -> String { "Bedingung: \(ended(condition))" }
    func forCategories(_ titles: String) -> String { "Bei: \(titles)." }
    func agreement(_ isThere: Bool) -> String {
        isThere ? "Vertrag zur Auftragsverarbeitung geschlossen." : "Kein Vertrag zur Auftragsverarbeitung."
    }
    func confidentiality(_ words: String) -> String { "Vertraulichkeit: \(ended(words))" }
    func ownPurposes(_ purposes: Processor.OwnPurposes, language: String) -> String {
        switch purposes {
        case .none: "Verwendet die Daten nicht für eigene Zwecke."
        case .some: "Verwendet die Daten auch für eigene Zwecke."
        case .described(let words): "Eigene Zwecke: \(ended(words.text(in: language)))"
        }
    }
    func itsRetention(_ sentence: String) -> String { "Speicherdauer: \(sentence)" }

    var noTransfers: String { "Nach unseren Unterlagen bleiben diese Daten im Europäischen Wirtschaftsraum." }
    var allRecipients: String { "Alle Empfänger oben" }
    var staysInArea: String {
        "Nach unserer Datenschutzerklärung verlässt hiervon nichts den Europäischen Wirtschaftsraum."
    }
    func transfer(to country: String?, isCertain: Bool) -> String {
        guard let country else {
            return isCertain
                ? "Übermittlung in ein Drittland, das unsere Datenschutzerklärung nicht nennt."
                : "Mögliche Übermittlung in ein Drittland, das unsere Datenschutzerklärung nicht nennt."
        }
        return isCertain
            ? "Übermittlung in dieses Land: \(country)." : "Mögliche Übermittlung in dieses Land: \(country)."
    }
    func safeguards(_ names: [String]) -> String {
        "\(names.count == 1 ? "Garantie" : "Garantien"): \(ended(names.joined(separator: "; ")))"
    }
    func safeguard(_ kind: Safeguard.Kind, name: String) -> String {
        switch kind {
        case .standardClauses: "Standardvertragsklauseln der Europäischen Kommission (SCC)"
        case .bindingRules: "verbindliche interne Datenschutzvorschriften (BCR)"
        case .adequacy: "ein Angemessenheitsbeschluss der Europäischen Kommission"
        case .consent: "Ihre Einwilligung in die Übermittlung"
        case .processingAgreement: "ein Vertrag zur Auftragsverarbeitung (DPA)"
        case .chapterFive: "die Vorschriften über Übermittlungen in Artikel 44 ff. DSGVO"
        case .otherwisePermitted: "was das Gesetz sonst erlaubt"
        case .privacyShield: "\(name) (gilt nicht mehr)"
        }
    }
    var outdatedSafeguard: String { "Das Privacy Shield gilt seit 2020 nicht mehr als Garantie." }
    func noSafeguard(afterOutdated: Bool) -> String {
        "Unser Verzeichnis nennt keine \(afterOutdated ? "andere " : "")Garantie; Sie können uns danach fragen."
    }
    func somewhere(_ country: String) -> String {
        "\(ended(capitalised(country))) Von einer Übermittlung in ein Drittland steht nichts in unserem Verzeichnis."
    }
    func unknownPlace(_ names: String, contact: String) -> String {
        "\(names): Unser Verzeichnis sagt nicht, ob Daten den EWR verlassen. Sie können uns danach fragen: \(contact)."
    }
    func transferConditions(_ conditions: String) -> String {
        "Daten verlassen den Europäischen Wirtschaftsraum nur in diesen Fällen: \(conditions)."
    }
    func transferCondition(_ condition: String) -> String {
        switch condition {
        case "legally_required": "wenn das Gesetz es verlangt"
        case "consent": "mit Ihrer Einwilligung"
        case "contract_performance": "wenn ein Vertrag es erforderlich macht"
        default: spaced(condition)
        }
    }
}
