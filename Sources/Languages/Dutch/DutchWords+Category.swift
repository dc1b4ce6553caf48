import ExporterKit
import Groundwork
import Policy

extension DutchWords {
    var categoriesHeading: String { "Wat wij van \(say("u", "jou")) bewaren" }
    func count(records: Int) -> String { plural(records, "registratie", "registraties") }
    func count(documents: Int) -> String { plural(documents, "document", "documenten") }
    var fields: String { "Waaruit het kan bestaan" }
    var purposes: String { "Waarvoor" }
    var legalBasis: String { "Op welke grondslag" }
    var retention: String { "Hoe lang" }
    var origin: String { "Waar het vandaan komt" }
    var recipients: String { "Wie het krijgt of verwerkt" }
    var transfers: String { "Buiten de Europese Economische Ruimte" }
    var automatedDecisions: String { "Geautomatiseerde besluiten" }
    var portabilityLabel: String { "Overdraagbaarheid" }
    var withheldLabel: String { "Wat hier niet staat, en waarom" }
    package var remarks: String { "Goed om te weten" }
    var noAutomatedDecisions: String {
        "Met deze gegevens nemen wij geen besluiten over \(say("u", "jou")) zonder tussenkomst van een mens."
    }
    func notRecorded(contact: String) -> String {
        "Dit staat niet in ons verwerkingsregister. \(say("U kunt", "Je kunt")) het ons vragen: \(contact)."
    }
    func portable(_ isPortable: Bool) -> String {
        isPortable
            ? "\(say("U hebt", "Je hebt")) het recht deze gegevens mee te nemen naar een andere organisatie (artikel 20)."
            : "Het recht op overdraagbaarheid (artikel 20) geldt hier niet."
    }
    var portableByPromise: String {
        "Artikel 20 omvat deze gegevens niet, maar ons beleid belooft alle gegevens: \(say("u mag", "je mag")) ze "
            + "meenemen naar een andere organisatie."
    }
    var copyIsHere: String { "Een kopie \(say("hebt u", "heb je")) hier wel." }
    var notInPackage: String { "niet in dit pakket" }
    func origin(_ origin: CollectionDescription.Origin) -> String {
        switch origin {
        case .provided: say("U hebt ze ons gegeven.", "Je hebt ze ons gegeven.")
        case .observed: "Ze zijn ontstaan bij het gebruik van onze diensten."
        case .derived: "Wij hebben ze zelf vastgelegd, of afgeleid uit andere gegevens van \(say("u", "jou"))."
        case .thirdParty: "Iemand anders heeft ze ons gegeven."
        }
    }
    func given(by source: String) -> String { "Iemand anders heeft ze ons gegeven: \(source)" }
    var unknownThirdParty: String { "Wie dat was, staat niet in onze administratie." }
    var noOtherSource: String { "Ons verwerkingsregister noemt geen andere bron dan \(say("uzelf", "jezelf"))." }
    func supplied(by names: String) -> String { "Gegevens hierover krijgen wij van: \(names)." }
    func legalBasis(_ article: String) -> String? {
        switch article {
        case "6(1)(a)": "\(your) toestemming, die \(you) altijd kunt intrekken"
        case "6(1)(b)": "een overeenkomst met \(say("u", "jou")), of stappen waar \(you) vooraf om vroeg"
        case "6(1)(c)": "een wettelijke verplichting die wij hebben"
        case "6(1)(d)": "iemands vitale belang"
        case "6(1)(e)": "een taak van algemeen belang"
        case "6(1)(f)":
            "ons gerechtvaardigd belang of dat van een ander, waartegen \(you) bezwaar kunt maken"
        case "7(1)": "onze plicht om \(your) toestemming te kunnen aantonen"
        case "9(2)(a)": "\(your) uitdrukkelijke toestemming voor bijzondere gegevens"
        case "9(2)(b)": "arbeidsrecht en sociale zekerheid"
        case "9(2)(c)": "vitale belangen, toen toestemming niet kon"
        case "9(2)(d)": "lidmaatschap van een instelling zonder winstoogmerk"
        case "9(2)(e)": say("u hebt de gegevens zelf openbaar gemaakt", "je hebt de gegevens zelf openbaar gemaakt")
        case "9(2)(f)": "een rechtsvordering"
        case "9(2)(g)": "een zwaarwegend algemeen belang"
        case "9(2)(h)": "zorg of arbeidsgeneeskunde"
        case "9(2)(i)": "volksgezondheid"
        case "9(2)(j)": "archivering, onderzoek of statistiek"
        default: nil
        }
    }
    func reference(_ article: String) -> String {
        let parts = article.split { $0 == "(" || $0 == ")" }
        let names = ["artikel", "lid", "onder"]
        guard parts.count <= names.count else { return "artikel \(article) AVG" }
        let cited = zip(names, parts).map { "\($0) \($1)" }.joined(separator: ", ")
        return cited + (parts.count > 1 ? ", AVG" : " AVG")
    }
    var basisIsOurReading: String {
        "Ons privacybeleid noemt de grondslag voor deze gegevens niet apart; dit is hoe wij het lezen."
    }
    func processedFor(_ customer: String) -> String {
        "Wij verwerken deze gegevens in opdracht van een klant, die erover beslist: \(ended(customer)) Daarom staan ze "
            + "niet in dit pakket. Voor dit deel \(canYou) bij die klant terecht."
    }

    func shown(_ shown: Int, of all: Int) -> String {
        shown == all ? count(records: all) : "De eerste \(number(shown)) van \(count(records: all))"
    }
    func shown(_ shown: Int, ofDocuments all: Int) -> String {
        let shown = shown == 0 ? "" : "De eerste \(number(shown)) van "
        return "\(shown)\(count(documents: all)). Ze staan allemaal in de map files."
    }
    var allIn: String { "Ze staan allemaal in" }
    func more(records: Int) -> String { "Nog \(count(records: records))" }
    func more(documents: Int) -> String { "Nog \(count(documents: documents))" }
    func inFiles(_ meaning: String) -> String { "(in de bestanden: \(meaning))" }
    func localTimes(_ place: String) -> String {
        "Tijden staan hier zoals de klok in \(place) ze aanwees, en in de bestanden zoals de systemen ze bewaren."
    }
    func complete(_ name: String) -> String { "Volledig in \(name)." }
    var dataLink: String { "Alles, precies zoals bewaard" }
    var csvLink: String { "Dezelfde gegevens voor een rekenprogramma" }
    var documentsHeading: String { "Documenten" }
    var redactedVersion: String { "Een bewerkte versie: een deel is onleesbaar gemaakt." }
    var fileColumn: String { "Bestand" }
    var originalName: String { "Oorspronkelijke naam" }
    var kindOfFile: String { "Soort" }
    var sizeColumn: String { "Grootte" }
    var addedByHand: String { "Gevonden door onze medewerkers, buiten de doorzochte systemen." }
    var emptyCell: String { "leeg" }
    func tableOf(_ title: String) -> String { "Gegevens: \(title)" }
}
