import ExporterKit
import Languages
import Cases
import Policy

extension OverviewPage {
    /// The categories of which nothing is held: a line each, with all that the record says of it behind it.
    var emptyCategories: HTML {
        let empty = reports.filter(\.isEmpty)
        guard !empty.isEmpty else { return .nothing }
        return """
            <section class="card" id="nothing-held" aria-labelledby="nothing-held-title">
            <h2 id="nothing-held-title">\(text: words.nothingHeldHeading(empty.count))</h2>
            <p>\(text: words.nothingHeldIntroduction)</p>
            <div class="folded">
            \(empty.map(folded))</div>
            </section>
            """
    }

    private func folded(_ report: CategoryReport) -> HTML {
        """
        <details>
        <summary><span>\(text: facts.categoryTitle(report.id))</span> \
        <span class="count">\(text: shortOutcome(report))</span></summary>
        \(processedForCustomer(report))
        <dl class="facts">
        \(fact(words.outcomeColumn, outcomes(report)))
        \(optional(words.fields, fields(report)))
        \(fact(words.purposes, purposes(report)))
        \(fact(words.legalBasis, legalBases(report)))
        \(fact(words.retention, retention(report)))
        \(fact(words.origin, statedOrigin(report)))
        \(fact(words.recipients, recipients(report)))
        \(fact(words.transfers, transfers(report)))
        \(fact(words.automatedDecisions, automatedDecisions(report)))
        \(optional(words.remarks, remarks(report)))
        </dl>
        </details>

        """
    }

    private func shortOutcome(_ report: CategoryReport) -> String {
        let isSearched = !report.lines.isEmpty && report.lines.allSatisfy { $0.outcome == .nothingHeld }
        return isSearched ? words.nothingFoundShort : words.notSearchedShort
    }

    private func outcomes(_ report: CategoryReport) -> HTML {
        if report.lines.isEmpty { return "<p>\(text: words.notSearched)</p>" }
        return list(
            report.lines.map { line in
                let source = isByHand(line) ? words.byHand : "\(facts.systemTitle(line.system)), \(place(of: line))"
                return "\(source)\(text: words.colon)\(outcome(line))"
            }
        )
    }

    /// Where such data would come from, as far as the record says that it is not from the person alone.
    private func statedOrigin(_ report: CategoryReport) -> HTML {
        let suppliers = wording.suppliers(of: report)
        let source = report.category?.source.map { words.sentence(wording.text($0)) }
        let supplied = suppliers.isEmpty ? nil : words.supplied(by: words.enumeration(suppliers, words.and))
        let sentences = [source, supplied].compactMap(\.self)
        return list((sentences.isEmpty ? [words.noOtherSource] : sentences).map(HTML.text))
    }
}
