import ExporterKit
import Policy
import RecordFormats

extension ProcessingStatement {
    /// How long, or by which criterion, and what becomes of the data then.
    func storage(_ applied: AppliedRule) -> JSONValue {
        let rule = applied.rule
        let duration: String =
            switch (rule.duration, rule.kind) {
            case (.some, _): "TemporalDuration"
            case (nil, .untilEvent), (nil, .indefiniteUntilEvent): "UntilEventDuration"
            default: "IndeterminateDuration"
            }
        return .object([
            .init("type", "StorageDuration"), .init("kind", .string(rule.kind.rawValue)),
            .init("scope", applied.scope.map(JSONValue.string)),
            .init(
                "duration",
                .object([.init("type", .string(duration)), .init("period", rule.duration.map(JSONValue.string))])
            ),
            .init("from", .nonEmpty(rule.from.map(trigger))),
            .init("combine", rule.combine.map { .string($0.rawValue) }),
            .init("action", rule.action.map { .string($0.rawValue) }),
            .init("appliesTo", rule.appliesTo.map(words)),
            .init("condition", rule.condition.map { .string($0.description) }),
            .init("note", rule.text.map(words)),
        ])
    }

    private func trigger(_ trigger: Trigger) -> JSONValue {
        .object([.init("event", trigger.event.map(JSONValue.string)), .init("name", words(trigger.words))])
    }

    /// Somebody who receives, processes or supplies data, with all roles.
    func recipient(_ party: Party) -> JSONValue {
        switch party {
        case .described(let processor): described(processor)
        case .undescribed(let id): typed("Recipient", name: id)
        }
    }

    private func described(_ processor: Processor) -> JSONValue {
        .object([
            .init("type", .string(DPV.recipientType(processor.roles))),
            .init("name", .string(facts.name(of: processor))),
            .init("roles", .strings(processor.roles.map(\.rawValue))),
            .init("service", processor.service.map(words)),
            .init("country", processor.country.map(words)),
            .init("address", processor.address.map(JSONValue.string)),
            .init("website", processor.website.map(JSONValue.string)),
            .init("data", .nonEmpty(processor.data.map(words))),
            .init("articles", .nonEmpty(processor.legalBases.map(JSONValue.string))),
            .init("storage", .nonEmpty(processor.retention.map { storage(AppliedRule(rule: $0)) })),
            .init("staysInArea", processor.staysInArea ? .boolean(true) : nil),
            .init("agreement", processor.hasAgreement.map(JSONValue.boolean)),
            .init("measures", .nonEmpty(measures(processor))),
            .init("ownPurposes", processor.ownPurposes.map(ownPurposes)),
            .init("condition", processor.condition.map(words)),
        ])
    }

    private func measures(_ processor: Processor) -> [JSONValue] {
        let isProcessor = !Set(processor.roles).isDisjoint(with: [.processor, .subprocessor])
        let agreement = isProcessor ? "ControllerProcessorAgreement" : "DataProcessingAgreement"
        var measures: [JSONValue] = []
        if processor.hasAgreement == true { measures.append(.object([.init("type", .string(agreement))])) }
        if let secrecy = processor.confidentiality {
            measures.append(typed("ConfidentialityAgreement", name: text(secrecy)))
        }
        return measures
    }

    private func ownPurposes(_ purposes: Processor.OwnPurposes) -> JSONValue {
        switch purposes {
        case .none: .boolean(false)
        case .some: .boolean(true)
        case .described(let text): words(text)
        }
    }

    /// Where a recipient's data leaves the area, under which article, and which safeguards hold no longer.
    func transfers(of processor: Processor) -> [JSONValue] {
        guard case .abroad(let transfers) = facts.processing.whereabouts(of: processor) else { return [] }
        return transfers.map { transfer in
            .object([
                .init("type", "CrossBorderTransfer"),
                .init("importer", typed("DataImporter", name: facts.name(of: processor))),
                .init("thirdCountry", transfer.country.map(JSONValue.string)),
                .init("certain", .boolean(transfer.isCertain)),
                .init("safeguards", .strings(transfer.safeguards)),
                .init("outdated", .nonEmpty(transfer.safeguards.filter(Transfer.isOutdated).map(JSONValue.string))),
                .init("legalBases", .strings(transfer.safeguards.compactMap(DPV.safeguard))),
            ])
        }
    }
}
