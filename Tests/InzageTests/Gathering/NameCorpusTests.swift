import Cases
import Foundation
import NamesInText
import TestSupport
import Testing

/// Sentences in four languages with planted people, and what is found of them by the kind of form.
@Suite struct `Forms of names` {
    private struct Sentence {
        let language, kind, text: String
        let planted: [Range<Int>]
    }

    private struct Score {
        var planted = 0
        var found = 0
        var wrong = 0
        var sentences = 0
    }

    private static func lines(_ name: String) throws -> [Substring] {
        let path = checkout + "/Tests/Fixtures/names/\(name)"
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
    }

    private static func known() throws -> KnownValues {
        let people = try lines("people.txt")
        var known = KnownValues(besides: SubjectForms(people.prefix(1).map { Array($0.utf8) }))
        for person in people.dropFirst() { known.insert(Array(person.utf8), as: .otherPerson) }
        return known
    }

    private static func sentences() throws -> [Sentence] {
        try lines("corpus.txt").map { line in
            let parts = line.split(separator: "\t")
            var (text, planted, start): (String, [Range<Int>], Int) = ("", [], 0)
            for character in parts[2].unicodeScalars {
                switch character {
                case "{": start = text.utf8.count
                case "}": planted.append(start..<text.utf8.count)
                default: text.unicodeScalars.append(character)
                }
            }
            return Sentence(language: String(parts[0]), kind: String(parts[1]), text: text, planted: planted)
        }
    }

    /// What is found in a text.
    private static func places(_ known: KnownValues, _ text: [UInt8]) -> [Range<Int>] {
        var places: [Range<Int>] = []
        known.forEachMatch(in: text[...]) { place, _ in places.append(place) }
        return places
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    /// How much of what was planted is gone to the last letter, and what else is.
    private static func score(_ sentence: Sentence, _ known: KnownValues, into score: inout Score) {
        let text = Array(sentence.text.utf8)
        let found = places(known, text)
        let gone = Set(found.flatMap(Array.init))
        score.sentences += 1
        for range in sentence.planted {
            score.planted += 1
            if range.allSatisfy({ gone.contains($0) || !isWord(text[$0]) }) { score.found += 1 }
        }
        score.wrong += found.count { place in !sentence.planted.contains { $0.overlaps(place) } }
    }

    @Test func `are found by kind as the table says, and no more than a few other words with them`() throws {
        let known = try Self.known()
        var scores: [String: Score] = [:]
        for sentence in try Self.sentences() {
            Self.score(sentence, known, into: &scores[sentence.kind, default: Score()])
        }
        let supported = scores.filter { !$0.key.hasPrefix("not supported") }.values.reduce(into: Score()) { all, one in
            all.planted += one.planted
            all.found += one.found
            all.wrong += one.wrong
            all.sentences += one.sentences
        }
        var table = "kind of form | sentences | planted | found | wrong\n"
        for (kind, score) in scores.sorted(by: { $0.key < $1.key }) {
            table += "\(kind) | \(score.sentences) | \(score.planted) | \(score.found) | \(score.wrong)\n"
        }
        let (planted, found, wrong) = (supported.planted, supported.found, supported.wrong)
        table += "all supported | \(supported.sentences) | \(planted) | \(found) | \(wrong)\n"
        print(table)
        #expect(planted >= 150)
        #expect(found * 100 >= planted * 98, "recall")
        #expect(found * 100 >= (found + wrong) * 97, "precision")
        for (kind, score) in scores where !kind.hasPrefix("not supported") && kind != "trap" {
            #expect(score.found * 10 >= score.planted * 9, "\(kind)")
        }
    }

    @Test func `are found composed and decomposed, in small letters and in capitals alike`() throws {
        let known = try Self.known()
        for person in try Self.lines("people.txt").dropFirst() where !person.contains("@") && !person.hasPrefix("+") {
            let person = String(person).replacingOccurrences(of: "(Sjaak) ", with: "")
            for text in [
                person.decomposedStringWithCanonicalMapping, person.precomposedStringWithCanonicalMapping,
                person.uppercased(), person.lowercased(), person.uppercased().decomposedStringWithCanonicalMapping,
                person.replacingOccurrences(of: " ", with: "\u{A0}"), person.replacingOccurrences(of: " ", with: "\n"),
                person.replacingOccurrences(of: "e", with: "e\u{AD}"),
            ] {
                let text = Array("then \(text) came".utf8)
                #expect(Self.places(known, text).first == 5..<(text.count - 5), "\(person)")
            }
        }
    }

    /// Names from which random people are made, none of them a word of the filler.
    private static let given = [
        "Bob", "Siobhan", "Jérôme", "Willem-Alexander", "Zoë", "Anna Maria", "Krzysztof", "Åse", "Ahmed", "Françoise",
    ]
    private static let family = [
        "Jansen", "van den Bergh", "O'Brien", "Grünwald", "de Vries-Kuipers", "Łukasz", "Lefèvre", "von Trapp",
        "Nguyen",
        "’t Hooft", "El Amrani", "Størmer",
    ]

    @Test func `of planted others never stand in the answer of another, in any supported form`() throws {
        var generator = Seeded(state: 7)
        for _ in 0..<400 {
            let given = try #require(Self.given.randomElement(using: &generator))
            let family = try #require(Self.family.randomElement(using: &generator))
            var known = KnownValues(besides: SubjectForms([Array("ada lovelace".utf8)]))
            known.insert(Array("\(given) \(family)".utf8), as: .otherPerson)
            let core = family.split(separator: " ").last.map(String.init) ?? family
            let particles = family.split(separator: " ").dropLast().joined(separator: " ")
            let initial = given.prefix(1)
            let forms = [
                "\(given) \(family)", "\(family), \(given)", "\(core), \(given) \(particles)", "\(initial). \(family)",
                "\(initial) \(family)", "\(family) \(initial).", family, given, "\(core), \(initial). \(particles)",
            ].map { $0.trimmingCharacters(in: .whitespaces) }
            let form = try #require(forms.randomElement(using: &generator))
            let written =
                [form, form.decomposedStringWithCanonicalMapping, form.uppercased()]
                .randomElement(using: &generator) ?? form
            let text = Array("“\(written)” told Ada Lovelace (\(written)), and \(written): done".utf8)
            let found = Self.places(known, text)
            let left = String(
                decoding: text.enumerated().filter { place, _ in !found.contains { $0.contains(place) } }
                    .map(\.element),
                as: UTF8.self
            )
            let rest = left.unicodeScalars.filter(\.properties.isAlphabetic)
            #expect(
                String(String.UnicodeScalarView(rest)) == "toldAdaLovelaceanddone",
                "\(given) \(family) as \(written)"
            )
        }
    }

    @Test func `that are the subject's own as well are left to the subject`() {
        var known = KnownValues(besides: SubjectForms([Array("Ada Jansen".utf8), Array("ada@example.org".utf8)]))
        known.insert(Array("Bob Jansen".utf8), as: .otherPerson)
        known.insert(Array("Ada de Wit".utf8), as: .otherPerson)
        let text = Array("Ada Jansen and Bob Jansen; Jansen rang, Ada too, with Bob and Ada de Wit and de Wit".utf8)
        let found = Self.places(known, text).map { String(decoding: text[$0], as: UTF8.self) }
        #expect(found == ["Bob Jansen", "Bob", "Ada de Wit", "de Wit"])
    }

    @Test func `that several people share name nobody in particular`() {
        var known = KnownValues()
        known.insert(Array("Bob Jansen".utf8), as: .otherPerson)
        known.insert(Array("Eva Jansen".utf8), as: .otherPerson)
        var values: [[UInt8]?] = []
        known.forEachMatch(in: Array("Eva; Jansen; Bob Jansen".utf8)[...]) { values.append(known.value(of: $1)) }
        #expect(values == [Array("Eva Jansen".utf8), nil, Array("Bob Jansen".utf8)])
    }

    @Test(arguments: [
        ("Sales team", "the sales of the team"), ("Klantenservice", "de service"),
        ("Bakkerij De Vries BV", "de Vries belt"),
        ("Bo Li", "bo li-ion, Li and Bo"), ("Max", "the maximum"), ("Jansen & Zn", "een zn"),
        ("12 34 56 78", "56 78 euro"),
    ])
    func `are not made of what is no name`(value: String, text: String) {
        var known = KnownValues()
        known.insert(Array(value.utf8), as: .otherPerson)
        let found = Self.places(known, Array(text.utf8))
        #expect(found.isEmpty || value == "Bo Li")
    }

    @Test func `are looked for in any bytes without end or fault (case 63)`() throws {
        let known = try Self.known()
        var generator = Seeded(state: 11)
        let pieces: [[UInt8]] = [
            Array("Jan van den Berg".utf8), [0xFF], [0xC3], [0xE2, 0x80], [0xF0, 0x9F, 0x98], [0xCC, 0x81], [0],
            Array(" ".utf8), Array("Mark".utf8), Array("anna.mueller@example.org".utf8), Array("-".utf8),
            [0xED, 0xA0, 0x80],
        ]
        for _ in 0..<2_000 {
            let text = (0..<Int.random(in: 0...12, using: &generator)).flatMap { _ in
                pieces.randomElement(using: &generator) ?? []
            }
            var end = 0
            for place in Self.places(known, text) {
                #expect(place.lowerBound >= end && place.upperBound <= text.count && !place.isEmpty)
                end = place.upperBound
            }
        }
    }
}
