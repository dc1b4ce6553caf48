/// Reads the words for a legal basis in a register: `toestemming`, `Article 6 lid 1 sub b`, `6(1)(f)`.
struct LegalBasisReading {
    /// Articles such as `6(1)(a)`, each once, in the order of the cell.
    private(set) var articles: [String] = []
    /// The cell's own words, where they say more than the articles do or were not understood.
    private(set) var note: String?

    /// Reads a cell; the condition of Article 9 is another column, in which `consent` alone means another article.
    init(_ cell: RecordCell, isCondition: Bool = false) {
        guard !cell.saysNothing else { return }
        for item in cell.items { take(item, isCondition) }
        if note != nil { note = RecordCell.trimmed(cell.text) }
    }

    private mutating func take(_ item: String, _ isCondition: Bool) {
        let words = FoldedWords(item)
        let negated = words.words.contains(where: RecordCell.negations.contains)
        let numbers = ArticleNumbers(words.words)
        let phrases = Self.phrases.filter { !isCondition || $0.article.utf8.first == UInt8(ascii: "9") }
        let keywords = words.keywords
        let held = negated ? [] : phrases.filter { keywords.place(of: $0.words) != nil }
        // `explicit consent` also holds `consent`.
        let kept = held.filter { one in
            !held.contains { $0.words.count > one.words.count && $0.words.place(of: one.words) != nil }
        }
        for article in numbers.articles + kept.map(\.article) where !articles.contains(article) {
            articles.append(article)
        }
        let said = Set(kept.flatMap(\.words))
        let isSaidTwice = numbers.articles.isEmpty || kept.allSatisfy { numbers.articles.contains($0.article) }
        let isUnderstood = !numbers.articles.isEmpty || !kept.isEmpty
        let isAllSaid = isUnderstood && isSaidTwice && FoldedWords.keywords(of: numbers.rest).allSatisfy(said.contains)
        if !isAllSaid { note = item }
    }

    private static let phrases: [(article: String, words: [String])] = table.flatMap { article, texts in
        texts.map { (article, FoldedWords($0).keywords) }
    }

    private static let table: [(String, [String])] = [
        ("6(1)(a)", ["toestemming", "toestemming betrokkene", "consent", "Einwilligung", "consentement"]),
        (
            "6(1)(b)",
            [
                "overeenkomst", "uitvoering overeenkomst", "uitvoering van de overeenkomst", "contract",
                "performance of contract", "contractual necessity", "Vertrag", "Vertragserfüllung",
                "Erfüllung eines Vertrags", "contrat", "exécution du contrat", "exécution d'un contrat",
            ]
        ),
        (
            "6(1)(c)",
            [
                "wettelijke verplichting", "wettelijke plicht", "legal obligation", "rechtliche Verpflichtung",
                "gesetzliche Verpflichtung", "obligation légale",
            ]
        ),
        (
            "6(1)(d)",
            [
                "vitaal belang", "vitale belangen", "vital interest", "lebenswichtige Interessen", "intérêts vitaux",
                "sauvegarde des intérêts vitaux",
            ]
        ),
        (
            "6(1)(e)",
            [
                "algemeen belang", "taak van algemeen belang", "publiekrechtelijke taak", "openbaar gezag",
                "public interest", "public task", "öffentliches Interesse", "öffentlichem Interesse",
                "intérêt public", "mission d'intérêt public",
            ]
        ),
        (
            "6(1)(f)",
            [
                "gerechtvaardigd belang", "gerechtvaardigde belangen", "legitimate interest", "berechtigtes Interesse",
                "berechtigte Interessen", "intérêt légitime",
            ]
        ),
        (
            "9(2)(a)",
            [
                "uitdrukkelijke toestemming", "explicit consent", "ausdrückliche Einwilligung",
                "consentement explicite",
            ]
        ),
    ]
}

/// The articles 6(1) and 9(2) that stand in words by their numbers.
struct ArticleNumbers {
    private(set) var articles: [String] = []
    /// The words that are no part of a number.
    private(set) var rest: [String] = []

    private static let around: Set<String> = [
        "art", "artikel", "article", "avg", "gdpr", "dsgvo", "ds", "gvo", "rgpd", "uk", "de", "du", "der", "van", "of",
        "the",
    ]
    private static let parts: Set<String> = [
        "lid", "abs", "absatz", "para", "paragraph", "paragraphe", "par", "al", "alinea", "sub", "onder", "lit",
        "litera", "letter", "point", "lettre", "buchstabe", "onderdeel", "er", "satz",
    ]
    private static let ordinals = [
        "1": 1, "eerste": 1, "first": 1, "premier": 1, "2": 2, "tweede": 2, "second": 2, "deuxieme": 2,
    ]
    private static let between: Set<String> = ["en", "and", "und", "et", "of", "or", "oder", "ou"]

    /// Finds them in folded words.
    init(_ words: [String]) {
        var words = words[...]
        while let word = words.popFirst() {
            if let (articles, length) = Self.numbered(word, words) {
                self.articles += articles
                words = words.dropFirst(length)
            } else if !Self.around.contains(word) {
                rest.append(word)
            }
        }
    }

    /// The articles that begin with a word, and how many of the words after it belong to them.
    private static func numbered(_ word: String, _ following: ArraySlice<String>) -> (articles: [String], Int)? {
        guard word == "6" || word == "9" else { return nil }
        var words = following.drop(while: parts.contains)
        guard let paragraph = words.popFirst().flatMap({ ordinals[$0] }), paragraph == (word == "6" ? 1 : 2) else {
            return nil
        }
        words = words.drop(while: parts.contains)
        var letters: [String] = []
        while let letter = words.first, isLetter(letter, of: word) {
            letters.append(letter)
            words = words.dropFirst()
            let next = words.drop { between.contains($0) || parts.contains($0) }
            // Only what stands right behind, or behind `and`: `a` is also a word.
            if let other = next.first, isLetter(other, of: word), next.startIndex > words.startIndex {
                words = next
            } else {
                break
            }
        }
        return letters.isEmpty
            ? nil : (letters.map { "\(word)(\(paragraph))(\($0))" }, words.startIndex - following.startIndex)
    }

    private static func isLetter(_ word: String, of article: String) -> Bool {
        guard word.utf8.count == 1, let letter = word.utf8.first else { return false }
        return (UInt8(ascii: "a")...UInt8(ascii: article == "6" ? "f" : "j")).contains(letter)
    }
}
