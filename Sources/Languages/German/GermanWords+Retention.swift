import Policy
import Groundwork

extension GermanWords {
    // An event comes from the record in the nominative, so it stands after a colon: "bis" would ask for another case.
    func clause(_ rule: RetentionInWords) -> String {
        let event = event(rule, latest: "der späteste der Zeitpunkte", earliest: "der früheste der Zeitpunkte")
        let start = event.map { ", gerechnet ab diesem Zeitpunkt: \($0)" } ?? ""
        let end = event.map { ", bis zu diesem Zeitpunkt: \($0)" } ?? ""
        return switch (rule.kind, rule.period) {
        case (.max, let period?): "höchstens \(period)\(start)"
        case (.usual, let period?): "in der Regel \(period)\(start)"
        case (.untilEvent, let period?): event.map { "bis \(period) nach diesem Zeitpunkt: \($0)" } ?? period
        case (.untilEvent, nil):
            event.map { "bis zu diesem Zeitpunkt: \($0)" }
                ?? "bis zu dem Ereignis, nach dem es nicht mehr erforderlich ist"
        case (.statutory, let period?): "so lange, wie das Gesetz es verlangt: \(period)\(start)"
        case (.statutory, nil): "so lange, wie das Gesetz es verlangt\(end)"
        case (.limitationCap, let period?):
            "jedenfalls nicht länger als \(period)\(start), weil Ansprüche dann verjährt sind"
        case (.limitationCap, nil):
            event.map { "jedenfalls nicht länger als bis zu diesem Zeitpunkt: \($0)" }
                ?? "jedenfalls nicht länger, als bis Ansprüche verjährt sind"
        case (.indefiniteUntilEvent, _): "ohne Enddatum\(end)"
        case (.session, _): "solange Ihr Besuch der Website dauert\(end)"
        case (.recipientPolicy, _): "so lange, wie der Empfänger selbst bestimmt"
        case (.notStated, _): "unsere Datenschutzerklärung nennt hierfür keine Frist"
        case (.noPersonalData, _):
            "nach unserer Datenschutzerklärung sind das keine personenbezogenen Daten, und es gibt keine Frist"
        case (.necessity, let period?): "so lange, wie es für den Zweck erforderlich ist: \(period)\(start)"
        case (.fixed, let period?): "\(period)\(start)"
        case (_, nil): "so lange, wie es für den Zweck erforderlich ist\(end)"
        }
    }

    func afterwards(_ action: RetentionRule.Action) -> String? {
        switch action {
        case .delete: "danach löschen wir die Daten"
        case .anonymise: "danach anonymisieren wir die Daten"
        case .isolate: "bis dahin liegen die Daten gesondert und werden für nichts verwendet"
        case .deleteOrAnonymise: "danach löschen oder anonymisieren wir die Daten"
        case .restrictAccess:
            "danach kommen unsere Mitarbeiter nicht mehr an die Daten heran, gelöscht sind sie aber noch nicht"
        case .restrictAnonymiseOrDelete: "danach sperren, anonymisieren oder löschen wir die Daten"
        case .none: nil
        }
    }

    func advice(_ kind: RetentionRule.Kind, contact: String) -> String? {
        switch kind {
        case .notStated:
            "Wir dürfen die Daten dann nicht länger aufbewahren, als der Zweck es erfordert "
                + "(\(reference("5(1)(e)"))). Wie lange das ist, können Sie uns fragen: \(contact)."
        case .recipientPolicy: "Fragen Sie den Empfänger nach der Frist, oder uns: \(contact)."
        case .noPersonalData:
            "Wenn Sie wissen möchten, ob trotzdem etwas gespeichert ist, fragen Sie uns: \(contact)."
        default: nil
        }
    }

    var openChoice: String {
        "Unsere Datenschutzerklärung sagt „oder“ und lässt offen, welche der beiden Möglichkeiten gilt."
    }

    package func scope(_ scope: ScopedRetention) -> String? {
        if let basis = scope.basis { return "Soweit dies die Rechtsgrundlage ist: \(shortBasis(basis))" }
        return switch scope.scope {
        case "general": nil
        case "cap": "Als äußerste Grenze"
        case "backups": "Sicherungskopien"
        case "expired": "Was nicht mehr erforderlich ist"
        case "consented": "Was mit Ihrer Einwilligung verarbeitet wird"
        case "legal_disputes": "Bei einem Rechtsstreit"
        case "legal_disputes_regular": "Bei einem Rechtsstreit, in der Regel"
        default: capitalised(spaced(scope.scope))
        }
    }

    private func shortBasis(_ article: String) -> String {
        let names = [
            "6(1)(a)": "Einwilligung", "6(1)(b)": "ein Vertrag", "6(1)(c)": "eine rechtliche Verpflichtung",
            "6(1)(d)": "ein lebenswichtiges Interesse", "6(1)(e)": "eine Aufgabe im öffentlichen Interesse",
            "6(1)(f)": "ein berechtigtes Interesse", "9(2)(a)": "ausdrückliche Einwilligung",
        ]
        return names[article].map { "\($0) (\(reference(article)))" } ?? reference(article)
    }

    func condition(_ condition: RetentionRule.Condition, event: String?) -> String {
        switch condition {
        case .before(let id, let limit):
            "Wenn dieser Zeitpunkt vor dem \(day(limit.description)) lag: \(event ?? spaced(id))"
        case .onOrAfter(let id, let limit):
            "Wenn dieser Zeitpunkt am \(day(limit.description)) oder danach lag: \(event ?? spaced(id))"
        case .chosen(let choice): "Nur bei dieser Wahl: \(spaced(choice))"
        }
    }

    var generalRetentionHeading: String { "Wie lange wir Daten im Allgemeinen aufbewahren" }
    var generalRetentionIntroduction: String {
        "Diese Regeln gelten für alles, neben dem, was oben bei einer Art von Daten steht."
    }
    var backupsNote: String {
        "In Sicherungskopien stehen dieselben Daten noch einmal; sie wurden nicht gesondert durchsucht und sind nicht "
            + "beigefügt."
    }
}
