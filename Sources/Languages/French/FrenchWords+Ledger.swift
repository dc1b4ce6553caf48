import ExporterKit
import Cases
import Groundwork

extension FrenchWords {
    func nothingHeldHeading(_ categories: Int) -> String {
        "Ce pour quoi nous ne conservons rien à votre sujet (\(plural(categories, "catégorie", "catégories")))"
    }
    var nothingHeldIntroduction: String {
        "Ce sont des types de données que nous traitons au sujet de personnes. Nous n'en avons pas à votre sujet, ou "
            + "nous n'y avons pas cherché. Ouvrez un type de données pour voir à quoi il sert, combien de temps il "
            + "est conservé et par qui."
    }
    var notSearchedShort: String { "non consulté" }
    var nothingFoundShort: String { "consulté, rien trouvé" }
    var notSearched: String { "Non consulté\u{A0}: aucun de nos systèmes n'est relié à la recherche pour ces données." }
    var searchHeading: String { "Où nous avons cherché, et avec quel résultat" }
    var searchIntroduction: String {
        "Chaque source figure ici, y compris celles où nous n'avons rien trouvé et celles qui n'ont pas été consultées."
    }
    var systemColumn: String { "Système" }
    var collectionColumn: String { "Partie" }
    var categoryColumn: String { "Catégorie" }
    var outcomeColumn: String { "Résultat" }
    var byHand: String { "Par nos collaborateurs" }
    func outcome(_ outcome: Outcome, records: Int) -> String {
        switch outcome {
        case .records: "\(count(records: records)) dans cet envoi."
        case .nothingHeld: "Consulté\u{A0}; rien ne s'y trouve à votre sujet."
        case .identifierUnsupported:
            "Non consulté\u{A0}: nous ne connaissons rien de vous qui permette d'interroger cette source. Si vous connaissez "
                + "un numéro ou une adresse que vous y avez utilisés, indiquez-les-nous\u{A0}; nous chercherons de nouveau."
        case .ambiguousSubject:
            "Non inclus\u{A0}: plusieurs personnes partagent les données avec lesquelles nous avons cherché, et cette source "
                + "ne permet pas de les distinguer."
        case .pendingHuman: "Nos collaborateurs cherchent encore. Ce qu'ils trouveront suivra."
        case .withheld(let ground): "Non communiqué\u{A0}: \(self.ground(ground))"
        case .failed: "N'a pas pu être lu\u{A0}; cette partie manque. Le reste suivra."
        case .gapAccepted: "N'a pas pu être lu à temps\u{A0}; cette partie manque. Le reste suivra."
        }
    }
    func nothingFoundByHand(_ categories: Int) -> String {
        "Recherché par nos collaborateurs, rien trouvé\u{A0}: \(plural(categories, "type", "types")) de données"
    }
    func found(documents: Int) -> String { "\(count(documents: documents)) dans cet envoi." }
    private func ground(_ ground: WithholdingGround) -> String {
        switch ground {
        case .notPortable:
            "le droit à la portabilité ne s'y applique pas. Vous pouvez le demander au titre du droit d'accès."
        case .decided(let words) where isBlank(words): "c'est notre décision\u{A0}; demandez-nous-en le motif."
        case .processorFor(let customer):
            "nous le conservons pour le compte d'un client, qui en décide\u{A0}: "
                + "\(ended(customer)) Vous pouvez vous adresser à ce client."
        case .decided(let words): ended(words)
        }
    }
    func reason(_ reason: String) -> String { "Motif\u{A0}: \(ended(reason))" }
    func redaction(_ redaction: Redaction, field: String?) -> String {
        let place = field.map { " dans «\u{A0}\($0)\u{A0}»" } ?? ""
        let values = plural(redaction.count, "valeur", "valeurs")
        let replaced = plural(redaction.count, "valeur remplacée", "valeurs remplacées")
        let omitted = isOne(redaction) ? "omise" : "omises"
        return switch redaction.ground {
        case .otherPerson where field == nil:
            plural(redaction.count, "enregistrement omis", "enregistrements omis")
                + "\u{A0}: plusieurs personnes utilisent cette adresse, et il n'est pas possible de dire à qui il revient "
                + "(article 15, paragraphe 4)."
        case .otherPerson:
            "\(replaced) par un pseudonyme\(place), pour protéger la vie privée d'autrui (article 15, paragraphe 4)."
        case .staff: "\(replaced) par un pseudonyme\(place)\u{A0}: un membre de notre personnel."
        case .secret:
            "\(values) \(omitted)\(place)\u{A0}: un mot de passe, un code ou une clé. Nous détenons bien cette information, mais, "
                + "pour votre sécurité, nous ne la communiquons pas."
        case .notPortable: "\(values) \(omitted)\(place)\u{A0}: \(ground(.notPortable))"
        case .operatorDecision: "\(values) \(omitted)\(place) par nos soins."
        case .redactedVersion: "\(plural(redaction.count, "document", "documents"))\(place) remis en version expurgée."
        }
    }
    private func isOne(_ redaction: Redaction) -> Bool { language.vocabulary.isSingular(redaction.count) }
    var nothingWithheld: String { "Rien n'a été retenu ni remplacé." }
}
