package import Policy

/// Which right a text seems to exercise.
package enum RightGuess: Sendable, Hashable {
    /// One right, by name.
    case named(Right)
    /// No right, but somebody's data: it is treated as access, and asked.
    case asksForData
    /// Several rights, each of which would be a request.
    case several([Right])
    /// None that is recognised.
    case unclear
}

/// What points at rights in a text.
struct RightSigns {
    private var scores: [Right: Int] = [:]
    /// How many phrases of each language asked for something.
    private(set) var asked: [Language: Int] = [:]
    private var asksForData = false
    /// Whether somebody asks for another person.
    private(set) var isForOthers = false

    /// A right counts from here on.
    private static let enough = 3
    private static let laws = RequestWords.words("avg gdpr rgpd dsgvo gvo uavg regulation verordening reglement")

    init(subject: FoldedText, body: FoldedText) {
        let asked = body.sentences.map(RequestWords.asked)
        for language in Language.allCases {
            let words = language.requestWords
            for sentence in subject.sentences { take(sentence[...], words, language, weight: 4) }
            for sentence in asked { take(sentence, words, language, weight: 3) }
        }
        for sentence in subject.sentences + body.sentences { takeArticles(sentence) }
    }

    private mutating func take(
        _ sentence: ArraySlice<[UInt8]>,
        _ words: RequestWords,
        _ language: Language,
        weight: Int
    ) {
        for (right, phrases) in words.rights where phrases.contains(where: { $0.stands(in: sentence) }) {
            scores[right, default: 0] += weight
            asked[language, default: 0] += 1
        }
        if words.asking.contains(where: { $0.stands(in: sentence) }) {
            asksForData = true
            asked[language, default: 0] += 1
        }
        if words.forOthers.contains(where: { $0.stands(in: sentence) }) { isForOthers = true }
    }

    /// `art. 15 GDPR` names a right in every language; where the law is not named beside it, it only supports one.
    private mutating func takeArticles(_ sentence: [[UInt8]]) {
        let namesLaw = sentence.contains(where: Self.laws.contains)
        for (place, word) in sentence.enumerated().dropFirst() {
            let before = sentence[place - 1]
            guard before.starts(with: Array("art".utf8)), before.count <= 8,
                let right = Self.articles[String(decoding: word, as: UTF8.self)]
            else { continue }
            // A range of articles names none of them.
            let next = sentence[(place + 1)...].first.map { String(decoding: $0, as: UTF8.self) } ?? ""
            guard !["to", "tot", "bis", "t", "through", "a"].contains(next) else { continue }
            scores[right, default: 0] += namesLaw ? Self.enough : 1
        }
    }

    private static let articles: [String: Right] = [
        "15": .access, "16": .rectification, "17": .erasure, "18": .restriction, "20": .portability, "21": .objection,
        "22": .noAutomatedDecision,
    ]

    /// The right that is meant.
    var guess: RightGuess {
        var found = Set(scores.filter { $0.value >= Self.enough }.keys)
        for (wider, narrower) in Self.holds where found.contains(wider) { found.subtract(narrower) }
        let ordered = Right.allCases.filter(found.contains)
        guard let first = ordered.first else { return asksForData ? .asksForData : .unclear }
        return ordered.count == 1 ? .named(first) : .several(ordered)
    }

    /// A right whose answer or doing holds that of others which are asked for beside it.
    private static let holds: [(Right, Set<Right>)] = [
        (.access, [.information, .portability]),
        (.erasure, [.withdrawConsent]),
        (.objectionDirectMarketing, [.objection, .withdrawConsent]),
        (.rectification, [.updateData]),
        (.objection, [.withdrawConsent]),
    ]
}
