import Policy

extension GermanWords {
    var rightsHeading: String { "Ihre Rechte" }
    func rightsIntroduction(contact: String, period: String) -> String {
        "Ihre Rechte auszuüben kostet nichts. Ein Formular oder eine Begründung ist nicht nötig. Sagen Sie uns einfach, "
            + "was Sie möchten: \(contact). Wir antworten \(period)."
    }
    func answerTime(pace: DeadlinePolicy.Pace?, period: String?) -> String {
        // A period in its own brackets: "innerhalb von" would ask for the dative.
        let limit =
            period.map { "innerhalb der zugesagten Frist (\($0)) und nie später als nach einem Monat" }
            ?? "innerhalb eines Monats"
        return switch pace {
        case .asSoonAsPossible: "so bald wie möglich und \(limit)"
        case .immediately, .immediatelyWithoutUndueDelay, .immediateStop: "sofort und jedenfalls \(limit)"
        case .withoutUndueDelay: "unverzüglich und \(limit)"
        case nil: limit
        }
    }
    func policySource(_ policy: String) -> String { "Was hier unsere Datenschutzerklärung heißt, ist: \(policy)." }

    func meaning(of right: Right) -> RightWords {
        let (name, meaning) = self.words(for: right)
        return RightWords(name: name, meaning: meaning)
    }

    private func words(for right: Right) -> (String, String) {
        switch right {
        case .access:
            (
                "Auskunft",
                "Erfahren, was wir über Sie gespeichert haben, und eine Kopie erhalten. Sie können erneut danach fragen."
            )
        case .information: ("Informationen", "Erfahren, was wir verarbeiten und warum, auch ohne Kopie.")
        case .rectification: ("Berichtigung", "Berichtigen lassen, was falsch ist, und ergänzen lassen, was fehlt.")
        case .erasure:
            (
                "Löschung",
                "Daten löschen lassen, die wir nicht mehr brauchen oder nicht mehr aufbewahren dürfen."
            )
        case .restriction:
            (
                "Einschränkung",
                "Uns Daten zwar aufbewahren, aber nicht verwenden lassen, zum Beispiel während eines Streits."
            )
        case .portability:
            (
                "Datenübertragbarkeit",
                "Mitnehmen, was Sie uns gegeben haben, oder es von uns an eine andere Stelle senden lassen."
            )
        case .objection:
            (
                "Widerspruch",
                "Einer Verarbeitung widersprechen, die auf einem berechtigten Interesse oder einer Aufgabe im "
                    + "öffentlichen Interesse beruht."
            )
        case .objectionDirectMarketing:
            ("Widerspruch gegen Direktwerbung", "Ein Grund ist nicht nötig: Mit Direktwerbung hören wir sofort auf.")
        case .withdrawConsent:
            (
                "Einwilligung widerrufen",
                "Eine Einwilligung jederzeit widerrufen. Was vorher geschah, bleibt rechtmäßig."
            )
        case .noAutomatedDecision:
            (
                "Eine Entscheidung durch einen Menschen",
                "Keiner Entscheidung allein durch eine Maschine unterworfen werden, die Sie erheblich beeinträchtigt."
            )
        case .transferMechanismInformation:
            (
                "Wissen, wie Übermittlungen geschützt sind",
                "Erfahren, welche Garantie gilt, wo Daten den Europäischen Wirtschaftsraum verlassen."
            )
        case .changeContactPreferences:
            ("Kontakteinstellungen", "Ändern, ob und wie wir Kontakt mit Ihnen aufnehmen.")
        case .stopSharing: ("Weitergabe beenden", "Uns aufhören lassen, Daten an andere weiterzugeben.")
        case .updateData: ("Aktualisierung", "Daten aktualisieren lassen, die sich geändert haben.")
        case .complaint: ("Beschwerde", "Bei einer Aufsichtsbehörde Beschwerde einlegen.")
        }
    }

    func givenByLaw(controller: String, reference: String) -> String {
        "Die Datenschutzerklärung des Verantwortlichen (\(controller)) nennt dieses Recht nicht; das Gesetz gibt es Ihnen "
            + "(\(reference))."
    }
    func partlyStated(_ stated: RightPromise.Stated, reference: String) -> String {
        stated == .implied
            ? "Unsere Datenschutzerklärung nennt dieses Recht nicht ausdrücklich; das Gesetz gibt es Ihnen (\(reference))."
            : "Unsere Datenschutzerklärung nennt dieses Recht nur zum Teil; das Gesetz gibt es Ihnen ganz (\(reference))."
    }
    package func scope(_ words: String) -> String { "Nach unserer Datenschutzerklärung: \(ended(words))" }
    var usingItEndsNothing: String { "Dieses Recht auszuüben beendet für sich genommen nichts." }
    func selfService(_ words: String) -> String { "Das können Sie selbst tun: \(ended(words))" }
    func until(_ words: String) -> String { "Es dauert bis zu diesem Zeitpunkt: \(ended(words))" }
    var allDataPorted: String {
        "Unsere Datenschutzerklärung sagt alle Daten zu, auch die, die Artikel 20 nicht umfasst."
    }
    var portedToOrganisation: String { "Sie können eine Stelle nennen, an die wir die Daten direkt senden." }
    func whenUpheld(_ consequences: [String]) -> String? {
        let known = consequences.compactMap { consequence -> String? in
            switch consequence {
            case "send_copy_of_data": "erhalten Sie eine Kopie der Daten"
            case "stop_permanently": "beenden wir die Verarbeitung endgültig"
            default: nil
            }
        }
        return known.isEmpty ? nil : "Hat der Widerspruch Erfolg, \(enumeration(known, and))."
    }
    var confirmedToKnownEmail: String { "Wir bestätigen es an die E-Mail-Adresse, die wir von Ihnen kennen." }
    func pace(_ pace: DeadlinePolicy.Pace) -> String {
        switch pace {
        case .immediateStop: "Wir hören sofort auf, bis darüber entschieden ist."
        case .immediately, .immediatelyWithoutUndueDelay: "Unsere Datenschutzerklärung sagt dies sofort zu."
        case .asSoonAsPossible: "Unsere Datenschutzerklärung sagt dies so bald wie möglich zu."
        case .withoutUndueDelay: "Unsere Datenschutzerklärung sagt dies unverzüglich zu."
        }
    }
    func promisedPeriod(_ period: String) -> String {
        "Unsere Datenschutzerklärung sagt für die Antwort diese Frist zu: \(period)."
    }
    func alsoThrough(_ ways: String) -> String { "Das geht auch so: \(ways)." }

    var complaintHeading: String { "Nicht zufrieden?" }
    func complaint(authority: String?) -> String {
        authority.map { "Sie können bei der Aufsichtsbehörde Beschwerde einlegen (Artikel 77 DSGVO): \($0)." }
            ?? "Sie können bei der Aufsichtsbehörde des Landes Beschwerde einlegen, in dem Sie wohnen oder arbeiten "
            + "(Artikel 77 DSGVO). \(listOfAuthorities)"
    }
    func formerAuthority(_ name: String) -> String {
        "Unsere Datenschutzerklärung nennt „\(name)“. Diesen Namen trägt keine Behörde mehr; Ihre Beschwerde gehört zu "
            + "der, die es heute gibt."
    }
    func unnamedAuthority(_ countries: String) -> String {
        "Unsere Datenschutzerklärung verweist, ohne sie zu nennen, auf die Aufsichtsbehörde dieses Landes: \(countries)."
    }
    var listOfAuthorities: String { "Die Liste der Aufsichtsbehörden finden Sie auf edpb.europa.eu." }
    func complaintsFirst(_ place: String) -> String {
        "Sie können eine Beschwerde auch zuerst an uns richten: \(place). Sie müssen das nicht."
    }
    var courtNote: String { "Sie können auch vor Gericht gehen (Artikel 79 DSGVO)." }
}
