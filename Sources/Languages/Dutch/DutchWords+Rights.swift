import Policy

extension DutchWords {
    var rightsHeading: String { say("Uw rechten", "Je rechten") }
    func rightsIntroduction(contact: String, period: String) -> String {
        "Ze gebruiken is gratis. Een formulier of een reden is niet nodig: "
            + say("laat ons weten wat u wilt", "laat ons weten wat je wilt")
            + " via \(contact). Wij antwoorden \(period)."
    }
    func answerTime(pace: DeadlinePolicy.Pace?, period: String?) -> String {
        let limit = period.map { "binnen \($0), en nooit later dan een maand" } ?? "binnen een maand"
        return switch pace {
        case .asSoonAsPossible: "zo snel mogelijk en \(limit)"
        case .immediately, .immediatelyWithoutUndueDelay, .immediateStop: "onmiddellijk en in elk geval \(limit)"
        case .withoutUndueDelay: "zonder onredelijke vertraging en \(limit)"
        case nil: limit
        }
    }
    func policySource(_ policy: String) -> String { "Wat hier ons beleid heet, is: \(policy)." }

    func meaning(of right: Right) -> RightWords {
        switch right {
        case .access:
            RightWords(
                name: "Inzage",
                meaning: "Weten wat wij van \(whom) bewaren en een kopie krijgen. "
                    + "\(say("U mag", "Je mag")) het opnieuw vragen."
            )
        case .information:
            RightWords(name: "Informatie", meaning: "Horen wat wij verwerken en waarom, ook zonder kopie.")
        case .rectification:
            RightWords(
                name: "Rectificatie",
                meaning: "Laten verbeteren wat niet klopt en laten aanvullen wat ontbreekt."
            )
        case .erasure:
            RightWords(
                name: "Wissing",
                meaning: "Gegevens laten verwijderen die wij niet meer nodig hebben of niet meer mogen bewaren."
            )
        case .restriction:
            RightWords(
                name: "Beperking",
                meaning:
                    "Ons gegevens wel laten bewaren maar niet laten gebruiken, bijvoorbeeld zolang er een geschil is."
            )
        case .portability:
            RightWords(
                name: "Overdraagbaarheid",
                meaning: "Meenemen wat \(say("u ons gaf", "je ons gaf")), of het door ons naar een andere organisatie "
                    + "laten sturen."
            )
        case .objection:
            RightWords(
                name: "Bezwaar",
                meaning:
                    "Bezwaar maken tegen gebruik dat op een gerechtvaardigd belang of een taak van algemeen belang "
                    + "rust."
            )
        case .objectionDirectMarketing:
            RightWords(
                name: "Bezwaar tegen direct marketing",
                meaning: "Geen reden nodig: met direct marketing stoppen wij meteen."
            )
        case .withdrawConsent:
            RightWords(
                name: "Toestemming intrekken",
                meaning: "Een toestemming altijd weer intrekken. Wat daarvoor gebeurde, blijft rechtmatig."
            )
        case .noAutomatedDecision:
            RightWords(
                name: "Een besluit door een mens",
                meaning: "Niet worden onderworpen aan een besluit van alleen een machine dat \(you) wezenlijk raakt."
            )
        case .transferMechanismInformation:
            RightWords(
                name: "Weten hoe doorgifte is beschermd",
                meaning: "Horen welke waarborg geldt waar gegevens buiten de Europese Economische Ruimte gaan."
            )
        case .changeContactPreferences:
            RightWords(name: "Contactvoorkeuren", meaning: "Veranderen of en hoe wij contact opnemen.")
        case .stopSharing:
            RightWords(name: "Delen laten stoppen", meaning: "Ons laten stoppen gegevens met anderen te delen.")
        case .updateData:
            RightWords(name: "Bijwerken", meaning: "Gegevens laten bijwerken die veranderd zijn.")
        case .complaint:
            RightWords(name: "Klacht", meaning: "Een klacht indienen bij een toezichthouder.")
        }
    }

    func givenByLaw(controller: String, reference: String) -> String {
        "Het beleid van \(controller) noemt dit recht niet; de wet geeft het \(whom) (\(reference))."
    }
    func partlyStated(_ stated: RightPromise.Stated, reference: String) -> String {
        stated == .implied
            ? "Ons beleid noemt dit recht niet met zoveel woorden; de wet geeft het \(whom) (\(reference))."
            : "Ons beleid noemt dit recht maar ten dele; de wet geeft het \(whom) helemaal (\(reference))."
    }
    package func scope(_ words: String) -> String { "Volgens ons beleid: \(ended(words))" }
    var usingItEndsNothing: String { "Dit recht gebruiken beëindigt op zichzelf niets." }
    func selfService(_ words: String) -> String { "Zelf te doen: \(ended(words))" }
    func until(_ words: String) -> String { "Het duurt totdat \(ended(words))" }
    var allDataPorted: String { "Ons beleid belooft alle gegevens, ook die artikel 20 niet omvat." }
    var portedToOrganisation: String {
        "\(say("U kunt", "Je kunt")) een organisatie noemen waarnaar wij ze rechtstreeks sturen."
    }
    func whenUpheld(_ consequences: [String]) -> String? {
        let known = consequences.compactMap { consequence -> String? in
            switch consequence {
            case "send_copy_of_data": say("krijgt u een kopie van de gegevens", "krijg je een kopie van de gegevens")
            case "stop_permanently": "stoppen wij voorgoed met de verwerking"
            default: nil
            }
        }
        return known.isEmpty ? nil : "Krijgt het bezwaar gelijk, dan \(enumeration(known, and))."
    }
    var confirmedToKnownEmail: String {
        "Wij bevestigen het op het e-mailadres dat wij van \(whom) kennen."
    }
    func pace(_ pace: DeadlinePolicy.Pace) -> String {
        switch pace {
        case .immediateStop: "Wij stoppen meteen, in afwachting van het besluit."
        case .immediately, .immediatelyWithoutUndueDelay: "Ons beleid belooft dit onmiddellijk."
        case .asSoonAsPossible: "Ons beleid belooft dit zo snel mogelijk."
        case .withoutUndueDelay: "Ons beleid belooft dit zonder onredelijke vertraging."
        }
    }
    func promisedPeriod(_ period: String) -> String { "Ons beleid belooft een antwoord binnen \(period)." }
    func alsoThrough(_ ways: String) -> String { "Dit kan ook via \(ways)." }

    var complaintHeading: String { "Niet tevreden?" }
    func complaint(authority: String?) -> String {
        authority.map {
            "\(say("U kunt", "Je kunt")) een klacht indienen bij de toezichthouder (artikel 77 AVG): \($0)."
        }
            ?? "\(say("U kunt", "Je kunt")) een klacht indienen bij de toezichthouder van het land waar "
            + "\(say("u woont of werkt", "je woont of werkt")) (artikel 77 AVG). \(listOfAuthorities)"
    }
    func formerAuthority(_ name: String) -> String {
        "Ons privacybeleid noemt “\(name)”. Die naam draagt geen toezichthouder meer; "
            + say("uw klacht", "je klacht") + " hoort bij de instantie die er nu is."
    }
    func unnamedAuthority(_ countries: String) -> String {
        "Ons privacybeleid wijst naar de toezichthouder van: \(countries), zonder die te noemen."
    }
    var listOfAuthorities: String { "De lijst van toezichthouders staat op edpb.europa.eu." }
    func complaintsFirst(_ place: String) -> String {
        "\(say("U mag", "Je mag")) een klacht ook eerst aan ons voorleggen: \(place). Dat hoeft niet."
    }
    var courtNote: String { "\(say("U kunt", "Je kunt")) ook naar de rechter (artikel 79 AVG)." }
}
