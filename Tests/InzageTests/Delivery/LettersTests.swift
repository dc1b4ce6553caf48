import Testing
import Policy
import Correspondence
import Groundwork

@Suite struct `Letters` {
    @Test(arguments: LettersSample.voices)
    func `the code stands alone on exactly one line and nowhere else (case 31)`(
        language: Language,
        form: FormOfAddress
    ) throws {
        let letter = try writer(language, form).sampleCode()
        #expect(letter.lines.filter { $0 == LettersSample.code }.count == 1)
        #expect((letter.subject + letter.body).ranges(of: LettersSample.code).count == 1)
        #expect((letter.subject + letter.body).ranges(of: "7K2Q09XZ").isEmpty)
        #expect(letter.subject.contains(LettersSample.requestID))
    }

    @Test(arguments: [
        (
            Language.nl, FormOfAddress.u,
            ["28 november 2026", "Was u dat?", "Hebt u niets gevraagd?", "Bel +31 20 555 01 00"]
        ),
        (.nl, .je, ["28 november 2026", "Was jij dat?", "Heb je niets gevraagd?", "Beantwoord dan deze mail"]),
        (.en, .u, ["28 November 2026", "reply to this e-mail", "If it was not you", "Ring +31 20 555 01 00"]),
        (.fr, .u, ["28 novembre 2026", "C'était vous ?", "Si ce n'était pas vous", "Appelez le +31 20 555 01 00"]),
        (.de, .u, ["28. November 2026", "Waren Sie das?", "Waren Sie es nicht", "Rufen Sie +31 20 555 01 00 an"]),
    ])
    func `the mail with the code says what to do with it and until when`(
        language: Language,
        form: FormOfAddress,
        phrases: [String]
    ) throws {
        try expect(
            try writer(language, form).sampleCode(),
            says: phrases + [LettersSample.requestID, "Fietsen en Zo B.V."]
        )
    }

    @Test(arguments: LettersSample.voices)
    func `the archive's mail says how to open it on every system and whom to ring`(
        language: Language,
        form: FormOfAddress
    ) throws {
        let letter = try writer(language, form).archive(LettersSample.archiveFacts())
        try expect(
            letter,
            says: [
                "answer-4F7A91.zip", "Windows", "7-Zip", "Mac", "Keka", "iPhone", "iZip", "Android", "ZArchiver",
                "+31 20 555 01 00", "01-overview.html", "00-READ-ME.txt", "Autoriteit Persoonsgegevens",
                "https://autoriteitpersoonsgegevens.nl", "privacy@fietsen.example", LettersSample.requestID,
            ] + Self.howToOpen(language)
        )
        #expect(letter.lines.filter { $0 == "B 83 61" }.count == 1)
        // The fingerprint as OpenSSL prints it, over two lines.
        #expect(letter.lines.contains("00:25:4A:6F:94:B9:DE:03:28:4D:72:97:BC:E1:06:2B"))
        #expect(letter.lines.contains("50:75:9A:BF:E4:09:2E:53:78:9D:C2:E7:0C:31:56:7B"))
    }

    private static func howToOpen(_ language: Language) -> [String] {
        switch language {
        case .nl:
            [
                "Dubbelklikken werkt niet", "24 cijfers met streepjes", "tot 14 dagen na deze mail", "daarop terug",
                "een klacht indienen",
            ]
        case .en:
            [
                "A double click will not work", "24 digits with hyphens", "for 14 days after this e-mail",
                "call you back", "lodge a complaint",
            ]
        case .fr:
            [
                "Un double clic ne suffit pas", "24 chiffres séparés par des traits d'union",
                "pendant 14 jours après l'envoi de ce courriel", "nous vous rappelons à ce numéro",
                "introduire une réclamation",
            ]
        case .de:
            [
                "Ein Doppelklick genügt nicht", "24 Ziffern mit Bindestrichen", "nach dieser E-Mail 14 Tage lang",
                "rufen wir Sie darauf zurück", "Beschwerde einzulegen",
            ]
        }
    }

    @Test func `a rest that follows and a supplement are named`() throws {
        let day = try #require(CivilDay("2026-12-24"))
        let dutch = writer(.nl, .je)
        let english = writer(.en, .u)
        try expect(
            dutch.archive(LettersSample.archiveFacts(restFollowsBy: day)),
            says: ["uiterlijk op 24 december 2026"]
        )
        try expect(english.archive(LettersSample.archiveFacts(restFollowsBy: day)), says: ["by 24 December 2026"])
        try expect(
            dutch.archive(LettersSample.archiveFacts(isSupplement: true)),
            says: ["een aanvulling op ons antwoord"]
        )
        try expect(english.archive(LettersSample.archiveFacts(isSupplement: true)), says: ["an addition to our answer"])
        #expect(try !english.archive(LettersSample.archiveFacts()).flat.contains("not complete"))
    }

    @Test(arguments: [
        (
            Language.nl, FormOfAddress.u,
            [
                "artikel 15 van de AVG", "hebben wij geen gegevens", "uw verzoek zelf", "1 jaar en 6 maanden",
                "Hebt u bij ons een ander e-mailadres", "klantnummer",
            ]
        ),
        (
            .nl, .je,
            [
                "artikel 15 van de AVG", "hebben wij geen gegevens", "je verzoek zelf", "1 jaar en 6 maanden",
                "Heb je bij ons een ander e-mailadres", "klantnummer",
            ]
        ),
        (
            .en, .u,
            [
                "Article 15 of the GDPR", "hold nothing under this address", "your request itself",
                "1 year and 6 months", "another e-mail address", "customer number",
            ]
        ),
        (
            .fr, .u,
            [
                "l'article 15 du RGPD", "nous ne détenons aucune donnée", "votre demande elle-même", "1 an et 6 mois",
                "une autre adresse électronique", "numéro de client",
            ]
        ),
        (
            .de, .u,
            [
                "Artikel 15 der DSGVO", "haben wir keine Daten", "Ihren Antrag selbst", "1 Jahr und 6 Monate",
                "eine andere E-Mail-Adresse", "Kundennummer",
            ]
        ),
    ])
    func `that nothing is held is an answer that names the request's own record`(
        language: Language,
        form: FormOfAddress,
        phrases: [String]
    ) throws {
        let letter = try writer(language, form).sampleNothingHeld()
        try expect(
            letter,
            says: phrases + [LettersSample.requestID, "Autoriteit Persoonsgegevens", "privacy@fietsen.example"]
        )
    }

    @Test(arguments: [
        (Language.nl, "artikel 20 van de AVG", "artikel 15", "kunt meenemen naar een andere organisatie"),
        (.en, "Article 20 of the GDPR", "Article 15", "you can take to another organisation"),
        (.fr, "l'article 20 du RGPD", "l'article 15", "vous pouvez emporter vers un autre organisme"),
        (.de, "Artikel 20 der DSGVO", "Artikel 15", "zu einer anderen Stelle mitnehmen können"),
    ])
    func `a portability request is answered under its own article`(
        _ language: Language,
        _ article: String,
        _ otherArticle: String,
        _ overview: String
    ) throws {
        let nothing = try writer(language, .u).sampleNothingHeld(.portability).flat
        #expect(nothing.contains(article) && !nothing.contains(otherArticle))
        #expect(try !writer(language, .u).sampleNothingHeld().flat.contains(article))
        #expect(try writer(language, .u).archive(LettersSample.archiveFacts(.portability)).flat.contains(overview))
        #expect(try !writer(language, .u).archive(LettersSample.archiveFacts()).flat.contains(overview))
    }

    @Test(arguments: LettersSample.voices)
    func `no line is longer than a mail may have`(language: Language, form: FormOfAddress) throws {
        for letter in try writer(language, form).sampleLetters() {
            #expect(letter.lines.allSatisfy { $0.unicodeScalars.count <= 78 })
            #expect(letter.subject.unicodeScalars.count <= 60)
            #expect(letter.lines.allSatisfy { !$0.hasSuffix(" ") && !$0.contains("  ") || $0.hasPrefix("  ") })
            #expect(letter.body.hasSuffix("\n") && !letter.body.contains("\n\n\n") && !letter.body.utf8.contains(0x0D))
        }
    }

    @Test(arguments: LettersSample.voices)
    func `no letter holds anything like a passphrase (case 80)`(language: Language, form: FormOfAddress) throws {
        for letter in try writer(language, form).sampleLetters() {
            #expect((letter.subject + letter.body).firstMatch(of: /[0-9]{4}[- ][0-9]{4}/) == nil)
        }
    }

    @Test func `one letter never mixes the formal and the familiar`() throws {
        let formal: Set = ["u", "uw", "uzelf"]
        let familiar: Set = ["je", "jij", "jou", "jouw", "jullie", "jezelf"]
        for letter in try writer(.nl, .u).sampleLetters() {
            #expect(letter.words.isDisjoint(with: familiar))
            #expect(!letter.words.isDisjoint(with: formal))
        }
        for letter in try writer(.nl, .je).sampleLetters() {
            #expect(letter.words.isDisjoint(with: formal))
            #expect(!letter.words.isDisjoint(with: familiar))
        }
    }

    @Test func `letters in one language hold no words of the other`() throws {
        let frequent: [Language: Set<String>] = [
            .nl: ["het", "een", "wij", "deze", "verzoek", "niet"],
            .en: ["the", "this", "your", "please", "request", "not"],
            .fr: ["le", "une", "nous", "votre", "demande", "pas"],
            .de: ["der", "eine", "wir", "diese", "antrag", "nicht"],
        ]
        for language in Language.allCases {
            for letter in try writer(language, .u).sampleLetters() {
                for (other, words) in frequent where other != language {
                    #expect(letter.words.isDisjoint(with: words), "\(language) \(other)")
                }
            }
        }
    }

    @Test func `the same request gets the same letter`() throws {
        let one = try writer(.nl, .u).sampleLetters()
        let again = try writer(.nl, .u).sampleLetters()
        #expect(one.map(\.body) == again.map(\.body))
        #expect(one.map(\.subject) == again.map(\.subject))
    }

    private func writer(_ language: Language, _ form: FormOfAddress) -> LetterWriter {
        LettersSample.writer(language, form)
    }

    private func expect(
        _ letter: Letter,
        says phrases: [String],
        at location: SourceLocation = #_sourceLocation
    ) throws {
        for phrase in phrases {
            #expect(letter.flat.contains(phrase), "\(phrase)", sourceLocation: location)
        }
    }
}
