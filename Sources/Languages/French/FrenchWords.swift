import ExporterKit
import Policy

/// The overview in French, to a reader who is `vous`.
struct FrenchWords: OverviewWords {
    let language = Language.fr
    let colon = "\u{A0}: "
    let semicolon = "\u{A0}; "

    let pageTitle = "Vos données personnelles"
    let skipToContent = "Aller au contenu"
    let contents = "Sur cette page"

    func confirmation(controller: String, records: Int, documents: Int, categories: Int, systems: Int) -> String {
        let parts = [records > 0 ? count(records: records) : nil, documents > 0 ? count(documents: documents) : nil]
        let sources = systems == 0 ? "" : ", provenant de \(plural(systems, "système", "systèmes"))"
        return "Oui, \(controller) traite des données personnelles vous concernant\u{A0}: "
            + "\(parts.compactMap(\.self).joined(separator: " et ")) "
            + "dans \(plural(categories, "catégorie", "catégories"))\(sources)."
    }
    func nothingHeldConfirmation(controller: String) -> String {
        "Nous avons cherché et, dans ce que couvre cette réponse, nous n'avons trouvé aucune donnée personnelle vous "
            + "concernant. \(controller) conserve toutefois votre demande et notre réponse."
    }
    func nothingGivenConfirmation(controller: String) -> String {
        "Cette réponse ne contient aucune donnée vous concernant. Cela ne signifie pas qu'il n'y en a pas\u{A0}: ce qui a été "
            + "omis ou n'a pas pu être consulté figure ci-dessous, avec le motif. \(controller) conserve votre demande et "
            + "notre réponse."
    }
    func purposeOfPage(_ right: Right) -> String {
        switch right {
        case .portability:
            "Cette page indique quelles données vous pouvez emporter vers un autre service. Les données elles-mêmes se "
                + "trouvent dans les fichiers joints, sous une forme lisible par un ordinateur."
        default:
            "Cette page indique ce que nous conservons à votre sujet, pourquoi, pendant combien de temps et qui d'autre "
                + "le reçoit. Les données elles-mêmes se trouvent dans les fichiers joints."
        }
    }
    let supplementNote =
        "Cette réponse complète une réponse antérieure à la même demande. La réponse antérieure reste valable."
    func incompleteNote(_ sources: Int) -> String {
        "Cette réponse n'est pas encore complète\u{A0}: \(plural(sources, "élément manque", "éléments manquent")). Vous "
            + "trouverez ci-dessous ce qui manque, et pourquoi."
    }
    let requestNumber = "Numéro de la demande"
    let rightLabel = "Droit exercé"
    func right(_ right: Right) -> String {
        switch right {
        case .portability: "Portabilité (article 20 du RGPD)"
        default: "Accès (article 15 du RGPD)"
        }
    }
    let controllerLabel = "Responsable du traitement"
    let contactLabel = "Nous joindre"
    let receivedOn = "Demande reçue le"
    let collectedAt = "Données rassemblées le"
    let systemsSearched = "Systèmes consultés"
    let systemsNotSearched = "Systèmes non consultés"
    let none = "Aucun"
    let partly = "en partie"
    let requestItself = "Votre demande elle-même et nos lettres sont également conservées."
    let contactForMore = "notre contact pour la protection des données"
    let footer = "Cette page fonctionne sans internet et n'envoie rien à personne."

    func truth(_ value: Bool) -> String { value ? "oui" : "non" }
}
