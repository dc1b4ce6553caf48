import Policy
import ControllerFiles

/// One phrase about a time, taken apart word by word.
struct RetentionPhrase {
    private let text: String
    private let words: FoldedWords

    init(_ text: String, _ words: FoldedWords) {
        self.text = text
        self.words = words
    }

    /// A period with everything that is said of it; nil unless every word was understood.
    var period: (kind: RetentionRule.Kind, duration: String, from: RetentionReading.Origin?)? {
        if let written = writtenPeriod { return (.fixed, written, nil) }
        var rest = words.words[...]
        let (kind, lead) = Self.lead(rest)
        rest = rest.dropFirst(lead)
        guard let duration = Self.duration(rest) else { return nil }
        rest = rest.dropFirst(2)
        if rest.isEmpty { return (kind, duration, nil) }
        for start in Self.starts where rest.starts(with: start) {
            guard let origin = origin(from: rest.startIndex + start.count) else { return nil }
            return (kind, duration, origin)
        }
        return nil
    }

    /// The period, where there is exactly one number and a unit beside it.
    var onlyDuration: String? {
        let numbers = words.words.indices.filter { Int(words.words[$0]) != nil }
        return numbers.count == 1 ? Self.duration(words.words[numbers[0]...]) : nil
    }

    /// What ends the keeping, where that is all that is said: `tot intrekking toestemming`.
    var end: RetentionReading.Origin? {
        guard let first = words.words.first, Self.untils.contains(first) else { return nil }
        return origin(from: words.words.dropFirst().first.map { ["que", "a", "au"].contains($0) } == true ? 2 : 1)
    }

    private var writtenPeriod: String? {
        ISODuration(text)?.isDateOnly == true ? text : nil
    }

    /// An event from a word to the end; nil where a condition or another number follows.
    private func origin(from first: Int) -> RetentionReading.Origin? {
        let tail = words.words[min(first, words.words.count)...]
        // In English `of` is no condition; in Dutch it means or.
        let isEnglish = Self.englishStarts.contains(words.words[first - 1])
        let conditions = isEnglish ? Self.conditions.subtracting(["of"]) : Self.conditions
        guard !tail.isEmpty, !tail.contains(where: { Int($0) != nil || conditions.contains($0) }),
            !tail.contains(where: RecordCell.negations.contains)
        else { return nil }
        let said = String(text[words.places[first].lowerBound..<words.places[words.places.count - 1].upperBound])
        return RecordEvent(FoldedWords(said).keywords).map { .event($0) } ?? .words(said)
    }

    private static func lead(_ words: ArraySlice<String>) -> (RetentionRule.Kind, Int) {
        for (kind, leads) in self.leads {
            for lead in leads where words.starts(with: lead) { return (kind, lead.count) }
        }
        return (.fixed, 0)
    }

    private static func duration(_ words: ArraySlice<String>) -> String? {
        guard let first = words.first, let unit = words.dropFirst().first.flatMap({ units[$0] }) else { return nil }
        let number = numbers[first] ?? Int(first)
        let duration = number.map { "P\($0)\(unit)" }
        return duration.flatMap { ISODuration($0) } == nil ? nil : duration
    }

    // MARK: Words

    private static let units: [String: String] = {
        let words = [
            "Y": "jaar jaren jr year years yr yrs jahr jahre jahren an ans annee annees",
            "M": "maand maanden mnd month months monat monate monaten mois",
            "W": "week weken weeks woche wochen semaine semaines",
            "D": "dag dagen day days tag tage tagen jour jours",
        ]
        return words.reduce(into: [:]) { units, entry in
            for word in FoldedWords(entry.value).words { units[word] = entry.key }
        }
    }()

    private static let numbers = [
        "een": 1, "one": 1, "ein": 1, "un": 1, "twee": 2, "two": 2, "zwei": 2, "deux": 2, "drie": 3, "three": 3,
        "drei": 3,
        "trois": 3, "vier": 4, "four": 4, "quatre": 4, "vijf": 5, "five": 5, "funf": 5, "cinq": 5, "zes": 6, "six": 6,
        "sechs": 6, "zeven": 7, "seven": 7, "sieben": 7, "sept": 7, "tien": 10, "ten": 10, "zehn": 10, "dix": 10,
    ]

    private static let leads: [(RetentionRule.Kind, [[String]])] = [
        (
            .max,
            [
                "tot maximaal", "maximaal", "maximum", "max", "ten hoogste", "hoogstens", "uiterlijk", "tot", "up to",
                "at most", "no longer than", "maximal", "hochstens", "bis zu", "au maximum", "jusqu a",
            ].map { FoldedWords($0).words }
        ),
        (
            .usual,
            ["in de regel", "meestal", "gewoonlijk", "usually", "normally", "in der Regel", "en général"].map {
                FoldedWords($0).words
            }
        ),
    ]

    private static let starts = [
        "na", "vanaf", "after", "from", "since", "following", "nach", "ab", "seit", "après", "à compter de",
        "à compter du", "à partir de", "à partir du", "depuis",
    ].map { FoldedWords($0).words }

    private static let englishStarts: Set<String> = ["after", "from", "since", "following", "until", "till"]

    private static let untils: Set<String> = ["tot", "totdat", "until", "till", "bis", "jusqu"]

    /// Words that say that the law sets the time.
    static let laws = [
        "wettelijke bewaartermijn", "wettelijke termijn", "wettelijke bewaarplicht", "bewaarplicht",
        "fiscale bewaartermijn", "statutory retention", "legal retention", "retention required by law",
        "gesetzliche Aufbewahrungsfrist", "gesetzliche Aufbewahrungspflicht", "Aufbewahrungspflicht",
        "durée légale", "obligation légale de conservation",
    ].map { FoldedWords($0).keywords }

    private static let conditions: Set<String> = [
        "tenzij", "of", "en", "indien", "mits", "daarna", "unless", "or", "and", "if", "oder", "und", "sofern", "falls",
        "danach", "sauf", "ou", "et", "si", "puis",
    ]
}
