import ExporterKit
import Policy
import Languages

extension OverviewPage {
    /// Everybody who receives, processes or supplies data, by what they are to the controller.
    var recipientList: HTML {
        let processors = facts.activeProcessors
        guard !processors.isEmpty else { return .nothing }
        let unnamed = processors.filter { $0.name == nil }.count
        let request: HTML =
            unnamed == 0
            ? .nothing : "<p>\(text: words.unnamed(unnamed, contact: wording.contact))</p>"
        return """
            <section class="card" id="recipients" aria-labelledby="recipients-title">
            <h2 id="recipients-title">\(text: words.recipientsHeading)</h2>
            <p>\(text: words.recipientsIntroduction(processors.count))</p>
            \(request)\(transferConditions)
            \(RecipientGroup.allCases.map(table))
            </section>
            """
    }

    private var transferConditions: HTML {
        guard let policy = facts.processing.transferPolicy else { return .nothing }
        let conditions = words.enumeration(policy.conditions.map(words.transferCondition), words.or)
        let sentence: HTML =
            conditions.isEmpty ? .nothing : "<p>\(text: words.transferConditions(conditions))</p>"
        let transfers = facts.activeProcessors.flatMap { processor -> [Transfer] in
            if case .abroad(let transfers) = facts.processing.whereabouts(of: processor) { transfers } else { [] }
        }
        return sentence + warning(of: transfers)
    }

    private func table(_ group: RecipientGroup) -> HTML {
        let processors = facts.activeProcessors.filter { RecipientGroup($0) == group }
        guard !processors.isEmpty else { return .nothing }
        let explanation: HTML =
            words.explanation(group).map { "<p class=\"small\">\(text: $0)</p>\n" } ?? .nothing
        return """
            <h3>\(text: words.heading(group)) <span class="small">\(text: words.number(processors.count))</span></h3>
            \(explanation)\
            \(plainTable(title: words.heading(group), columns: words.recipientColumns, rows: processors.map(row)))

            """
    }

    private func row(_ processor: Processor) -> HTML {
        let cells = [who(processor), paragraphs(whatFor(processor)), location(processor), agreements(processor)]
        return plainRow(cells, of: words.recipientColumns, id: facts.anchor(of: processor))
    }

    private func who(_ processor: Processor) -> HTML {
        // A group's heading says what those are that have one role; a subprocessor is something else still.
        let isSaid = processor.roles.count == 1 && processor.roles != [.subprocessor]
        let roles: HTML =
            isSaid ? .nothing : "<p class=\"small\">\(text: words.sentence(wording.roles(processor)))</p>"
        let address: HTML = processor.address.map { "<p class=\"small\">\($0)</p>" } ?? .nothing
        let website: HTML = processor.website.map { "<p class=\"small\">\(link($0))</p>" } ?? .nothing
        return """
            <p><b>\(facts.name(of: processor))</b>\(badge(processor))</p>\(roles)\(address)\(website)
            """
    }

    private func whatFor(_ processor: Processor) -> [String] {
        let titles = facts.processing.categories.filter {
            $0.processors.contains(processor.id) || $0.processorFor == processor.id
        }.map { facts.categoryTitle($0.id) }
        return wording.task(processor)
            + (titles.isEmpty ? [] : [words.forCategories(titles.joined(separator: words.semicolon))])
    }

    private func location(_ processor: Processor) -> HTML {
        let country = wording.country(processor).map { words.ended(words.capitalised($0)) }
        return paragraphs([country].compactMap(\.self) + wording.transfers(processor))
    }

    private func agreements(_ processor: Processor) -> HTML { paragraphs(wording.agreements(processor)) }

    private func paragraphs(_ sentences: [String]) -> HTML {
        if sentences.isEmpty { return "<p class=\"unknown\">\(text: words.notStated)</p>" }
        return HTML(sentences.map { sentence in "<p>\(text: sentence)</p>" })
    }

    /// Only what parses as an https address becomes a link; anything else stays text.
    func link(_ website: String) -> HTML {
        guard let address = WebAddress(website) else { return "\(website)" }
        return "<a href=\"\(text: address.text)\" rel=\"noreferrer noopener\">\(text: address.text)</a>"
    }
}
