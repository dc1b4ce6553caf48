import ExporterKit
import Policy
import Languages

extension OverviewPage {
    /// Where a category's data leaves the European Economic Area, and with which safeguard (Article 15(2)).
    func transfers(_ report: CategoryReport) -> HTML {
        let recipients = report.recipients(in: facts).compactMap(\.processor)
        var abroad: [[Transfer]: [Processor]] = [:]
        var somewhere: [String: [Processor]] = [:]
        var unknown: [Processor] = []
        for processor in recipients {
            switch (facts.processing.whereabouts(of: processor), wording.country(processor)) {
            case (.inside, _): break
            case (.abroad(let transfers), _): abroad[transfers, default: []].append(processor)
            case (.unknown, let country?): somewhere[country, default: []].append(processor)
            case (.unknown, nil): unknown.append(processor)
            }
        }
        // In the order in which the recipients stand above.
        func inOrder<Key>(_ groups: [Key: [Processor]]) -> [(key: Key, value: [Processor])] {
            let ids = recipients.map(\.id)
            return groups.sorted { ids.firstIndex(of: $0.value[0].id) ?? 0 < ids.firstIndex(of: $1.value[0].id) ?? 0 }
        }
        func names(_ processors: [Processor]) -> String {
            processors.count == recipients.count && processors.count > 2
                ? words.allRecipients : words.enumeration(processors.map(wording.mention), words.and)
        }
        var items = inOrder(abroad).flatMap { transfers, processors in
            transfers.map { line(names(processors), wording.transfer($0)) }
        }
        items += inOrder(somewhere).map { line(names($0.value), words.somewhere($0.key)) }
        if !unknown.isEmpty {
            items.append("\(text: words.unknownPlace(names(unknown), contact: wording.contact))")
        }
        if items.isEmpty { return "<p>\(text: words.noTransfers)</p>" }
        return list(items) + warning(of: inOrder(abroad).flatMap(\.key))
    }

    private func line(_ names: String, _ sentence: String) -> HTML {
        "<b>\(names)</b>\(text: words.colon)\(text: sentence)"
    }

    /// What the policy warns of, wherever no adequacy decision covers the transfer.
    func warning(of transfers: [Transfer]) -> HTML {
        guard transfers.contains(where: { !$0.isCoveredByAdequacy }),
            let warning = facts.processing.transferPolicy?.warning
        else { return .nothing }
        return "<p class=\"note\">\(text: words.sentence(wording.text(warning)))</p>"
    }
}
