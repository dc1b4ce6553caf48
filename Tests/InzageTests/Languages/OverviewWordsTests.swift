import Foundation
import Testing
import ExporterKit
import Correspondence
import Policy
import Languages
import Cases

/// Every text of the overview in every language, beside the English one.
@Suite struct `The words of the overview` {
    private static let voices: [(Language, FormOfAddress)] = [(.nl, .u), (.nl, .je), (.en, .u), (.fr, .u), (.de, .u)]

    /// What is the same word in two languages.
    private static let shared: Set<String> = [
        "clause fixed 1", "clause untilEvent 1", "contactLabel", "name of right 1", "name of right 2",
    ]

    /// German is near to Dutch and to English.
    private static let sharedByNeighbours: Set<String> = ["column country", "systemColumn", "yes"]

    private func sayings(_ language: Language, _ form: FormOfAddress = .u) -> Sayings {
        Sayings(overviewWords(language, form: form))
    }

    @Test(arguments: voices)
    func `say nothing empty, and something wherever English does`(_ language: Language, _ form: FormOfAddress) {
        let english = sayings(.en).all
        let all = sayings(language, form).all
        #expect(all.map(\.place) == english.map(\.place))
        for (saying, other) in zip(all, english) {
            #expect(saying.text.isEmpty == other.text.isEmpty, "\(saying.place)")
            #expect(!saying.text.contains("  ") && saying.text.first != " " && saying.text.last != " ", "\(saying)")
        }
    }

    @Test(arguments: voices)
    func `hold every value that English holds, once each`(_ language: Language, _ form: FormOfAddress) {
        for (saying, english) in zip(sayings(language, form).all, sayings(.en).all) {
            for mark in Sayings.marks {
                #expect(
                    saying.text.ranges(of: mark).count == english.text.ranges(of: mark).count,
                    "\(saying.place): \(saying.text)"
                )
            }
        }
    }

    @Test(arguments: [(Language.fr, Language.en), (.de, .en), (.fr, .nl), (.de, .nl), (.fr, .de), (.nl, .en)])
    func `are another language's nowhere`(_ language: Language, _ other: Language) {
        let near = Set([language, other]) == [.nl, .de] || Set([language, other]) == [.en, .de]
        let shared = near ? Self.shared.union(Self.sharedByNeighbours) : Self.shared
        for (one, two) in zip(sayings(language).all, sayings(other).all) where !shared.contains(one.place) {
            #expect(one.text.isEmpty || one.text != two.text, "\(one.place): \(one.text)")
        }
    }

    @Test(arguments: Language.allCases)
    func `end a sentence once, whatever the value in it ends with`(_ language: Language) {
        let words = overviewWords(language, form: .u)
        let texts = [
            words.reason("Because."), words.scope("All."), words.confidentiality("Yes!"), words.processedFor("Bank."),
            words.outcome(.withheld(ground: .processorFor("Bank.")), records: 0),
            words.outcome(.withheld(ground: .decided("Bank.")), records: 0),
        ]
        for text in texts { #expect(!text.contains("..") && !text.contains("!.")) }
    }

    @Test(arguments: [
        (Language.nl, ["0 registraties", "1 registratie", "2 registraties", "1.234 registraties"]),
        (.en, ["0 records", "1 record", "2 records", "1,234 records"]),
        (.fr, ["0 enregistrement", "1 enregistrement", "2 enregistrements", "1\u{A0}234 enregistrements"]),
        (.de, ["0 Datensätze", "1 Datensatz", "2 Datensätze", "1.234 Datensätze"]),
    ])
    func `count as the language counts: in French nothing is singular`(_ language: Language, _ expected: [String]) {
        let words = overviewWords(language, form: .u)
        #expect([0, 1, 2, 1_234].map(words.count(records:)) == expected)
    }

    @Test(arguments: [
        (Language.nl, "5 maart 2026, 11:15", "1 jaar en 6 maanden", "3 MB", "17 bytes"),
        (.en, "5 March 2026, 11:15", "1 year and 6 months", "3 MB", "17 bytes"),
        (.fr, "5 mars 2026, 11:15", "1 an et 6 mois", "3 Mo", "17 octets"),
        (.de, "5. März 2026, 11:15", "1 Jahr und 6 Monate", "3 MB", "17 Byte"),
    ])
    func `say moments, periods and sizes`(
        _ language: Language,
        _ moment: String,
        _ period: String,
        _ size: String,
        _ small: String
    ) {
        let words = overviewWords(language, form: .u)
        #expect(words.moment("2026-03-05T10:15:42Z", in: TimeZone(identifier: "Europe/Amsterdam") ?? .gmt) == moment)
        #expect(words.period("P1Y6M") == period)
        #expect(words.size(2_000_001) == size && words.size(17) == small)
        for nothing in ["", "P", "as long as it takes", "2026-13-01"] {
            #expect(words.period(nothing) == nothing && words.day(nothing) == nothing)
        }
    }

    @Test(arguments: [
        ("2026-07-01T22:30:00Z", "2 July 2026, 00:30"), ("2026-12-31T23:59:59.999Z", "1 January 2027, 00:59"),
        ("2026-03-29 01:30:00+01", "29 March 2026, 01:30"), ("2026-03-29 01:30:00Z", "29 March 2026, 03:30"),
        ("2026-03-05T10:15+0530", "5 March 2026, 05:45"), ("2026-03-05T10:15:00-11:00", "5 March 2026, 22:15"),
        // Whoever names no zone means their own.
        ("2026-03-05T10:15:42", "5 March 2026, 10:15"), ("2026-03-05 10:15", "5 March 2026, 10:15"),
        ("2026-03-05T10:15:42Zulu", "5 March 2026, 10:15 Zulu"), ("2026-03-05", "5 March 2026"),
        ("2026-02-30T10:15:42Z", "30 February 2026, 10:15 Z"), ("2026-03-05T25:15:42Z", "5 March 2026, 25:15 Z"),
        ("soon", "soon"), ("", ""), ("é026-03-05T10:15:42Z", "é026-03-05T10:15:42Z"),
    ])
    func `say a moment as a clock in the controller's country showed it`(_ moment: String, _ said: String) throws {
        let zone = try #require(TimeZone(identifier: "Europe/Amsterdam"))
        #expect(overviewWords(.en, form: .u).moment(moment, in: zone) == said)
    }

    @Test(arguments: [
        (Language.nl, ["€ 12,50", "€ -0,05", "€ 1.234.567,89"]), (.en, ["€12.50", "-€0.05", "€1,234,567.89"]),
        (.fr, ["12,50 €", "-0,05 €", "1 234 567,89 €"]), (.de, ["12,50 €", "-0,05 €", "1.234.567,89 €"]),
    ])
    func `say money as people write it`(_ language: Language, _ said: [String]) throws {
        let words = overviewWords(language, form: .u)
        let cents = try #require(Money("EUR/100"))
        let amounts = ["1250", "-5", "123456789"].map { words.amount($0, of: cents) ?? "" }
        #expect(amounts.map { $0.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ") } == said)
    }

    @Test(arguments: [
        ("12.5", "EUR", "€12.50"), ("12.3456", "EUR", "€12.3456"), ("007", "EUR", "€7.00"), ("0", "EUR/100", "€0.00"),
        ("1250.5", "EUR/100", "€12.505"), ("1", "EUR/1000", "€0.001"), ("1250", "JPY", "JPY\u{A0}1,250"),
        ("12345678901234567890123", "USD/100", "USD\u{A0}123,456,789,012,345,678,901.23"), ("-0", "GBP", "-£0.00"),
    ])
    func `loses no digit of an amount`(_ value: String, _ unit: String, _ said: String) throws {
        #expect(overviewWords(.en, form: .u).amount(value, of: try #require(Money(unit))) == said)
    }

    @Test(arguments: ["1e3", "", "-", "--1", "1,5", "1.", ".5", "1.2.3", "twelve", " 12", "١٢"])
    func `takes nothing for an amount that is no plain number`(_ value: String) throws {
        #expect(overviewWords(.en, form: .u).amount(value, of: try #require(Money("EUR"))) == nil)
    }

    @Test(arguments: ["", "eur", "EURO", "EUR/", "EUR/7", "EUR/100/1", "/100", "€", "EU R"])
    func `takes nothing for a currency that is none`(_ text: String) { #expect(Money(text) == nil) }

    @Test func `no line breaks before a French sign that stands apart`() {
        let letters = Language.fr.vocabulary.letters.mapValues { String(decoding: $0, as: UTF8.self) }
        let texts = sayings(.fr).all.map { ($0.place, $0.text) } + letters.map { ($0.key, $0.value) }
        #expect(letters.count == LetterName.allCases.count)
        for (place, text) in texts {
            #expect(text.firstMatch(of: /[ ][:;?!»]|«[ ]|[a-zé][;?!»]/) == nil, "\(place)")
        }
    }

    @Test func `French and German are formal throughout`() {
        let familiar: [Language: Set<String>] = [
            .fr: ["tu", "te", "toi", "ton", "ta", "tes"],
            .de: ["du", "dich", "dir", "dein", "deine", "deinen", "deinem", "deiner", "deines"],
        ]
        for (language, strange) in familiar {
            for saying in sayings(language).all {
                let words = Set(saying.text.lowercased().split { !$0.isLetter }.map(String.init))
                #expect(words.isDisjoint(with: strange), "\(saying)")
            }
        }
    }
}
