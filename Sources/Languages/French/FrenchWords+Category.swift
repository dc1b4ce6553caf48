import ExporterKit
import Groundwork
import Policy

extension FrenchWords {
    var categoriesHeading: String { "Ce que nous conservons à votre sujet" }
    func count(records: Int) -> String { plural(records, "enregistrement", "enregistrements") }
    func count(documents: Int) -> String { plural(documents, "document", "documents") }
    var fields: String { "Ce qui peut s'y trouver" }
    var purposes: String { "Finalités" }
    var legalBasis: String { "Base juridique" }
    var retention: String { "Durée de conservation" }
    var origin: String { "D'où viennent ces données" }
    var recipients: String { "Qui les reçoit ou les traite" }
    var transfers: String { "Hors de l'Espace économique européen" }
    var automatedDecisions: String { "Décisions automatisées" }
    var portabilityLabel: String { "Portabilité" }
    var withheldLabel: String { "Ce qui ne figure pas ici, et pourquoi" }
    package var remarks: String { "Bon à savoir" }
    var noAutomatedDecisions: String {
        "Nous ne prenons à partir de ces données aucune décision à votre sujet sans intervention humaine."
    }
    func notRecorded(contact: String) -> String {
        "Notre registre des activités de traitement ne le précise pas. Vous pouvez nous le demander\u{A0}: \(contact)."
    }
    func portable(_ isPortable: Bool) -> String {
        isPortable
            ? "Vous avez le droit d'emporter ces données vers un autre organisme (article 20)."
            : "Le droit à la portabilité (article 20) ne s'applique pas à ces données."
    }
    var portableByPromise: String {
        "L'article 20 ne couvre pas ces données, mais notre politique promet toutes les données\u{A0}: vous pouvez les "
            + "emporter vers un autre organisme."
    }
    var copyIsHere: String { "Vous en recevez toutefois une copie ici." }
    var notInPackage: String { "absent de cet envoi" }
    func origin(_ origin: CollectionDescription.Origin) -> String {
        switch origin {
        case .provided: "Vous nous les avez fournies."
        case .observed: "Elles sont issues de votre utilisation de nos services."
        case .derived:
            "Nous les avons consignées nous-mêmes, ou déduites d'autres données vous concernant."
        case .thirdParty: "Quelqu'un d'autre nous les a fournies."
        }
    }
    func given(by source: String) -> String { "Quelqu'un d'autre nous les a fournies\u{A0}: \(source)" }
    var unknownThirdParty: String { "Nos registres ne disent pas qui." }
    var noOtherSource: String {
        "Notre registre des activités de traitement n'indique pas d'autre source que vous-même."
    }
    func supplied(by names: String) -> String { "Des données à ce sujet nous viennent de\u{A0}: \(names)." }
    func legalBasis(_ article: String) -> String? {
        switch article {
        case "6(1)(a)": "votre consentement, que vous pouvez retirer à tout moment"
        case "6(1)(b)": "un contrat avec vous, ou des mesures précontractuelles prises à votre demande"
        case "6(1)(c)": "une obligation légale à laquelle nous sommes soumis"
        case "6(1)(d)": "les intérêts vitaux d'une personne"
        case "6(1)(e)": "une mission d'intérêt public"
        case "6(1)(f)": "notre intérêt légitime ou celui d'un tiers, auquel vous pouvez vous opposer"
        case "7(1)": "notre obligation de pouvoir démontrer votre consentement"
        case "9(2)(a)": "votre consentement explicite pour des catégories particulières de données"
        case "9(2)(b)": "le droit du travail et de la sécurité sociale"
        case "9(2)(c)": "des intérêts vitaux, lorsque vous ne pouviez pas consentir"
        case "9(2)(d)": "l'appartenance à un organisme à but non lucratif"
        case "9(2)(e)": "vous avez vous-même rendu ces données publiques"
        case "9(2)(f)": "des droits à faire valoir ou à défendre en justice"
        case "9(2)(g)": "un motif d'intérêt public important"
        case "9(2)(h)": "les soins de santé ou la médecine du travail"
        case "9(2)(i)": "la santé publique"
        case "9(2)(j)": "l'archivage, la recherche ou la statistique"
        default: nil
        }
    }
    var basisIsOurReading: String {
        "Notre politique de confidentialité n'indique pas séparément la base juridique pour ces données\u{A0}; telle est "
            + "notre lecture."
    }
    func processedFor(_ customer: String) -> String {
        "Nous traitons ces données pour le compte d'un client, qui en décide\u{A0}: \(ended(customer)) C'est pourquoi elles "
            + "ne figurent pas dans cet envoi. Pour cette partie, vous pouvez vous adresser à ce client."
    }

    func shown(_ shown: Int, of all: Int) -> String {
        shown == all ? count(records: all) : "Les \(number(shown)) premiers de \(count(records: all))"
    }
    func shown(_ shown: Int, ofDocuments all: Int) -> String {
        let shown = shown == 0 ? "" : "Les \(number(shown)) premiers de "
        return "\(shown)\(count(documents: all)). Ils se trouvent tous dans le dossier files."
    }
    var allIn: String { "Ils se trouvent tous dans" }
    func more(records: Int) -> String { plural(records, "autre enregistrement", "autres enregistrements") }
    func more(documents: Int) -> String { plural(documents, "autre document", "autres documents") }
    func inFiles(_ meaning: String) -> String { "(dans les fichiers\u{A0}: \(meaning))" }
    func localTimes(_ place: String) -> String {
        "Les heures sont indiquées ici telles que les montrait l'horloge à \(place), et dans les fichiers telles que "
            + "les systèmes les conservent."
    }
    func complete(_ name: String) -> String { "En entier dans \(name)." }
    var dataLink: String { "Le tout, exactement tel que conservé" }
    var csvLink: String { "Les mêmes données pour un tableur" }
    var documentsHeading: String { "Documents joints" }
    var redactedVersion: String { "Une version expurgée\u{A0}: une partie en a été rendue illisible." }
    var fileColumn: String { "Fichier" }
    var originalName: String { "Nom d'origine" }
    var kindOfFile: String { "Nature" }
    var sizeColumn: String { "Taille" }
    var addedByHand: String { "Trouvé par nos collaborateurs, en dehors des systèmes consultés." }
    var emptyCell: String { "vide" }
    func tableOf(_ title: String) -> String { "Enregistrements\u{A0}: \(title)" }
}
