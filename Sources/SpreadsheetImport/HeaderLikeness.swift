import Groundwork

/// How well a header says that its column is about something.
enum HeaderStrength: Int, Comparable {
    /// It holds one of the column's words, or is one but for a letter.
    case near = 1
    /// It is a word that may also mean other things, such as `Name`.
    case general
    /// It is one of the column's words.
    case exact

    static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}

/// What a header seems to say.
struct HeaderLikeness {
    let column: RecordColumn
    let strength: HeaderStrength
    /// Whether it is taken along with other headers of the column.
    var isAdditional = false
}

extension HeaderLikeness {
    /// What a header seems to be about; nil where it holds no word that is known.
    init?(_ header: String) {
        let whole = FoldedWords(header).keywords
        let texts = [whole, FoldedWords(Self.withoutRemarks(header)).keywords].map(Self.withoutNumber)
        guard !whole.isEmpty else { return nil }
        if let entry = texts.lazy.compactMap({ Self.known[$0] }).first {
            self.init(
                column: entry.column,
                strength: entry.mark == "=" ? .general : .exact,
                isAdditional: entry.mark == "+"
            )
        } else if let column = Self.near(texts[0]) {
            self.init(column: column, strength: .near)
        } else {
            return nil
        }
    }

    private struct Entry {
        let column: RecordColumn
        let mark: Character?
        let words: [String]
    }

    private static let entries: [Entry] = RecordColumn.allCases.flatMap { column in
        column.words.map { word in
            let mark = word.first.flatMap { "=+".contains($0) ? $0 : nil }
            return Entry(column: column, mark: mark, words: FoldedWords(word).keywords)
        }
    }

    private static let known = Dictionary(entries.map { ($0.words, $0) }) { first, _ in first }

    /// The header speaks first of what it is about (`Doel van de verwerking van persoonsgegevens`), so the earliest
    /// known words count, of these the longest.
    private static func near(_ header: [String]) -> RecordColumn? {
        let telling = entries.filter { $0.mark != "=" }
        let held = telling.compactMap { entry -> (Entry, Int)? in
            guard let place = header.place(of: entry.words) else { return nil }
            let others = header[..<place] + header[(place + entry.words.count)...]
            return others.contains(where: RecordColumn.otherMatters.contains) ? nil : (entry, place)
        }
        let first = held.min { ($0.1, -$0.0.words.count) < ($1.1, -$1.0.words.count) }
        return first?.0.column ?? misspelt(header, telling)
    }

    private static func misspelt(_ header: [String], _ telling: [Entry]) -> RecordColumn? {
        let text = header.joined(separator: " ")
        return telling.first { entry in
            let word = entry.words.joined(separator: " ")
            return word.utf8.count >= 7 && distance(text, word) == 1
        }?.column
    }

    /// `Doel 1` and `Doel 2` are two columns for the same.
    private static func withoutNumber(_ words: [String]) -> [String] {
        guard words.count > 1, let last = words.last, Int(last) != nil, last != "9" else { return words }
        return words.dropLast()
    }

    private static func withoutRemarks(_ header: String) -> String {
        header.replacing(/\([^()]*\)/, with: "")
    }
}
