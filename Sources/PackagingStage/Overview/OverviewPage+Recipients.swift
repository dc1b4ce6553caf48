import ExporterKit
import Policy
import Languages

extension OverviewPage {
    /// Who receives or processes a category's data, by name (Article 15(1)(c)), each leading to the list of them all.
    func recipients(_ report: CategoryReport) -> HTML {
        let recipients = report.recipients(in: facts)
        let tools = report.ownTools(in: facts).map(wording.mention)
        let ownTools: HTML =
            tools.isEmpty
            ? .nothing : "<p>\(text: words.ownTools(words.enumeration(tools, words.and)))</p>"
        let unnamed = recipients.filter { $0.processor.map { $0.name == nil } ?? false }.count
        let request: HTML =
            unnamed == 0
            ? .nothing
            : "<p class=\"small\">\(text: words.unnamed(unnamed, contact: wording.contact))</p>"
        let named: HTML =
            recipients.isEmpty ? "<p>\(text: words.noRecipients)</p>" : list(recipients.map(recipient))
        return named + ownTools + request
    }

    private func recipient(_ party: Party) -> HTML {
        guard case .described(let processor) = party else {
            return "<b>\(wording.name(party))</b> <span class=\"small\">\(text: words.unnamedRecipient)</span>"
        }
        let details: [String?] = [
            processor.name == nil ? nil : processor.service.map(wording.text),
            wording.roles(processor),
            wording.country(processor),
            processor.condition.map { words.onlyIf(wording.text($0)) },
        ]
        return """
            <a href="#\(text: facts.anchor(of: processor))"><b>\(facts.name(of: processor))</b></a>\(badge(processor)) \
            <span class="small">\(text: details.compactMap(\.self).joined(separator: " · "))</span>
            """
    }

    /// A mark on a recipient of which the record names only the kind.
    func badge(_ processor: Processor) -> HTML {
        processor.name == nil ? " <span class=\"article\">\(text: words.nameOnRequest)</span>" : .nothing
    }
}
