import ExporterKit
import Policy
import Languages

extension Wording {
    /// A recipient's name; what it does where the record names only a kind, and its id where it says nothing.
    package func name(_ party: Party) -> String {
        switch party {
        case .described(let processor): facts.name(of: processor)
        case .undescribed(let id): id
        }
    }

    /// A recipient within a sentence: its name, or in quotes the kind of recipient that it is.
    func mention(_ processor: Processor) -> String {
        processor.name ?? processor.service.map { "“\(text($0))”" } ?? processor.id
    }

    /// Those who supply a category's data, unless what the record says of its source names them already.
    func suppliers(of report: CategoryReport) -> [String] {
        let source = report.category?.source.map(text) ?? ""
        return report.sources(in: facts).map(mention).filter { source.utf8.firstRange(of: $0.utf8) == nil }
    }

    /// What it is to the controller, in words.
    func roles(_ processor: Processor) -> String {
        words.enumeration(processor.roles.map(words.role), words.and)
    }

    /// Its country, or what the record says instead.
    func country(_ processor: Processor) -> String? { processor.country.map { words.country(text($0)) } }

    /// Where data goes, how it is protected there, and what of that holds no longer.
    func transfer(_ transfer: Transfer) -> String {
        var sentences = [words.transfer(to: transfer.country.map(words.country), isCertain: transfer.isCertain)]
        if !transfer.safeguards.isEmpty {
            sentences.append(words.safeguards(transfer.safeguards.map { words.inWords(Safeguard($0)) }))
        }
        let hasOutdated = transfer.safeguards.contains(where: Transfer.isOutdated)
        if hasOutdated { sentences.append(words.outdatedSafeguard) }
        if transfer.validSafeguards.isEmpty { sentences.append(words.noSafeguard(afterOutdated: hasOutdated)) }
        return sentences.joined(separator: " ")
    }

    /// Where a recipient handles data beyond its country; nothing where the record says nothing.
    func transfers(_ processor: Processor) -> [String] {
        switch facts.processing.whereabouts(of: processor) {
        case .abroad(let transfers): transfers.map(transfer)
        case .inside where processor.staysInArea: [words.staysInArea]
        case .inside, .unknown: []
        }
    }

    /// What was agreed with a recipient, what it does for itself and how long it keeps the data.
    func agreements(_ processor: Processor) -> [String] {
        let agreed: [String?] = [
            processor.hasAgreement.map(words.agreement),
            processor.confidentiality.map { words.confidentiality(text($0)) },
            processor.ownPurposes.map { words.ownPurposes($0, language: facts.language) },
            retention(of: processor).map(words.itsRetention),
        ]
        return agreed.compactMap(\.self)
    }

    private func retention(of processor: Processor) -> String? {
        guard !processor.retention.isEmpty else { return nil }
        let periods = processor.retention.compactMap { rule in
            rule == RetentionRule(kind: .fixed, duration: rule.duration) ? rule.duration.map(words.period) : nil
        }
        if periods.count == processor.retention.count { return words.enumeration(periods, words.or) + "." }
        return sentences(processor.retention.map { AppliedRule(rule: $0) }).joined(separator: " ")
    }

    /// What a recipient does, under which condition, and what it gets for that.
    func task(_ processor: Processor) -> [String] {
        let bases = words.enumeration(processor.legalBases.map(words.reference), words.and)
        let data = processor.data.map(text).joined(separator: ", ")
        let parts: [String?] = [
            processor.name == nil ? nil : processor.service.map { words.sentence(text($0)) },
            processor.condition.map { words.onlyIf(text($0)) },
            data.isEmpty ? nil : words.receives(data),
            bases.isEmpty ? nil : words.onBasis(bases),
        ]
        return parts.compactMap(\.self)
    }
}
