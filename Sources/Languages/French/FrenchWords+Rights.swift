import Policy

extension FrenchWords {
    var rightsHeading: String { "Vos droits" }
    func rightsIntroduction(contact: String, period: String) -> String {
        "Leur exercice est gratuit. Il ne faut ni formulaire ni motif. Dites-nous simplement ce que vous "
            + "souhaitez\u{A0}: \(contact). Nous répondons \(period)."
    }
    func answerTime(pace: DeadlinePolicy.Pace?, period: String?) -> String {
        let limit =
            period.map { "dans un délai de \($0), et en aucun cas au-delà d'un mois" } ?? "dans un délai d'un mois"
        return switch pace {
        case .asSoonAsPossible: "le plus tôt possible et \(limit)"
        case .immediately, .immediatelyWithoutUndueDelay, .immediateStop: "immédiatement et en tout cas \(limit)"
        case .withoutUndueDelay: "dans les meilleurs délais et \(limit)"
        case nil: limit
        }
    }
    func policySource(_ policy: String) -> String {
        "Par «\u{A0}notre politique\u{A0}», nous entendons ici\u{A0}: \(policy)."
    }

    func meaning(of right: Right) -> RightWords {
        let (name, meaning) = self.words(for: right)
        return RightWords(name: name, meaning: meaning)
    }

    private func words(for right: Right) -> (String, String) {
        switch right {
        case .access:
            (
                "Accès",
                "Savoir ce que nous conservons à votre sujet et en recevoir une copie. Vous pouvez le redemander."
            )
        case .information: ("Information", "Apprendre ce que nous traitons et pourquoi, même sans copie.")
        case .rectification: ("Rectification", "Faire corriger ce qui est inexact et compléter ce qui est incomplet.")
        case .erasure:
            (
                "Effacement",
                "Faire effacer les données dont nous n'avons plus besoin ou que nous ne pouvons plus garder."
            )
        case .restriction:
            ("Limitation", "Nous faire conserver les données sans les utiliser, par exemple le temps d'un litige.")
        case .portability:
            ("Portabilité", "Emporter ce que vous nous avez fourni, ou nous le faire envoyer à un autre organisme.")
        case .objection:
            (
                "Opposition",
                "Vous opposer à un traitement fondé sur un intérêt légitime ou sur une mission d'intérêt public."
            )
        case .objectionDirectMarketing:
            ("Opposition à la prospection", "Aucun motif n'est nécessaire\u{A0}: nous cessons aussitôt la prospection.")
        case .withdrawConsent:
            (
                "Retrait du consentement",
                "Retirer un consentement à tout moment. Ce qui a été fait auparavant reste licite."
            )
        case .noAutomatedDecision:
            (
                "Une décision humaine",
                "Ne pas être soumis à une décision prise par une machine seule qui vous affecte de façon significative."
            )
        case .transferMechanismInformation:
            (
                "Protection des transferts",
                "Savoir quelle garantie s'applique lorsque des données quittent l'Espace économique européen."
            )
        case .changeContactPreferences:
            ("Préférences de contact", "Changer si et comment nous prenons contact avec vous.")
        case .stopSharing: ("Fin du partage", "Nous faire cesser de partager des données avec d'autres.")
        case .updateData: ("Mise à jour", "Faire mettre à jour des données qui ont changé.")
        case .complaint: ("Réclamation", "Introduire une réclamation auprès d'une autorité de contrôle.")
        }
    }

    func givenByLaw(controller: String, reference: String) -> String {
        "La politique du responsable (\(controller)) ne mentionne pas ce droit\u{A0}; la loi vous le donne (\(reference))."
    }
    func partlyStated(_ stated: RightPromise.Stated, reference: String) -> String {
        stated == .implied
            ? "Notre politique ne mentionne pas ce droit expressément\u{A0}; la loi vous le donne (\(reference))."
            : "Notre politique ne mentionne ce droit qu'en partie\u{A0}; la loi vous le donne en entier (\(reference))."
    }
    package func scope(_ words: String) -> String { "D'après notre politique\u{A0}: \(ended(words))" }
    var usingItEndsNothing: String { "L'exercice de ce droit ne met en lui-même fin à rien." }
    func selfService(_ words: String) -> String { "Vous pouvez le faire vous-même\u{A0}: \(ended(words))" }
    func until(_ words: String) -> String { "Cela dure jusqu'à ce moment\u{A0}: \(ended(words))" }
    var allDataPorted: String {
        "Notre politique promet toutes les données, même celles que l'article 20 ne couvre pas."
    }
    var portedToOrganisation: String { "Vous pouvez nommer un organisme auquel nous les envoyons directement." }
    func whenUpheld(_ consequences: [String]) -> String? {
        let known = consequences.compactMap { consequence -> String? in
            switch consequence {
            case "send_copy_of_data": "vous recevez une copie des données"
            case "stop_permanently": "nous cessons définitivement le traitement"
            default: nil
            }
        }
        return known.isEmpty ? nil : "Si l'opposition est accueillie, \(enumeration(known, and))."
    }
    var confirmedToKnownEmail: String { "Nous le confirmons à l'adresse électronique que nous connaissons de vous." }
    func pace(_ pace: DeadlinePolicy.Pace) -> String {
        switch pace {
        case .immediateStop: "Nous cessons aussitôt, en attendant la décision."
        case .immediately, .immediatelyWithoutUndueDelay: "Notre politique le promet immédiatement."
        case .asSoonAsPossible: "Notre politique le promet le plus tôt possible."
        case .withoutUndueDelay: "Notre politique le promet dans les meilleurs délais."
        }
    }
    func promisedPeriod(_ period: String) -> String { "Notre politique promet une réponse dans un délai de \(period)." }
    func alsoThrough(_ ways: String) -> String { "Également possible par\u{A0}: \(ways)." }

    var complaintHeading: String { "Pas satisfait\u{A0}?" }
    func complaint(authority: String?) -> String {
        authority.map {
            "Vous pouvez introduire une réclamation auprès de l'autorité de contrôle (article 77 du RGPD)\u{A0}: \($0)."
        }
            ?? "Vous pouvez introduire une réclamation auprès de l'autorité de contrôle du pays où vous habitez ou "
            + "travaillez (article 77 du RGPD). \(listOfAuthorities)"
    }
    func formerAuthority(_ name: String) -> String {
        "Notre politique de confidentialité nomme «\u{A0}\(name)\u{A0}». Aucune autorité ne porte plus ce nom\u{A0}; votre réclamation "
            + "relève de celle qui existe aujourd'hui."
    }
    func unnamedAuthority(_ countries: String) -> String {
        "Notre politique de confidentialité renvoie, sans la nommer, à l'autorité de contrôle de ce pays\u{A0}: \(countries)."
    }
    var listOfAuthorities: String { "La liste des autorités se trouve sur edpb.europa.eu." }
    func complaintsFirst(_ place: String) -> String {
        "Vous pouvez aussi nous soumettre d'abord une plainte\u{A0}: \(place). Ce n'est pas une obligation."
    }
    var courtNote: String { "Vous pouvez aussi saisir un tribunal (article 79 du RGPD)." }
}
