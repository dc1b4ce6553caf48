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
        let details: [String?] = [
            processor.service?.text(in: facts.language),
            processor.roles.map(words.role).joined(separator: ", "),
            processor.country.map { words.country($0.text(in: facts.language)) },
        ]
        return """
            <b>\(facts.name(of: processor))</b><br><span class="small">\(text: details.compactMap(\.self).joined(separator: " · "))</span>
            """
    }

    /// Where a category's data leaves the European Economic Area, and with which safeguard (Article 15(2)).
    func transfers(_ report: CategoryReport) -> HTML {
        let items = report.recipients(in: facts).compactMap(facts.processing.processor).flatMap(transfers)
        return items.isEmpty ? "<p>\(text: words.noTransfers)</p>" : list(items)
    }

    private func transfers(of processor: Processor) -> [HTML] {
        if let country = processor.country?.text(in: facts.language), processor.transfers.isEmpty,
            Countries.isOutsideEEA(country)
        {
            let sentence = words.countryWithoutSafeguard(words.country(country))
            return ["<b>\(facts.name(of: processor))</b>: \(text: sentence)"]
        }
        return processor.transfers.map { transfer in
            let safeguard = transfer.safeguards.isEmpty ? nil : transfer.safeguards.joined(separator: ", ")
            let sentence = words.transfer(to: words.country(transfer.country ?? "?"), safeguard: safeguard)
            let isOutdated = transfer.safeguards.contains(where: Transfer.isOutdated)
            let warning: HTML = isOutdated ? " <em>\(text: words.outdatedSafeguard)</em>" : .nothing
            return "<b>\(facts.name(of: processor))</b>: \(text: sentence)\(warning)"
        }
    }
}
