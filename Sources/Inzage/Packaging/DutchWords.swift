import ExporterKit

/// The overview in Dutch, to a reader who is `u` or `je`.
struct DutchWords: OverviewWords {
    let form: FormOfAddress
    let language = Language.nl

    private func say(_ formal: String, _ familiar: String) -> String { form == .u ? formal : familiar }
    private var your: String { say("uw", "je") }
    private var you: String { say("u", "je") }

    var pageTitle: String { say("Uw persoonsgegevens", "Je persoonsgegevens") }
    let skipToContent = "Naar de inhoud"
    let contents = "Op deze pagina"

    func confirmation(controller: String, records: Int, documents: Int, categories: Int, systems: Int) -> String {
        let parts = [records > 0 ? count(records: records) : nil, documents > 0 ? count(documents: documents) : nil]
        let sources = systems == 0 ? "" : ", uit \(plural(systems, "systeem", "systemen"))"
        return "Ja, \(controller) verwerkt persoonsgegevens van \(say("u", "jou")): "
            + "\(parts.compactMap(\.self).joined(separator: " en ")) "
            + "in \(plural(categories, "categorie", "categorieën"))\(sources)."
    }
    func nothingHeldConfirmation(controller: String) -> String {
        "Wij hebben gezocht en in wat dit antwoord omvat geen persoonsgegevens van \(say("u", "jou")) gevonden. "
            + "\(controller) bewaart wel dit verzoek en ons antwoord daarop."
    }
    func purposeOfPage(_ right: Right) -> String {
        switch right {
        case .portability:
            "Hier staat welke gegevens \(you) kunt meenemen naar een andere dienst. De gegevens zelf "
                + "staan in de bestanden die erbij zitten, in een vorm die computers kunnen lezen."
        default:
            "Hier staat wat wij van \(say("u", "jou")) bewaren, waarom, hoe lang en wie het nog meer krijgt. De gegevens "
                + "zelf staan in de bestanden die erbij zitten."
        }
    }
    let supplementNote =
        "Dit is een aanvulling op een eerder antwoord op hetzelfde verzoek. Dat antwoord blijft gelden."
    func incompleteNote(_ sources: Int) -> String {
        "Dit antwoord is nog niet volledig: \(plural(sources, "onderdeel ontbreekt", "onderdelen ontbreken")). Hieronder staat welke en waarom."
    }
    let requestNumber = "Nummer van het verzoek"
    let rightLabel = "Recht"
    func right(_ right: Right) -> String {
        switch right {
        case .portability: "Overdraagbaarheid (artikel 20 AVG)"
        default: "Inzage (artikel 15 AVG)"
        }
    }
    let controllerLabel = "Wie antwoordt"
    let contactLabel = "Contact"
    let receivedOn = "Verzoek ontvangen"
    let collectedAt = "Gegevens verzameld"
    let systemsSearched = "Doorzochte systemen"
    let systemsNotSearched = "Niet doorzochte systemen"
    let none = "Geen"
    let partly = "gedeeltelijk"
    var requestItself: String { "Ook dit verzoek zelf en onze brieven aan \(say("u", "jou")) worden bewaard." }

    var categoriesHeading: String { "Wat wij van \(say("u", "jou")) bewaren" }
    func count(records: Int) -> String { plural(records, "registratie", "registraties") }
    func count(documents: Int) -> String { plural(documents, "document", "documenten") }
    let whatIsHeld = "Wat wij bewaren"
    let purposes = "Waarvoor"
    let legalBasis = "Op welke grondslag"
    let retention = "Hoe lang"
    let origin = "Waar het vandaan komt"
    let recipients = "Wie het krijgt of verwerkt"
    let transfers = "Buiten de Europese Economische Ruimte"
    let automatedDecisions = "Geautomatiseerde besluiten"
    let portabilityLabel = "Overdraagbaarheid"
    let withheldLabel = "Wat hier niet staat, en waarom"
    var noAutomatedDecisions: String {
        "Met deze gegevens nemen wij geen besluiten over \(say("u", "jou")) zonder tussenkomst van een mens."
    }
    let noRecipients = "Niemand buiten onze organisatie."
    let noTransfers = "Volgens onze administratie blijven deze gegevens binnen de Europese Economische Ruimte."
    func notRecorded(contact: String) -> String {
        "Dit staat niet in ons verwerkingsregister. \(say("U kunt", "Je kunt")) het ons vragen: \(contact)."
    }
    func portable(_ isPortable: Bool) -> String {
        isPortable
            ? "\(say("U hebt", "Je hebt")) het recht deze gegevens mee te nemen naar een andere organisatie (artikel 20)."
            : "Het recht op overdraagbaarheid (artikel 20) geldt hier niet."
    }
    var copyIsHere: String { "Een kopie \(say("hebt u", "heb je")) hier wel." }
    let notInPackage = "niet in dit pakket"
    func origin(_ origin: CollectionDescription.Origin) -> String {
        switch origin {
        case .provided: say("U hebt ze ons gegeven.", "Je hebt ze ons gegeven.")
        case .observed: "Ze zijn ontstaan bij het gebruik van onze diensten."
        case .derived: "Wij hebben ze zelf vastgelegd, of afgeleid uit andere gegevens van \(say("u", "jou"))."
        case .thirdParty: "Iemand anders heeft ze ons gegeven."
        }
    }
    func given(by source: String) -> String { "Iemand anders heeft ze ons gegeven: \(source)" }
    let unknownThirdParty = "Wie dat was, staat niet in onze administratie."
    func role(_ role: Processor.Role) -> String {
        switch role {
        case .processor: "werkt in onze opdracht (verwerker)"
        case .ownController: "beslist zelf wat er met de gegevens gebeurt (verwerkingsverantwoordelijke)"
        case .intraGroup: "hoort bij ons concern"
        case .authority: "overheidsinstantie"
        case .source: "levert ons gegevens"
        default: role.rawValue
        }
    }
    let unnamedRecipient = "Een ontvanger die ons verwerkingsregister niet beschrijft"
    func transfer(to country: String, safeguard: String?) -> String {
        guard let safeguard else { return countryWithoutSafeguard(country) }
        return "Doorgifte naar: \(country). Waarborg: \(safeguard)."
    }
    func countryWithoutSafeguard(_ country: String) -> String {
        "Doorgifte naar: \(country). Ons verwerkingsregister noemt geen waarborg; \(say("u kunt", "je kunt")) ons "
            + "ernaar vragen."
    }
    let outdatedSafeguard = "Het Privacy Shield geldt sinds 16 juli 2020 niet meer als waarborg."
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
    func kept(_ kind: RetentionRule.Kind, period: String?, from: String?) -> String {
        let start = from.map { ", te rekenen vanaf \($0)" } ?? ""
        return switch (kind, period) {
        case (.max, let period?): "Ten hoogste \(period)\(start)."
        case (.usual, let period?): "Doorgaans \(period)\(start)."
        case (_, let period?): "\(capitalised(period))\(start)."
        case (.untilEvent, nil): from.map { "Tot \($0)." } ?? "Tot de gebeurtenis waarna het niet meer nodig is."
        case (.statutory, nil): "Zo lang als de wet het eist\(start)."
        case (.necessity, nil): "Zo lang als nodig voor het doel hierboven\(start)."
        default: from.map { "Bepalend is: \($0)." } ?? "Zo lang als nodig voor het doel hierboven."
        }
    }
    let contactForMore = "ons privacycontact"

    func shown(_ shown: Int, of all: Int) -> String {
        shown == all ? count(records: all) : "De eerste \(number(shown)) van \(count(records: all))"
    }
    func complete(_ name: String) -> String { "Volledig in \(name)." }
    let dataLink = "Alles, precies zoals bewaard"
    let csvLink = "Dezelfde gegevens voor een rekenprogramma"
    let documentsHeading = "Documenten"
    let fileColumn = "Bestand"
    let originalName = "Oorspronkelijke naam"
    let kindOfFile = "Soort"
    let sizeColumn = "Grootte"
    let addedByHand = "Gevonden door onze medewerkers, buiten de doorzochte systemen."
    let emptyCell = "leeg"
    func truth(_ value: Bool) -> String { value ? "ja" : "nee" }
    func tableOf(_ title: String) -> String { "Gegevens: \(title)" }

    var nothingHeldHeading: String { "Waar wij niets van \(say("u", "jou")) bewaren" }
    var nothingHeldIntroduction: String {
        "Dit zijn soorten gegevens die wij van mensen verwerken. Van \(say("u", "jou")) hebben wij er geen, of wij "
            + "hebben er niet gezocht."
    }
    let notSearched = "Niet doorzocht: hiervoor is geen systeem van ons op de zoekopdracht aangesloten."
    let searchHeading = "Wat wij hebben doorzocht en wat dat opleverde"
    let searchIntroduction =
        "Hier staat elke bron, ook een waarin wij niets vonden en een die niet is doorzocht."
    let systemColumn = "Systeem"
    let collectionColumn = "Onderdeel"
    let categoryColumn = "Categorie"
    let outcomeColumn = "Uitkomst"
    let byHand = "Door onze medewerkers"
    func outcome(_ outcome: Outcome, records: Int) -> String {
        switch outcome {
        case .records: "\(count(records: records)) in dit pakket."
        case .nothingHeld: "Doorzocht; er staat niets van \(say("u", "jou")) in."
        case .identifierUnsupported:
            "Niet doorzocht: wij weten niets van \(say("u", "jou")) waarmee deze bron te bevragen is. "
                + say(
                    "Kent u een nummer of adres dat u hier gebruikte, meldt u het ons dan; wij zoeken opnieuw.",
                    "Ken je een nummer of adres dat je hier gebruikte, meld het ons dan; wij zoeken opnieuw."
                )
        case .ambiguousSubject:
            "Niet opgenomen: meer mensen delen de gegevens waarmee wij zochten, en deze bron kan ze niet onderscheiden."
        case .pendingHuman: "Wordt nog door onze medewerkers opgezocht. Wat zij vinden, volgt."
        case .withheld(let ground): "Achtergehouden: \(self.ground(ground))"
        case .failed: "Kon niet worden gelezen; dit deel ontbreekt. De rest volgt."
        case .gapAccepted: "Kon niet op tijd worden gelezen; dit deel ontbreekt. De rest volgt."
        }
    }
    func found(documents: Int) -> String { "\(count(documents: documents)) in dit pakket." }
    private func ground(_ ground: String) -> String {
        switch ground {
        case "not-portable":
            "het recht op overdraagbaarheid geldt hier niet. Met het recht op inzage \(say("kunt u", "kun je")) het "
                + "wel opvragen."
        case "operator-decision": "ons besluit; \(say("vraagt u", "vraag")) ons naar de grond."
        case _ where ground.hasPrefix("processor for "):
            "wij bewaren het voor \(ground.dropFirst("processor for ".count)), die daarover moet antwoorden. "
                + "Wij geven \(your) verzoek door."
        default: "\(ground)."
        }
    }
    func reason(_ reason: String) -> String { "Reden: \(ended(reason))" }
    func redaction(_ redaction: Redaction, field: String?) -> String {
        let place = field.map { " in “\($0)”" } ?? ""
        let values = plural(redaction.count, "waarde", "waarden")
        return switch redaction.ground {
        case .otherPerson where field == nil:
            plural(redaction.count, "gegeven", "gegevens")
                + " weggelaten: meer mensen gebruiken het adres, en van wie het is valt niet te zeggen "
                + "(artikel 15, vierde lid)."
        case .otherPerson:
            "\(values)\(place) vervangen door een schuilnaam, vanwege de privacy van een ander (artikel 15, vierde lid)."
        case .staff: "\(values)\(place) vervangen door een schuilnaam: een medewerker van ons."
        case .secret:
            "\(values)\(place) weggelaten: een wachtwoord, code of sleutel. Wij hebben die wel, maar geven die voor "
                + "\(your) veiligheid niet."
        case .operatorDecision: "\(values)\(place) door ons weggelaten."
        }
    }
    let nothingWithheld = "Er is niets achtergehouden of vervangen."

    var rightsHeading: String { say("Uw rechten", "Je rechten") }
    func rightsIntroduction(contact: String) -> String {
        "Ze gebruiken is gratis. Een formulier of een reden is niet nodig: "
            + say("laat ons weten wat u wilt", "laat ons weten wat je wilt")
            + " via \(contact). Wij antwoorden binnen een maand."
    }
    var rights: [RightWords] {
        [
            RightWords(
                name: "Inzage",
                article: "15",
                meaning:
                    "Weten wat wij van \(say("u", "jou")) bewaren en een kopie krijgen. \(say("U mag", "Je mag")) het opnieuw vragen."
            ),
            RightWords(
                name: "Rectificatie",
                article: "16",
                meaning: "Laten verbeteren wat niet klopt en laten aanvullen wat ontbreekt."
            ),
            RightWords(
                name: "Wissing",
                article: "17",
                meaning: "Gegevens laten verwijderen die wij niet meer nodig hebben of niet meer mogen bewaren."
            ),
            RightWords(
                name: "Beperking",
                article: "18",
                meaning:
                    "Ons gegevens wel laten bewaren maar niet laten gebruiken, bijvoorbeeld zolang er een geschil is."
            ),
            RightWords(
                name: "Overdraagbaarheid",
                article: "20",
                meaning:
                    "Meenemen wat \(say("u ons gaf", "je ons gaf")), of het door ons naar een andere organisatie laten sturen."
            ),
            RightWords(
                name: "Bezwaar",
                article: "21",
                meaning:
                    "Bezwaar maken tegen gebruik dat op een gerechtvaardigd belang of een taak van algemeen belang rust. "
                    + "Met direct marketing stoppen wij meteen."
            ),
            RightWords(
                name: "Toestemming intrekken",
                article: "7(3)",
                meaning: "Een toestemming altijd weer intrekken. Wat daarvoor gebeurde, blijft rechtmatig."
            ),
            RightWords(
                name: "Een besluit door een mens",
                article: "22",
                meaning:
                    "Niet worden onderworpen aan een besluit van alleen een machine dat \(say("u", "je")) wezenlijk raakt."
            ),
        ]
    }
    let complaintHeading = "Niet tevreden?"
    func complaint(authority: String?) -> String {
        authority.map {
            "\(say("U kunt", "Je kunt")) een klacht indienen bij de toezichthouder (artikel 77 AVG): \($0)."
        }
            ?? "\(say("U kunt", "Je kunt")) een klacht indienen bij de toezichthouder van het land waar "
            + "\(say("u woont of werkt", "je woont of werkt")) (artikel 77 AVG). De lijst staat op edpb.europa.eu."
    }
    var courtNote: String { "\(say("U kunt", "Je kunt")) ook naar de rechter (artikel 79 AVG)." }
    let footer = "Deze pagina heeft geen internet nodig en stuurt niets naar iemand."

    func number(_ number: Int) -> String { grouped(number, by: ".") }
    let decimalMark = ","
    let months = [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
        "november", "december",
    ]
    func unit(_ unit: PeriodUnit, _ count: Int) -> String {
        switch unit {
        case .year: "\(number(count)) jaar"
        case .month: plural(count, "maand", "maanden")
        case .week: plural(count, "week", "weken")
        case .day: plural(count, "dag", "dagen")
        }
    }
    let and = "en"
    func country(_ code: String) -> String { Countries.name(code, in: .nl) }

    private func plural(_ count: Int, _ one: String, _ many: String) -> String {
        "\(number(count)) \(count == 1 ? one : many)"
    }
}
