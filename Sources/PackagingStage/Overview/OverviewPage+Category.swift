import ExporterKit
import Policy
import Languages
import GatheringStage

extension OverviewPage {
    /// A section for every category of which something is held or awaited.
    var categories: HTML {
        let sections = reportsWithSection.enumerated().map { index, report in section(report, number: index + 1) }
        guard !sections.isEmpty else { return .nothing }
        let times: HTML =
            showsMoments ? "<p class=\"small\">\(text: words.localTimes(facts.zonePlace))</p>\n" : .nothing
        return "<h2 class=\"part\">\(text: words.categoriesHeading)</h2>\n\(times)\(sections)"
    }

    /// Whether a time stands on the page that its system holds in another zone.
    private var showsMoments: Bool {
        facts.layout.collections.contains { numbered in
            numbered.exportedFields.indices.contains { index in
                numbered.exportedFields[index].type == "datetime"
                    && numbered.gathered.preview.rows.contains { ZonedMoment($0[index]) != nil }
            }
        }
    }

    private func section(_ report: CategoryReport, number: Int) -> HTML {
        let id = "category-\(number)"
        return """
            <section class="card category" id="\(text: id)" aria-labelledby="\(text: id)-title">
            <header><h3 id="\(text: id)-title">\(text: facts.categoryTitle(report.id))</h3>
            <p class="count">\(text: count(of: report))</p></header>
            \(missing(report))
            \(processedForCustomer(report))
            \(report.collections.map(records))
            \(additions(report))
            \(factList(report))
            </section>

            """
    }

    /// What Article 15 wants to be told of a category of which something is held or awaited.
    private func factList(_ report: CategoryReport) -> HTML {
        """
        <dl class="facts">
        \(optional(words.fields, fields(report)))
        \(fact(words.purposes, purposes(report)))
        \(fact(words.legalBasis, legalBases(report)))
        \(fact(words.retention, retention(report)))
        \(fact(words.origin, origin(report)))
        \(fact(words.recipients, recipients(report)))
        \(fact(words.transfers, transfers(report)))
        \(fact(words.automatedDecisions, automatedDecisions(report)))
        \(fact(words.portabilityLabel, portability(report)))
        \(fact(words.withheldLabel, withheld(report)))
        \(optional(words.remarks, remarks(report)))
        </dl>
        """
    }

    /// A fact that is left out where there is nothing to say.
    func optional(_ name: String, _ content: HTML?) -> HTML { content.map { fact(name, $0) } ?? .nothing }

    /// That the controller only works for a customer here (Article 28(3)).
    func processedForCustomer(_ report: CategoryReport) -> HTML {
        guard let customer = report.category?.processorFor else { return .nothing }
        return "<p class=\"note\">\(text: words.processedFor(facts.customer(customer)))</p>"
    }

    /// Why a category that has a section holds no data.
    private func missing(_ report: CategoryReport) -> HTML {
        if report.hasData || report.category?.processorFor != nil { return .nothing }
        return HTML(
            report.lines.map { line -> HTML in
                let place: HTML = report.lines.count > 1 ? "<b>\(place(of: line))</b>\(text: words.colon)" : .nothing
                return "<p class=\"note\">\(place)\(outcome(line))</p>\n"
            }
        )
    }

    var notRecorded: HTML { "<p class=\"unknown\">\(text: words.notRecorded(contact: wording.contact))</p>" }

    /// What the policy lists, in a row.
    func fields(_ report: CategoryReport) -> HTML? {
        let fields = (report.category?.fields ?? []).map(wording.text)
        return fields.isEmpty ? nil : "<p>\(text: words.sentence(fields.joined(separator: ", ")))</p>"
    }

    func purposes(_ report: CategoryReport) -> HTML {
        let purposes = (report.category?.purposes ?? []).map(wording.text).filter { !$0.isEmpty }
        return purposes.isEmpty ? notRecorded : list(purposes.map { .text(words.capitalised($0)) })
    }

    func legalBases(_ report: CategoryReport) -> HTML {
        let bases = report.category?.legalBases ?? []
        guard !bases.isEmpty else { return notRecorded }
        let items = bases.map { article -> HTML in
            let reference: HTML = "<span class=\"article\">\(text: words.reference(article))</span>"
            return words.legalBasis(article).map { "\(text: words.capitalised($0)) \(reference)" } ?? reference
        }
        guard report.category?.basisIsStated == false else { return list(items) }
        return list(items) + "<p class=\"small\">\(text: words.basisIsOurReading)</p>"
    }

    func retention(_ report: CategoryReport) -> HTML {
        let sentences = report.category.map(wording.retention) ?? []
        return sentences.isEmpty ? notRecorded : list(sentences.map(HTML.text))
    }

    private func origin(_ report: CategoryReport) -> HTML {
        let origins = report.origins(in: facts)
        let source = report.category?.source.map(wording.text) ?? ""
        var sentences = origins.filter { $0 != .thirdParty }.map(words.origin)
        let suppliers = wording.suppliers(of: report)
        switch (origins.contains(.thirdParty), source.isEmpty) {
        case (true, true) where suppliers.isEmpty:
            sentences.append("\(words.origin(.thirdParty)) \(words.unknownThirdParty)")
        case (true, true): sentences.append(words.origin(.thirdParty))
        case (true, false): sentences.append(words.ended(words.given(by: source)))
        case (false, true): break
        case (false, false): sentences.append(words.sentence(source))
        }
        if !suppliers.isEmpty { sentences.append(words.supplied(by: words.enumeration(suppliers, words.and))) }
        if !report.additions.isEmpty { sentences.append(words.addedByHand) }
        return sentences.isEmpty ? notRecorded : list(sentences.map(HTML.text))
    }

    /// What the record says of the category, or the policy of all of them.
    func automatedDecisions(_ report: CategoryReport) -> HTML {
        guard let category = report.category else { return notRecorded }
        let stated = (category.automatedDecisions ?? facts.controller.automatedDecisions).map(wording.text) ?? ""
        return "<p>\(text: stated.isEmpty ? words.noAutomatedDecisions : words.sentence(stated))</p>"
    }

    func remarks(_ report: CategoryReport) -> HTML? {
        let remarks = report.category.map(wording.remarks) ?? []
        return remarks.isEmpty ? nil : list(remarks.map(HTML.text))
    }

    private func portability(_ report: CategoryReport) -> HTML {
        let collections = report.describedCollections(in: facts)
        let isCovered = collections.map { portable($0, report.category) }
        let promised = facts.portabilityPromise?.portsAllData == true
        guard isCovered.contains(true), isCovered.contains(false) else {
            return "<p>\(text: portability(isCovered.first ?? false, promised, copyIsHere: report.hasData))</p>"
        }
        return list(
            zip(collections, isCovered).map { collection, isCovered in
                let isHere = report.collections.contains { $0.gathered.collection.id == collection.id }
                return """
                    <b>\(text: collection.title.text(in: facts.language))</b>\(text: words.colon)\
                    \(text: portability(isCovered, promised, copyIsHere: isHere))
                    """
            }
        )
    }

    private func portability(_ isCovered: Bool, _ isPromised: Bool, copyIsHere: Bool) -> String {
        if isCovered { return words.portable(true) }
        return (isPromised ? words.portableByPromise : words.portable(false))
            + (copyIsHere && !isPromised ? " \(words.copyIsHere)" : "")
    }

    private func additions(_ report: CategoryReport) -> HTML {
        guard !report.additions.isEmpty else { return .nothing }
        return "<h4>\(text: words.byHand)</h4>\n<p class=\"small\">\(text: words.addedByHand)</p>\n"
            + (tables[Self.documents(of: report.id)] ?? .nothing)
    }
}
