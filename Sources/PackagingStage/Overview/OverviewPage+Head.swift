import ExporterKit
import GatheringStage
import Cases
import Languages
import Policy

extension OverviewPage {
    /// The top of the page: the answer in one sentence, and the facts of the request.
    var head: HTML {
        let dossier = facts.dossier
        let outstanding = dossier.ledger.lines.filter(\.outcome.isOutstanding).count
        let supplement: HTML =
            dossier.head.isSupplement ? "<p class=\"note\">\(text: words.supplementNote)</p>" : .nothing
        let incomplete: HTML =
            outstanding > 0
            ? "<p class=\"note\"><a href=\"#search\">\(text: words.incompleteNote(outstanding))</a></p>" : .nothing
        return """
            <header class="page-head">
            <div>
            <p class="sender">\(facts.knownName)</p>
            <h1>\(text: words.pageTitle)</h1>
            <p class="lead">\(text: confirmation)</p>
            <p>\(text: words.purposeOfPage(dossier.head.right))</p>
            \(supplement)\(incomplete)
            \(requestFacts)
            </div>
            </header>
            """
    }

    private var confirmation: String {
        let name = facts.knownName
        let withData = reports.filter(\.hasData)
        guard !withData.isEmpty else {
            return foundNothing
                ? words.nothingHeldConfirmation(controller: name) : words.nothingGivenConfirmation(controller: name)
        }
        return words.confirmation(
            controller: name,
            records: withData.reduce(0) { $0 + $1.records },
            documents: withData.reduce(0) { $0 + $1.documents },
            categories: withData.count,
            systems: Set(facts.dossier.collections.map(\.system.id)).count
        )
    }

    /// Whether everything that could be asked was asked and held nothing: what was cut, or could not be read, may well
    /// be there.
    private var foundNothing: Bool {
        facts.dossier.ledger.lines.allSatisfy { line in
            [.nothingHeld, .identifierUnsupported].contains(line.outcome) && line.redactions.isEmpty
        }
    }

    private var requestFacts: HTML {
        let head = facts.dossier.head
        return """
            <dl class="facts request">
            \(fact(words.requestNumber, "<span class=\"number\">\(head.requestID)</span>"))
            \(fact(words.rightLabel, "\(text: words.right(head.right))"))
            \(fact(words.receivedOn, "\(text: words.day(head.receivedOn))"))
            \(fact(words.collectedAt, "\(text: words.moment(head.collectedAt, in: facts.zone))"))
            \(fact(words.controllerLabel, controllerAddress))
            \(fact(words.contactLabel, contact))
            \(fact(words.systemsSearched, systemList(searched: true)))
            \(fact(words.systemsNotSearched, systemList(searched: false)))
            </dl>
            <p class="small">\(text: words.requestItself)</p>
            """
    }

    /// One fact with its name.
    func fact(_ name: String, _ content: HTML) -> HTML {
        "<div><dt>\(text: name)</dt><dd>\(content)</dd></div>"
    }

    /// A list, or its only item alone.
    package func list(_ items: [HTML]) -> HTML {
        if let only = items.first, items.count == 1 { return "<p>\(only)</p>" }
        return "<ul>\(items.map { item -> HTML in "<li>\(item)</li>" })</ul>"
    }

    private var controllerAddress: HTML {
        let entities = facts.controller.entities.map { entity -> HTML in
            let details = [entity.address, entity.country.map(words.country), entity.phone].compactMap(\.self)
            return "\(entity.name)\(details.map { detail -> HTML in "<br>\(detail)" })"
        }
        return entities.isEmpty ? "\(facts.controllerName)" : list(entities)
    }

    private var contact: HTML {
        let contact = facts.controller.contact
        let officer = contact.officer == contact.email ? nil : contact.officer
        let lines = [contact.title, contact.email, officer].compactMap(\.self) + contact.phones + contact.posts
        return lines.isEmpty
            ? "\(text: words.contactForMore)" : HTML(lines.map { line -> HTML in "<span>\(line)</span><br>" })
    }

    /// The systems that were searched or were not, by title; one of which a part could not be read says so.
    private func systemList(searched: Bool) -> HTML {
        let lines = facts.dossier.ledger.lines
        var ids = facts.systems.map(\.id)
        for line in lines where !ids.contains(line.system) && !isByHand(line) { ids.append(line.system) }
        let items = ids.compactMap { id -> HTML? in
            let ofSystem = lines.filter { $0.system == id }
            let asked = ofSystem.filter(\.outcome.wasSearched)
            guard searched == !asked.isEmpty else { return nil }
            let isPartly = searched && asked.count < ofSystem.count
            return isPartly ? "\(facts.systemTitle(id)) (\(text: words.partly))" : "\(facts.systemTitle(id))"
        }
        return items.isEmpty ? "\(text: words.none)" : list(items)
    }
}
