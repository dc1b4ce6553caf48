import ExporterKit
import Cases
import Groundwork
import Languages
import GatheringStage

extension OverviewPage {
    /// What of a category does not stand in the package as the systems hold it, with grounds and counts.
    func withheld(_ report: CategoryReport) -> HTML {
        let items = report.lines.flatMap { line -> [HTML] in
            let place: HTML = "<b>\(place(of: line))</b>\(text: words.colon)"
            var notes = redactions(line)
            if line.outcome != .records, line.outcome != .nothingHeld { notes.insert(outcome(line), at: 0) }
            return notes.map { place + $0 }
        }
        return items.isEmpty ? "<p>\(text: words.nothingWithheld)</p>" : list(items)
    }

    /// Every line of the ledger, so that nothing is left out silently.
    var search: HTML {
        let columns = [words.systemColumn, words.collectionColumn, words.categoryColumn, words.outcomeColumn]
        let quiet = facts.dossier.ledger.lines.filter { isByHand($0) && $0.outcome == .nothingHeld }
        let isFolded = quiet.count > Self.quietLineLimit
        let shown = facts.dossier.ledger.lines.filter { !isFolded || !quiet.contains($0) }
        let rows = shown.map { line -> HTML in
            let notes = ([outcome(line)] + redactions(line)).map { note -> HTML in "<p>\(note)</p>" }
            return plainRow(
                [
                    "\(isByHand(line) ? words.byHand : facts.systemTitle(line.system))",
                    "\(place(of: line))",
                    "\(text: facts.categoryTitle(line.category))", HTML(notes),
                ],
                of: columns
            )
        }
        return """
            <section class="card" id="search" aria-labelledby="search-title">
            <h2 id="search-title">\(text: words.searchHeading)</h2>
            <p>\(text: words.searchIntroduction)</p>
            \(plainTable(title: words.searchHeading, columns: columns, rows: rows))
            \(isFolded ? folded(quiet) : .nothing)
            </section>
            """
    }

    /// More lines than this in which people found nothing would bury the others; they stand behind one line then.
    private static var quietLineLimit: Int { 5 }

    private func folded(_ quiet: [LedgerLine]) -> HTML {
        let titles = quiet.map { facts.categoryTitle($0.category) }.joined(separator: words.semicolon)
        return """
            <div class="folded"><details>
            <summary><span>\(text: words.nothingFoundByHand(quiet.count))</span></summary>
            <p>\(text: words.ended(titles))</p>
            </details></div>
            """
    }

    /// What people look up themselves has a line for the whole category, under no configured system.
    func isByHand(_ line: LedgerLine) -> Bool { facts.system(line.system) == nil }

    /// What a line is about: a collection, or the category that people look up.
    func place(of line: LedgerLine) -> String {
        isByHand(line)
            ? facts.categoryTitle(line.category) : facts.collectionTitle(line.collection, of: line.system)
    }

    /// What became of a line, in words and with the reason.
    func outcome(_ line: LedgerLine) -> HTML {
        if isByHand(line), line.outcome == .records { return "\(text: words.found(documents: line.records))" }
        let sentence: HTML = "\(text: words.outcome(facts.inWords(line.outcome), records: line.records))"
        guard case .gapAccepted(let reason) = line.outcome, !reason.isEmpty else { return sentence }
        return "\(sentence) \(text: words.reason(reason))"
    }

    private func redactions(_ line: LedgerLine) -> [HTML] {
        let fields = facts.system(line.system)?.collections.first { $0.id == line.collection }?.fields ?? []
        return line.redactions.map { redaction in
            let title = redaction.field.map { name in
                fields.first { isSame($0.name, name) }?.title.text(in: facts.language) ?? name
            }
            let sentence: HTML = "\(text: words.redaction(redaction, field: title))"
            guard let reason = redaction.reason, !reason.isEmpty else { return sentence }
            return "\(sentence) \(text: words.reason(reason))"
        }
    }
}
