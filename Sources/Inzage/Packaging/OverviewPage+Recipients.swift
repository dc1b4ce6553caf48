import ExporterKit

extension OverviewPage {
    /// Who receives or processes a category's data, by name (Article 15(1)(c)).
    func recipients(_ report: CategoryReport) -> HTML {
        let ids = report.recipients(in: facts)
        if ids.isEmpty { return "<p>\(text: words.noRecipients)</p>" }
        return list(ids.map(recipient))
    }

    private func recipient(_ id: String) -> HTML {
        guard let processor = facts.processing.processor(id) else {
            return "<b>\(id)</b><br><span class=\"small\">\(text: words.unnamedRecipient)</span>"
        }
        let details = [
            processor.service?.text(in: facts.language), words.role(processor.role),
            processor.country.map(words.country),
        ]
        return """
            <b>\(processor.name)</b><br><span class="small">\(text: details.compactMap(\.self).joined(separator: " · "))</span>
            """
    }

    /// Where a category's data leaves the European Economic Area, and with which safeguard (Article 15(2)).
    func transfers(_ report: CategoryReport) -> HTML {
        let items = report.recipients(in: facts).compactMap(facts.processing.processor).flatMap(transfers)
        return items.isEmpty ? "<p>\(text: words.noTransfers)</p>" : list(items)
    }

    private func transfers(of processor: Processor) -> [HTML] {
        if let country = processor.country, processor.transfers.isEmpty, Countries.isOutsideEEA(country) {
            let sentence = words.countryWithoutSafeguard(words.country(country))
            return ["<b>\(processor.name)</b>: \(text: sentence)"]
        }
        return processor.transfers.map { transfer in
            let sentence = words.transfer(to: words.country(transfer.country), safeguard: transfer.safeguard)
            let isOutdated = transfer.safeguard?.lowercased().contains("privacy shield") ?? false
            let warning: HTML = isOutdated ? " <em>\(text: words.outdatedSafeguard)</em>" : .nothing
            return "<b>\(processor.name)</b>: \(text: sentence)\(warning)"
        }
    }
}
