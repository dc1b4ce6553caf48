/// The letters in Dutch, formal or familiar.
struct LettersDutch: LetterTexts {
    let form: FormOfAddress

    /// The wording for the controller's form of address.
    private func pick(_ formal: String, _ familiar: String) -> String { form == .u ? formal : familiar }
    private var you: String { pick("u", "je") }
    private var your: String { pick("uw", "je") }

    var greeting: String { "Goedendag," }
    var farewell: String { "Met vriendelijke groet," }
}

// The code.
extension LettersDutch {
    func codeSubject(_ requestID: String) -> String { "Verzoek \(requestID): stuur ons de code terug" }

    func code(_ code: String, requestID: String, until day: String, phone: String?) -> [LetterPart] {
        let byPhone = phone.map {
            """
            Liever bellen? Bel \($0), noem het nummer van het verzoek (\(requestID)) \
            en lees de code voor.
            """
        }
        return [
            .paragraph(
                """
                Iemand heeft ons met dit e-mailadres om persoonsgegevens gevraagd \
                (verzoek \(requestID)). Voordat wij antwoorden, willen wij zeker weten \
                dat \(pick("u dat was", "jij dat was")).
                """
            ),
            .paragraph(
                """
                \(pick("Was u dat?", "Was jij dat?")) Beantwoord dan deze mail en zet \
                deze code in \(your) antwoord:
                """
            ),
            .lines([code]),
            .paragraph(
                """
                De code is geldig tot en met \(day) en werkt één keer. \
                Geef de code aan niemand anders dan ons. \(byPhone ?? "")
                """
            ),
            .paragraph(
                """
                \(pick("Hebt u niets gevraagd? Dan hoeft u", "Heb je niets gevraagd? Dan hoef je")) niets te doen. \
                Zonder de code sturen wij niemand gegevens.
                """
            ),
            .paragraph(
                """
                Iedereen die ons om gegevens vraagt, krijgt deze mail. Er blijkt dus niet \
                uit of wij gegevens van \(you) hebben.
                """
            ),
        ]
    }
}

// The archive.
extension LettersDutch {
    func archiveSubject(_ requestID: String) -> String { "Antwoord op \(your) verzoek \(requestID)" }

    func archiveContents(_ facts: ArchiveFacts, restBy day: String?) -> [LetterPart] {
        let what =
            facts.isSupplement
            ? "een aanvulling op ons antwoord: wat eerder nog ontbrak bij \(your) verzoek \(facts.requestID)"
            : "ons antwoord op \(your) verzoek \(facts.requestID)"
        let rest = day.map {
            LetterPart.paragraph("Ons antwoord is nog niet compleet. De rest volgt uiterlijk op \($0).")
        }
        return [
            .paragraph(
                """
                Bij deze mail zit \(what). Het bestand heet \(facts.attachmentName). \
                \(pick("U vindt", "Je vindt")) daarin:
                """
            ),
            .list([
                "een overzicht om te lezen (01-overview.html): \(overviewTells(facts.right));",
                "de gegevens zelf, als tabellen voor bijvoorbeeld Excel (de map csv) en in een vorm voor "
                    + "computers (de map data);",
                "documenten, als die er zijn (de map files);",
                "uitleg over alle bestanden (00-READ-ME.txt).",
            ]),
            .paragraph("Wat wij niet konden of mochten meesturen, staat met de reden in het overzicht."),
        ] + (rest.map { [$0] } ?? [])
    }

    private func overviewTells(_ right: Right) -> String {
        switch right {
        case .portability:
            "welke gegevens \(you) kunt meenemen naar een andere organisatie, en welke niet en waarom"
        default:
            "welke gegevens wij van \(you) hebben, waarom, hoe lang wij ze bewaren en wie ze van ons krijgt"
        }
    }

    func opening() -> [LetterPart] {
        [
            .paragraph(
                """
                Het bestand is versleuteld. Dubbelklikken werkt niet: er is een gratis programma voor nodig. \
                Bewaar het bestand eerst op \(your) computer of telefoon en open het dan zo:
                """
            ),
            .list([
                "Windows: installeer 7-Zip (www.7-zip.org). Klik met de rechtermuisknop op het bestand, kies in "
                    + "Windows 11 eerst 'Meer opties weergeven', kies 7-Zip en dan 'Uitpakken naar'.",
                "Mac: installeer Keka (www.keka.io), open het en sleep het bestand ernaartoe.",
                "iPhone of iPad: installeer iZip uit de App Store. Houd een vinger op het bestand, kies 'Deel' en "
                    + "dan iZip.",
                "Android: installeer ZArchiver uit de Play Store. Zoek daarin het bestand op, tik erop en kies "
                    + "'Uitpakken'.",
            ]),
            .paragraph("Het programma vraagt om het wachtwoord. Begin daarna met 01-overview.html."),
        ]
    }

    func passphrase(callNumber: String, phone: String?, keptFor period: String) -> [LetterPart] {
        let callBack =
            phone == nil
            ? ""
            : "Hebben wij een telefoonnummer van \(you)? Dan bellen wij \(you) daarop terug, zodat niemand anders het "
                + "wachtwoord krijgt. "
        let way =
            phone.map { "Bel \($0) en noem dit controlenummer:" }
            ?? "Wij nemen contact met \(you) op om het te geven. Dat wij het zijn, blijkt uit dit controlenummer, dat "
            + "wij eerst noemen:"
        return [
            .paragraph(
                """
                Het wachtwoord bestaat uit 24 cijfers met streepjes ertussen; de streepjes horen erbij. Voor de \
                veiligheid komt het langs een andere weg, nooit per mail. \(way)
                """
            ),
            .lines([callNumber]),
            .paragraph(
                """
                \(callBack)\(pick("U kunt", "Je kunt")) het wachtwoord tot \(period) na deze mail krijgen; daarna verwijderen \
                wij het bestand en het wachtwoord. Bewaar ze veilig en niet bij elkaar, en stuur ze niet door.
                """
            ),
        ]
    }

    func signature(fingerprint: [String]) -> [LetterPart] {
        [
            .paragraph(
                """
                Wij hebben het antwoord ondertekend, zodat te zien is dat niemand er iets aan veranderd heeft. In \
                00-READ-ME.txt staat hoe dat te controleren is. Ons certificaat heeft deze vingerafdruk (SHA-256):
                """
            ),
            .lines(fingerprint),
        ]
    }
}

// Nothing held, and what every answer ends with.
extension LettersDutch {
    func nothingHeldSubject(_ requestID: String) -> String { "Antwoord op \(your) verzoek \(requestID)" }

    func nothingHeld(requestID: String, right: Right, keptFor period: String) -> [LetterPart] {
        [
            .paragraph(
                """
                \(asked(right)) Wij hebben gezocht op het e-mailadres waarop deze mail binnenkomt. \
                Onder dat adres hebben wij geen gegevens.
                """
            ),
            .paragraph(
                """
                Eén ding hebben wij nu wel: \(your) verzoek zelf. Wij bewaren het onder nummer \(requestID), met \
                dit adres en wat wij elkaar schreven, om te kunnen laten zien dat wij geantwoord hebben. Wij wissen \
                dat \(period) nadat het verzoek is afgesloten.
                """
            ),
            .paragraph(
                """
                \(pick("Hebt u", "Heb je")) bij ons een ander e-mailadres gebruikt, of een klantnummer of \
                bestelnummer? Laat het ons dan weten door deze mail te \
                beantwoorden. Dan zoeken wij opnieuw; dat kost niets.
                """
            ),
        ]
    }

    private func asked(_ right: Right) -> String {
        switch right {
        case .portability:
            "\(pick("U", "Je")) vroeg ons om \(your) persoonsgegevens, om ze mee te nemen naar een andere "
                + "organisatie. Dit is ons antwoord volgens artikel 20 van de AVG."
        default:
            "\(pick("U", "Je")) vroeg ons welke persoonsgegevens wij van \(you) hebben. "
                + "Dit is ons antwoord volgens artikel 15 van de AVG."
        }
    }

    func rights(authority: NamedAuthority) -> [LetterPart] {
        [
            .paragraph(
                """
                Klopt er iets niet, of ontbreekt er iets? Beantwoord dan deze mail. \
                \(pick("U kunt", "Je kunt")) ons ook vragen om gegevens te verbeteren, te wissen of tijdelijk \
                niet te gebruiken, en \(you) kunt bezwaar maken tegen het gebruik ervan.
                """
            ),
            .paragraph(
                """
                \(pick("Bent u", "Ben je")) het niet met ons eens? Dan \(pick("kunt u", "kun je")) naar de \
                rechter gaan of een klacht indienen bij de toezichthouder:
                """
            ),
            .lines([authority.name, authority.website, authority.post].compactMap(\.self)),
        ]
    }

    func organisationSubject(_ requestID: String) -> String { "Gegevens op verzoek van een persoon (\(requestID))" }

    func organisation(requestID: String, attachmentName: String) -> [LetterPart] {
        [
            .paragraph(
                """
                Iemand heeft ons gevraagd zijn of haar gegevens aan u te sturen: het recht op \
                gegevensoverdraagbaarheid (artikel 20 AVG, ons verzoek \(requestID)). Het bestand \(attachmentName) is \
                bijgevoegd. In de map data staan de gegevens als JSON; datapackage.json beschrijft ze (Data Package v2).
                """
            ),
            .paragraph(
                """
                Het wachtwoord geven wij alleen aan die persoon, die het aan u kan doorgeven. Vraag er ons dus niet om. \
                Verwacht u deze gegevens niet? Verwijder dan deze mail en laat het ons weten.
                """
            ),
        ]
    }

    func contact(_ ways: Reachable) -> [LetterPart] {
        let labelled = [("E-mail", ways.email), ("Telefoon", ways.phone), ("Post", ways.post)]
        return [
            .paragraph("Zo \(pick("bereikt u", "bereik je")) ons:"),
            .lines(
                (ways.title.map { [$0] } ?? []) + labelled.compactMap { label, way in way.map { "\(label): \($0)" } }
            ),
        ]
    }
}
