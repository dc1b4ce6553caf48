/// The words of a column's or a table's name: `CustomerId`, `customer_id` and `customer-id` are `customer` and `id`.
struct NameWords {
    let words: [String]

    init(_ name: String) {
        var words: [String] = []
        var word = ""
        var wasSmall = false
        for scalar in name.unicodeScalars {
            let isLetter = scalar.properties.isAlphabetic
            let isCapital = scalar.properties.isUppercase
            if !isLetter || (isCapital && wasSmall) {
                if !word.isEmpty { words.append(word) }
                word = ""
            }
            if isLetter { word.unicodeScalars.append(scalar) }
            wasSmall = isLetter && !isCapital
        }
        if !word.isEmpty { words.append(word) }
        self.words = words.map { $0.lowercased() }
    }

    private init(words: [String]) { self.words = words }

    /// The words without some that they begin with, unless nothing would be left.
    func without(_ start: [String]) -> NameWords {
        guard words.count > start.count, Array(words.prefix(start.count)) == start else { return self }
        return NameWords(words: Array(words.dropFirst(start.count)))
    }

    /// The words with one line below between them, as an id.
    var joined: String { words.joined(separator: "_") }

    /// The words as people say them.
    var title: String {
        let text = words.joined(separator: " ")
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    /// The words of one of many.
    var singular: [String] { words.dropLast() + words.suffix(1).map(Self.singular) }

    static func singular(_ word: String) -> String {
        if word.count > 4, word.hasSuffix("ies") { return word.dropLast(3) + "y" }
        let isPlural = word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") && !word.hasSuffix("us")
        return isPlural ? String(word.dropLast()) : word
    }

    /// Whether any of some words stands among them.
    func hasAny(_ others: Set<String>) -> Bool { words.contains(where: others.contains) }

    /// Whether they begin or end with a run of words, written apart or in one.
    func holds(_ run: String) -> Bool {
        let run = run.split(separator: " ").map(String.init)
        let whole = run.joined()
        if words.contains(whole) { return true }
        guard run.count <= words.count else { return false }
        return (0...words.count - run.count).contains { Array(words[$0..<$0 + run.count]) == run }
    }
}
