import Foundation
import Testing
import Correspondence
import Policy
import Groundwork
import Languages

@Suite struct `Days and periods in words` {
    @Test(arguments: [
        (
            Language.nl, "9 ",
            "januari februari maart april mei juni juli augustus september oktober november december"
        ),
        (.en, "9 ", "January February March April May June July August September October November December"),
        (.fr, "9 ", "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
        (.de, "9. ", "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
    ])
    func `every month has its name in every language`(_ language: Language, _ date: String, _ names: String) throws {
        for (index, name) in names.split(separator: " ").enumerated() {
            let day = try #require(CivilDay(year: 2026, month: index + 1, day: 9))
            #expect(day.inWords(language) == "\(date)\(name) 2026")
        }
    }

    @Test func `the first of a month is an ordinal in French alone`() throws {
        let day = try #require(CivilDay("2026-12-01"))
        let expected = ["1 december 2026", "1 December 2026", "1er décembre 2026", "1. Dezember 2026"]
        #expect(Language.allCases.map(day.inWords) == expected)
    }

    @Test(arguments: [
        ("P30D", ["30 dagen", "30 days", "30 jours", "30 Tage"]),
        ("P1D", ["1 dag", "1 day", "1 jour", "1 Tag"]),
        ("P1M", ["1 maand", "1 month", "1 mois", "1 Monat"]),
        ("P2W", ["2 weken", "2 weeks", "2 semaines", "2 Wochen"]),
        ("P1Y6M", ["1 jaar en 6 maanden", "1 year and 6 months", "1 an et 6 mois", "1 Jahr und 6 Monate"]),
        (
            "P2Y1M1D",
            [
                "2 jaar, 1 maand en 1 dag", "2 years, 1 month and 1 day", "2 ans, 1 mois et 1 jour",
                "2 Jahre, 1 Monat und 1 Tag",
            ]
        ),
        ("P0D", ["0 dagen", "0 days", "0 jour", "0 Tage"]),
    ])
    func `a period is said as people say it`(text: String, words: [String]) throws {
        let period = try #require(ISOPeriod(text))
        #expect(Language.allCases.map(period.inWords) == words)
    }
}

@Suite struct `The law in words` {
    @Test(arguments: [
        ("15", ["artikel 15 AVG", "Art. 15 GDPR", "article 15 du RGPD", "Artikel 15 DSGVO"]),
        (
            "6(1)(b)",
            [
                "artikel 6, lid 1, onder b, AVG", "Art. 6(1)(b) GDPR", "article 6, paragraphe 1, point b), du RGPD",
                "Artikel 6 Absatz 1 Buchstabe b DSGVO",
            ]
        ),
        (
            "13-15",
            [
                "artikelen 13 tot en met 15 AVG", "Arts. 13 to 15 GDPR", "articles 13 à 15 du RGPD",
                "Artikel 13 bis 15 DSGVO",
            ]
        ),
        (
            "1(2)(a)(i)",
            [
                "artikel 1(2)(a)(i) AVG", "Art. 1(2)(a)(i) GDPR", "article 1(2)(a)(i) du RGPD",
                "Artikel 1(2)(a)(i) DSGVO",
            ]
        ),
    ])
    func `an article is cited as the language cites it`(article: String, cited: [String]) {
        #expect(Language.allCases.map { Article.citation(article, in: $0) } == cited)
    }

    @Test func `several articles are one citation`() {
        let articles = ["11(2)", "12(2)"]
        #expect(
            Article.citation(articles, in: .fr) == "article 11, paragraphe 2, et article 12, paragraphe 2, du RGPD"
        )
        #expect(Article.citation(articles, in: .de) == "Artikel 11 Absatz 2 und Artikel 12 Absatz 2 DSGVO")
        #expect(Article.citation(["17", "18"], in: .fr) == "article 17 et article 18 du RGPD")
    }

    @Test func `every right and every ground has words of its own in every language`() {
        let names = Language.allCases.map { language in Right.allCases.map { $0.name(in: language) } }
        let grounds = Language.allCases.map { language in RefusalGround.allCases.map { $0.words(in: language) } }
        for words in names + grounds {
            #expect(Set(words).count == words.count && words.allSatisfy { !$0.isEmpty && $0.last != "." })
        }
        #expect(Set(grounds.joined()).count == grounds.joined().count)
    }

    @Test func `every language knows the same countries`() {
        let codes = Set(Language.en.vocabulary.countries.keys)
        for language in Language.allCases {
            #expect(Set(language.vocabulary.countries.keys) == codes)
            #expect(language.vocabulary.countries.values.allSatisfy { !$0.isEmpty })
        }
        #expect(Language.fr.vocabulary.countries["US"] == "États-Unis")
        #expect(Language.de.vocabulary.countries["US"] == "Vereinigte Staaten")
    }

    @Test func `every language has every letter, in each of its voices`() {
        for language in Language.allCases {
            let voices = language.knowsFormsOfAddress ? FormOfAddress.allCases.count : 1
            #expect(language.vocabulary.letters.count == LetterName.allCases.count * voices)
            #expect(language.vocabulary.letters.values.allSatisfy { !$0.isEmpty })
        }
    }
}
