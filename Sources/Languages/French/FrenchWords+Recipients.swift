import ExporterKit
import Policy

extension FrenchWords {
    var noRecipients: String { "Personne en dehors de notre organisation." }
    func ownTools(_ names: String) -> String {
        "Nous utilisons pour cela des programmes que nous exploitons nous-mêmes\u{A0}: \(names). Leurs éditeurs ne reçoivent "
            + "aucune donnée."
    }
    func role(_ role: Processor.Role) -> String {
        switch role {
        case .processor: "travaille pour notre compte (sous-traitant)"
        case .subprocessor: "travaille pour l'un de nos sous-traitants (sous-traitant ultérieur)"
        case .recipient: "reçoit des données de notre part (destinataire)"
        case .authority: "autorité publique"
        case .source: "nous fournit des données (source)"
        case .ownController: "décide lui-même de l'usage des données (responsable du traitement)"
        case .intraGroup: "fait partie de notre groupe"
        case .selfHostedSoftware: "exploité par nous-mêmes\u{A0}; son éditeur ne reçoit aucune donnée"
        case .jointOrCoOrganiser: "organise et décide avec nous"
        case .unclear: "notre politique ne dit pas dans quel rôle"
        }
    }
    func heading(_ group: RecipientGroup) -> String {
        switch group {
        case .processors: "Qui travaille pour notre compte"
        case .group: "Sociétés de notre groupe"
        case .joint: "Qui organise et décide avec nous"
        case .controllers: "Qui décide lui-même de l'usage des données"
        case .recipients: "Autres destinataires"
        case .authorities: "Autorités publiques"
        case .unclear: "Destinataires dont notre politique ne précise pas le rôle"
        case .sources: "Qui nous fournit seulement des données"
        case .ownTools: "Programmes que nous exploitons nous-mêmes"
        }
    }
    func explanation(_ group: RecipientGroup) -> String? {
        switch group {
        case .processors:
            "Ces sous-traitants ne peuvent utiliser les données que sur nos instructions (article 28 du RGPD)."
        case .controllers: "Ils répondent eux-mêmes de ce qu'ils font. Vos droits valent aussi à leur égard."
        case .sources: "Ils ne reçoivent pas de données de notre part\u{A0}; ce sont eux qui nous en fournissent."
        case .ownTools: "Ce ne sont pas des destinataires\u{A0}: rien n'est transmis à leurs éditeurs."
        case .group, .joint, .recipients, .authorities, .unclear: nil
        }
    }
    var unnamedRecipient: String { "Un destinataire que notre registre des activités de traitement ne décrit pas" }
    func unnamed(_ count: Int, contact: String) -> String {
        "Pour \(count == 1 ? "un destinataire" : "\(number(count)) destinataires"), notre politique de confidentialité "
            + "n'indique que la catégorie. Vous avez le droit de connaître le nom et pouvez le demander\u{A0}: \(contact)."
    }
    var nameOnRequest: String { "nom sur demande" }
    var recipientsHeading: String { "Tous ceux qui reçoivent, traitent ou fournissent des données" }
    func recipientsIntroduction(_ count: Int) -> String {
        "Voici toutes les mentions de notre registre (\(number(count))), y compris celles qui n'ont rien à voir avec vos "
            + "données. Ce qui vous concerne figure plus haut, avec chaque type de données."
    }
    var recipientColumns: [String] { ["Qui", "Pour quoi", "Où", "Accords et durée"] }
    var notStated: String { "non précisé" }
    func receives(_ data: String) -> String { "Reçoit\u{A0}: \(data)." }
    func onBasis(_ articles: String) -> String { "Sur le fondement de\u{A0}: \(articles)." }
    func onlyIf(_ condition: String) -> String { "Condition\u{A0}: \(ended(condition))" }
    func forCategories(_ titles: String) -> String { "Pour\u{A0}: \(titles)." }
    func agreement(_ isThere: Bool) -> String {
        isThere ? "Contrat de sous-traitance conclu." : "Pas de contrat de sous-traitance."
    }
    func confidentiality(_ words: String) -> String { "Confidentialité\u{A0}: \(ended(words))" }
    func ownPurposes(_ purposes: Processor.OwnPurposes, language: String) -> String {
        switch purposes {
        case .none: "N'utilise pas les données pour ses propres finalités."
        case .some: "Utilise aussi les données pour ses propres finalités."
        case .described(let words): "Finalités propres\u{A0}: \(ended(words.text(in: language)))"
        }
    }
    func itsRetention(_ sentence: String) -> String { "Durée de conservation\u{A0}: \(sentence)" }

    var noTransfers: String { "D'après nos registres, ces données restent dans l'Espace économique européen." }
    var allRecipients: String { "Tous les destinataires ci-dessus" }
    var staysInArea: String { "D'après notre politique, rien ne quitte ici l'Espace économique européen." }
    func transfer(to country: String?, isCertain: Bool) -> String {
        guard let country else {
            return isCertain
                ? "Transfert vers un pays tiers que notre politique ne nomme pas."
                : "Transfert possible vers un pays tiers que notre politique ne nomme pas."
        }
        return isCertain ? "Transfert vers\u{A0}: \(country)." : "Transfert possible vers\u{A0}: \(country)."
    }
    func safeguards(_ names: [String]) -> String {
        "\(names.count == 1 ? "Garantie" : "Garanties")\u{A0}: \(ended(names.joined(separator: "\u{A0}; ")))"
    }
    func safeguard(_ kind: Safeguard.Kind, name: String) -> String {
        switch kind {
        case .standardClauses: "clauses contractuelles types de la Commission européenne (CCT)"
        case .bindingRules: "règles d'entreprise contraignantes (BCR)"
        case .adequacy: "une décision d'adéquation de la Commission européenne"
        case .consent: "votre consentement au transfert"
        case .processingAgreement: "un contrat de sous-traitance (DPA)"
        case .chapterFive: "les règles sur les transferts des articles 44 et suivants du RGPD"
        case .otherwisePermitted: "ce que la loi permet par ailleurs"
        case .privacyShield: "\(name) (n'est plus valable)"
        }
    }
    var outdatedSafeguard: String {
        "Le bouclier de protection des données (Privacy Shield) ne vaut plus comme garantie depuis 2020."
    }
    func noSafeguard(afterOutdated: Bool) -> String {
        "Notre registre n'indique aucune \(afterOutdated ? "autre " : "")garantie\u{A0}; vous pouvez nous la demander."
    }
    func somewhere(_ country: String) -> String {
        "\(ended(capitalised(country))) Notre registre ne mentionne aucun transfert vers un pays tiers."
    }
    func unknownPlace(_ names: String, contact: String) -> String {
        "\(names)\u{A0}: notre registre ne dit pas si des données quittent l'EEE. Vous pouvez nous le demander\u{A0}: \(contact)."
    }
    func transferConditions(_ conditions: String) -> String {
        "Des données ne quittent l'Espace économique européen que dans ces cas\u{A0}: \(conditions)."
    }
    func transferCondition(_ condition: String) -> String {
        switch condition {
        case "legally_required": "lorsque la loi l'exige"
        case "consent": "avec votre consentement"
        case "contract_performance": "lorsqu'un contrat le rend nécessaire"
        default: spaced(condition)
        }
    }
}
