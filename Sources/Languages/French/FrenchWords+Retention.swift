import Policy
import Groundwork

extension FrenchWords {
    // An event comes from the record with its article, so it stands after a colon: "jusqu'à" would ask for "au".
    func clause(_ rule: RetentionInWords) -> String {
        let event = event(
            rule,
            latest: "le plus tardif des événements suivants,",
            earliest: "le premier des événements suivants,"
        )
        let start = event.map { ", à compter de ce moment\u{A0}: \($0)" } ?? ""
        let end = event.map { ", jusqu'à ce moment\u{A0}: \($0)" } ?? ""
        return switch (rule.kind, rule.period) {
        case (.max, let period?): "au plus \(period)\(start)"
        case (.usual, let period?): "en règle générale \(period)\(start)"
        case (.untilEvent, let period?): event.map { "jusqu'à \(period) après ce moment\u{A0}: \($0)" } ?? period
        case (.untilEvent, nil):
            event.map { "jusqu'à ce moment\u{A0}: \($0)" } ?? "jusqu'à ce que la donnée ne soit plus nécessaire"
        case (.statutory, let period?): "aussi longtemps que la loi l'exige\u{A0}: \(period)\(start)"
        case (.statutory, nil): "aussi longtemps que la loi l'exige\(end)"
        case (.limitationCap, let period?):
            "en tout cas pas plus de \(period)\(start), car les actions en justice sont alors prescrites"
        case (.limitationCap, nil):
            event.map { "en tout cas pas au-delà de ce moment\u{A0}: \($0)" }
                ?? "en tout cas pas au-delà de la prescription des actions en justice"
        case (.indefiniteUntilEvent, _): "sans date de fin\(end)"
        case (.session, _): "le temps de votre visite sur le site\(end)"
        case (.recipientPolicy, _): "aussi longtemps que le destinataire le décide lui-même"
        case (.notStated, _): "notre politique de confidentialité n'indique pas de durée pour ces données"
        case (.noPersonalData, _):
            "d'après notre politique de confidentialité, ce ne sont pas des données personnelles, et il n'y a pas de durée"
        case (.necessity, let period?): "aussi longtemps que la finalité l'exige\u{A0}: \(period)\(start)"
        case (.fixed, let period?): "\(period)\(start)"
        case (_, nil): "aussi longtemps que la finalité l'exige\(end)"
        }
    }

    func afterwards(_ action: RetentionRule.Action) -> String? {
        switch action {
        case .delete: "ensuite, nous les effaçons"
        case .anonymise: "ensuite, nous les anonymisons"
        case .isolate: "d'ici là, elles sont mises à part et ne servent à rien d'autre"
        case .deleteOrAnonymise: "ensuite, nous les effaçons ou les anonymisons"
        case .restrictAccess: "ensuite, nos collaborateurs n'y ont plus accès, mais elles ne sont pas encore effacées"
        case .restrictAnonymiseOrDelete: "ensuite, nous en bloquons l'accès, les anonymisons ou les effaçons"
        case .none: nil
        }
    }

    func advice(_ kind: RetentionRule.Kind, contact: String) -> String? {
        switch kind {
        case .notStated:
            "Nous ne pouvons alors pas les conserver plus longtemps que la finalité ne l'exige (\(reference("5(1)(e)"))). "
                + "Demandez-nous combien de temps cela représente\u{A0}: \(contact)."
        case .recipientPolicy: "Demandez la durée au destinataire, ou à nous\u{A0}: \(contact)."
        case .noPersonalData:
            "Pour savoir si quelque chose est malgré tout conservé, demandez-le-nous\u{A0}: \(contact)."
        default: nil
        }
    }

    var openChoice: String {
        "Notre politique de confidentialité dit «\u{A0}ou\u{A0}» et ne précise pas laquelle des deux possibilités compte."
    }

    package func scope(_ scope: ScopedRetention) -> String? {
        if let basis = scope.basis { return "Dans la mesure où la base juridique est \(shortBasis(basis))" }
        return switch scope.scope {
        case "general": nil
        case "cap": "Comme limite ultime"
        case "backups": "Copies de sauvegarde"
        case "expired": "Ce qui n'est plus nécessaire"
        case "consented": "Ce qui est traité avec votre consentement"
        case "legal_disputes": "En cas de litige"
        case "legal_disputes_regular": "En cas de litige, en règle générale"
        default: capitalised(spaced(scope.scope))
        }
    }

    private func shortBasis(_ article: String) -> String {
        let names = [
            "6(1)(a)": "le consentement", "6(1)(b)": "un contrat", "6(1)(c)": "une obligation légale",
            "6(1)(d)": "un intérêt vital", "6(1)(e)": "une mission d'intérêt public",
            "6(1)(f)": "un intérêt légitime", "9(2)(a)": "le consentement explicite",
        ]
        return names[article].map { "\($0) (\(reference(article)))" } ?? "l'\(reference(article))"
    }

    func condition(_ condition: RetentionRule.Condition, event: String?) -> String {
        switch condition {
        case .before(let id, let limit):
            "Si ce moment est antérieur au \(day(limit.description))\u{A0}: \(event ?? spaced(id))"
        case .onOrAfter(let id, let limit):
            "Si ce moment est le \(day(limit.description)) ou plus tard\u{A0}: \(event ?? spaced(id))"
        case .chosen(let choice): "Seulement avec ce choix\u{A0}: \(spaced(choice))"
        }
    }

    var generalRetentionHeading: String { "Combien de temps nous conservons les données en général" }
    var generalRetentionIntroduction: String {
        "Ces règles valent pour tout, en plus de ce qui est indiqué plus haut pour un type de données."
    }
    var backupsNote: String {
        "Les copies de sauvegarde contiennent les mêmes données une fois de plus\u{A0}; elles n'ont pas été consultées "
            + "séparément et ne sont pas jointes."
    }
}
