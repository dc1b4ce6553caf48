import ExporterKit

extension OverviewPage {
    /// A section for every category of which something is held or awaited.
    var categories: HTML {
        let sections = reportsWithSection.enumerated().map { index, report in section(report, number: index + 1) }
        guard !sections.isEmpty else { return .nothing }
        return "<h2 class=\"part\">\(text: words.categoriesHeading)</h2>\n\(sections)"
    }

    private func section(_ report: CategoryReport, number: Int) -> HTML {
        let id = "category-\(number)"
        return """
            <section class="card category" id="\(text: id)" aria-labelledby="\(text: id)-title">
            <header><h3 id="\(text: id)-title">\(text: facts.categoryTitle(report.id))</h3>
            <p class="count">\(text: count(of: report))</p></header>
            \(missing(report))
            \(report.collections.map(records))
            \(additions(report))
            <dl class="facts">
            \(fact(words.purposes, purposes(report)))
            \(fact(words.legalBasis, legalBases(report)))
            \(fact(words.retention, retention(report)))
            \(fact(words.origin, origin(report)))
            \(fact(words.recipients, recipients(report)))
            \(fact(words.transfers, transfers(report)))
            \(fact(words.automatedDecisions, automatedDecisions(report)))
            \(fact(words.portabilityLabel, portability(report)))
            \(fact(words.withheldLabel, withheld(report)))
            </dl>
            </section>

            """
    }

    /// Why a category that has a section holds no data.
    private func missing(_ report: CategoryReport) -> HTML {
        if report.hasData { return .nothing }
        return HTML(
            report.lines.map { line -> HTML in
                let place: HTML = report.lines.count > 1 ? "<b>\(place(of: line))</b>: " : .nothing
                return "<p class=\"note\">\(place)\(outcome(line))</p>\n"
            }
        )
    }

    private var notRecorded: HTML { "<p class=\"unknown\">\(text: words.notRecorded(contact: contactLine))</p>" }

    private func purposes(_ report: CategoryReport) -> HTML {
        let purposes = (report.category?.purposes ?? []).map { $0.text(in: facts.language) }.filter { !$0.isEmpty }
        return purposes.isEmpty ? notRecorded : list(purposes.map { .text(words.capitalised($0)) })
    }

    private func legalBases(_ report: CategoryReport) -> HTML {
        let bases = report.category?.legalBases ?? []
        guard !bases.isEmpty else { return notRecorded }
        return list(
            bases.map { article in
                let reference: HTML = "<span class=\"article\">\(text: words.reference(article))</span>"
                return words.legalBasis(article).map { "\(text: words.capitalised($0)) \(reference)" } ?? reference
            }
        )
    }

    private func retention(_ report: CategoryReport) -> HTML {
        let rules = report.category?.retention ?? []
        guard !rules.isEmpty else { return notRecorded }
        return list(rules.map { .text(sentence($0)) })
    }

    /// A rule in words: the period if there is one, the criterion otherwise, and the controller's remark.
    private func sentence(_ rule: RetentionRule) -> String {
        let remark = rule.text.map { words.sentence($0.text(in: facts.language)) } ?? ""
        let start = rule.from.first?.words.text(in: facts.language)
        let knowsNothing = rule.duration == nil && start == nil
        if knowsNothing, !remark.isEmpty, rule.kind != .statutory { return remark }
        let kept = words.kept(rule.kind, period: rule.duration.map(words.period), from: start)
        return remark.isEmpty ? kept : "\(kept) \(remark)"
    }

    private func origin(_ report: CategoryReport) -> HTML {
        let origins = report.origins(in: facts)
        let source = report.category?.source?.text(in: facts.language) ?? ""
        var sentences = origins.filter { $0 != .thirdParty }.map(words.origin)
        switch (origins.contains(.thirdParty), source.isEmpty) {
        case (true, true): sentences.append("\(words.origin(.thirdParty)) \(words.unknownThirdParty)")
        case (true, false): sentences.append(words.given(by: source))
        case (false, true): break
        case (false, false): sentences.append(words.sentence(source))
        }
        if !report.additions.isEmpty { sentences.append(words.addedByHand) }
        return sentences.isEmpty ? notRecorded : list(sentences.map(HTML.text))
    }

    private func automatedDecisions(_ report: CategoryReport) -> HTML {
        guard report.category != nil else { return notRecorded }
        let stated = report.category?.automatedDecisions?.text(in: facts.language) ?? ""
        return "<p>\(text: stated.isEmpty ? words.noAutomatedDecisions : stated)</p>"
    }

    private func portability(_ report: CategoryReport) -> HTML {
        let collections = report.describedCollections(in: facts)
        let isCovered = collections.map { portable($0, report.category) }
        guard isCovered.contains(true), isCovered.contains(false) else {
            return "<p>\(text: portability(isCovered.first ?? false, copyIsHere: report.hasData))</p>"
        }
        return list(
            zip(collections, isCovered).map { collection, isCovered in
                let isHere = report.collections.contains { $0.gathered.collection.id == collection.id }
                return """
                    <b>\(text: collection.title.text(in: facts.language))</b>: \
                    \(text: portability(isCovered, copyIsHere: isHere))
                    """
            }
        )
    }

    private func portability(_ isCovered: Bool, copyIsHere: Bool) -> String {
        words.portable(isCovered) + (copyIsHere && !isCovered ? " \(words.copyIsHere)" : "")
    }

    private func additions(_ report: CategoryReport) -> HTML {
        guard !report.additions.isEmpty else { return .nothing }
        return "<h4>\(text: words.byHand)</h4>\n<p class=\"small\">\(text: words.addedByHand)</p>\n"
            + documentTable(report.additions)
    }
}
