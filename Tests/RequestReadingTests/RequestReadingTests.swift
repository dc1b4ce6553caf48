import Policy
import RequestReading
import TestSupport
import Testing

@Suite("What is read of a text") struct RequestReadingTests {
    @Test(
        "asks nothing that it denies, mentions or lists",
        arguments: [
            "Please do not delete my data.", "Verwijder mijn gegevens niet.", "Bitte löschen Sie meine Daten nicht.",
            "Thank you for telling me of the existence of the right to rectification, erasure or portability.",
            "Your privacy policy is well written.", "De toegang tot het gebouw is gesloten.",
        ]
    )
    func denied(text: String) {
        #expect(RequestGuess(subject: "", text: text).right == .unclear)
    }

    @Test("names a right by its article where the law stands beside it")
    func articles() {
        for (text, right) in [
            ("Art. 15 DSGVO", Right.access), ("article 17 GDPR", .erasure), ("artikel 20 van de AVG", .portability),
            ("conformément à l'article 16 du RGPD", .rectification), ("Article 21 of the GDPR", .objection),
        ] {
            #expect(RequestGuess(subject: "", text: text).right == .named(right), "\(text)")
        }
        #expect(RequestGuess(subject: "", text: "Articles 15 to 22 of the GDPR").right == .unclear)
        #expect(RequestGuess(subject: "", text: "article 15 of our contract").right == .unclear)
    }

    @Test("takes no ordinary word for a code")
    func ordinaryWords() {
        for text in [
            "long-term", "I received the personal mail", "part-time and full-time", "20260315", "tel. 06-12345678",
            "Kind-ness", "2026-0315-1", "", "----", "AAAA-AAAAA", "７Ｋ２Ｍ-9QXA",
        ] {
            #expect(CodesInText.codes(in: "My words: \(text) and more").isEmpty, "\(text)")
        }
    }

    @Test("finds a code as people write it")
    func codes() {
        for text in [
            "7K2M-9QXA", "code: 7k2m-9qxa.", "(7K2M-9QXA)", "7K2M 9QXA", "7K2M9QXA", "de code is 7k2m9qxa",
            "*7K2M-9QXA*",
            "7K2M\u{2011}9QXA", "regel\n   7K2M-9QXA   \nregel",
        ] {
            let found = CodesInText.codes(in: text).map { $0.filter { $0 != "-" } }
            #expect(found == ["7K2M9QXA"], "\(text)")
        }
        #expect(CodesInText.codes(in: "7K2M-9QXA, ja 7k2m-9qxa").count == 1)
        #expect(CodesInText.codes(in: "7K2M-9QXA of 0000-0001").count == 2)
    }

    @Test("is the person's own, and not what they quote")
    func own() {
        for (text, expected) in [
            ("a\n> b\nc", "a\nc"), ("> b", ""), ("a\n\nOn Mon, Ada wrote:\n> b\nc", "a\n\nc"),
            ("a\nOn Mon, Ada wrote:\nb", "a"), ("a\n-----Original Message-----\nb", "a"),
            ("a\nVan: x\nVerzonden: y\nAan: z\nOnderwerp: w\nb", "a"),
            ("a\nVan: nu af aan wil ik inzage\nb", "a\nVan: nu af aan wil ik inzage\nb"),
            ("Zij schreef:\ntekst", ""), ("a", "a"), ("", ""),
        ] {
            #expect(OwnText(of: text).text == expected, "\(text)")
        }
    }

    @Test("is a page's text, without what is hidden in it")
    func pages() {
        for (page, expected) in [
            ("<p>a&eacute;&amp;&#233;&#xE9;</p>", "aé&éé"), ("a<br>b", "a\nb"),
            ("<style>x</style>a<script>y</script>", "a"),
            ("<!-- x -->a", "a"), ("<blockquote>q</blockquote>a", "a"),
            ("<div class=\"gmail_quote\">q<div>r</div></div>a", "a"),
            ("a &unknown; &", "a &unknown; &"), ("<", ""), ("a<b", "a"),
        ] {
            #expect(OwnText(of: PageText.text(of: page)).text == expected, "\(page)")
        }
    }

    @Test("holds the identifiers that it names, by what they are called")
    func identifiers() {
        let labels = [
            IdentifierLabel(kind: "customer_id", names: ["Klantnummer", "Customer number", "Numéro de client"]),
            IdentifierLabel(kind: "order_no", names: ["Bestelnummer"]),
        ]
        for (text, expected) in [
            ("klantnummer 10442", ["customer_id=10442"]), ("Klantnr.: K-10442", ["customer_id=K-10442"]),
            ("my customer number is 10442.", ["customer_id=10442"]), ("customer no 7", ["customer_id=7"]),
            ("numéro client : 10442", ["customer_id=10442"]),
            ("klant nr 5, bestelnummer #77", ["customer_id=5", "order_no=77"]),
            ("customer_id=9", ["customer_id=9"]), ("klantnummer onbekend", []), ("klantnummer", []), ("nummer 5", []),
        ] {
            #expect(RequestGuess(subject: "", text: text, labels: labels).identifiers == expected, "\(text)")
        }
    }

    @Test("never ends the program, whatever stands in it")
    func anything() {
        var random = Seeded(state: 15)
        let pieces = [
            "<div ", ">", "</div>", "> ", "\n", "Art. 15", "GDPR", "&#x", ";", "inzage", "-", "7K2M", "\u{0}", "é",
            "schreef:", "Von: ", "not", "<blockquote", "\u{FEFF}", "👩‍👩‍👧",
        ]
        for _ in 0..<500 {
            let text = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            _ = CodesInText.codes(in: OwnText(of: PageText.text(of: text)).text)
            _ = RequestGuess(subject: text, text: text, labels: [IdentifierLabel(kind: "a_id", names: [text])])
        }
    }
}
