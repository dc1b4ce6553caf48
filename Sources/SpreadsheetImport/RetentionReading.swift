import Policy
import Groundwork

/// Reads how long a register says that data is kept: `7 jaar na einde overeenkomst`, `maximaal 6 maanden`, `P7Y`.
///
/// Only what is understood to its last word becomes a period; everything else stays a criterion in the register's own
/// words. An understood text is kept beside the rule as well.
struct RetentionReading {
    /// What a period counts from, or what ends the keeping.
    enum Origin: Hashable {
        case event(RecordEvent)
        case words(String)
    }

    let kind: RetentionRule.Kind
    var duration: String?
    var from: Origin?
    /// The register's words, where people are to read them.
    var text: String?
    /// The register's words, as evidence for what was understood.
    var quote: String?

    private init(_ kind: RetentionRule.Kind) { self.kind = kind }

    /// The rules of a cell.
    static func rules(_ cell: RecordCell) -> [RetentionReading] {
        let items = cell.items
        guard !cell.saysNothing, !items.isEmpty else {
            var rule = RetentionReading(.notStated)
            rule.quote = items.isEmpty ? nil : items.joined(separator: "; ")
            return [rule]
        }
        return items.map { RetentionReading($0) }
    }

    private init(_ item: String) {
        let words = FoldedWords(item)
        let phrase = RetentionPhrase(item, words)
        let isStatutory = RetentionPhrase.laws.contains { words.keywords.place(of: $0) != nil }
        if let period = phrase.period, !isStatutory {
            kind = period.kind
            duration = period.duration
            from = period.from
            quote = isSame(item, period.duration) ? nil : item
        } else if isStatutory, !words.words.contains(where: RecordCell.negations.contains) {
            kind = .statutory
            duration = phrase.onlyDuration
            text = item
        } else if let end = phrase.end {
            kind = .untilEvent
            from = end
            quote = item
        } else {
            kind = .necessity
            text = item
        }
    }
}
