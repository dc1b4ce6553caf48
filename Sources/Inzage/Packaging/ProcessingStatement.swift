import ExporterKit

/// Who processes what, why and for how long, per category, in the terms of W3C DPV 2.3 (`processing.jsonld`).
///
/// The context stands in the file and names IRIs only, so that nothing is ever fetched; the keys are plain words, so
/// that it reads as JSON without any knowledge of JSON-LD.
struct ProcessingStatement: Sendable {
    let facts: PackageFacts

    /// The statement's bytes.
    var bytes: [UInt8] {
        JSONValue.object([
            .init("@context", DPV.context),
            .init("id", .string("urn:uuid:" + facts.dossier.head.packageID)),
            .init("type", "RightExerciseRecord"),
            .init("request", .string(facts.dossier.head.requestID)),
            .init("right", .string(DPV.right(facts.dossier.head.right))),
            .init("controller", controller),
            .init("processes", .array(CategoryReport.all(of: facts).map(process))),
        ]).document
    }

    private var controller: JSONValue {
        .object([
            .init("type", "DataController"), .init("name", .string(facts.controllerName)),
            .init("country", facts.controller.entities.first?.country.map(JSONValue.string)),
            .init("contact", facts.controller.contact.email.map(JSONValue.string)),
        ])
    }

    private func process(_ report: CategoryReport) -> JSONValue {
        let category = report.category
        let recipients = report.recipients(in: facts)
        let decisions = category?.automatedDecisions.map(text)
        return .object([
            .init("id", .string("#category-" + Descriptor.plainName(report.id))),
            .init("type", "Process"),
            .init("name", .string(facts.categoryTitle(report.id))),
            .init("recordsInPackage", .number(report.records)),
            .init("personalData", personalData(report)),
            .init("purposes", .array((category?.purposes ?? []).map { typed("Purpose", name: text($0)) })),
            .init("legalBases", .strings((category?.legalBases ?? []).compactMap(DPV.legalBasis))),
            .init("articles", .strings(category?.legalBases ?? [])),
            .init("storage", .array((category?.retention ?? []).map(storage))),
            .init("dataSources", .array(dataSources(report))),
            .init("recipients", .array(recipients.map(recipient))),
            .init("transfers", .array(recipients.compactMap(facts.processing.processor).flatMap(transfers))),
            .init("automatedDecisionMaking", .boolean(decisions != nil)),
            .init("automatedDecision", decisions.map { typed("AutomatedDecisionMaking", name: $0) }),
            .init("processorFor", category?.processorFor.map(JSONValue.string)),
        ])
    }

    private func text(_ text: LocalizedText) -> String { text.text(in: facts.language) }

    private func typed(_ type: String, name: String) -> JSONValue {
        .object([.init("type", .string(type)), .init("name", .string(name))])
    }

    /// Provided, observed or derived: the same distinction that Article 20 makes.
    private func personalData(_ report: CategoryReport) -> JSONValue {
        let types = report.origins(in: facts).map { origin in
            switch origin {
            case .provided: "ProvidedPersonalData"
            case .observed: "ObservedPersonalData"
            case .derived: "DerivedPersonalData"
            case .thirdParty: "CollectedPersonalData"
            }
        }
        return .object([
            .init("type", .strings(types.isEmpty ? ["PersonalData"] : types)),
            .init("name", .string(facts.categoryTitle(report.id))),
        ])
    }

    private func storage(_ rule: RetentionRule) -> JSONValue {
        let duration: String =
            switch (rule.duration, rule.kind) {
            case (.some, _): "TemporalDuration"
            case (nil, .untilEvent), (nil, .indefiniteUntilEvent): "UntilEventDuration"
            default: "IndeterminateDuration"
            }
        return .object([
            .init("type", "StorageDuration"), .init("kind", .string(rule.kind.rawValue)),
            .init(
                "duration",
                .object([.init("type", .string(duration)), .init("period", rule.duration.map(JSONValue.string))])
            ),
            .init("from", rule.from.isEmpty ? nil : .strings(rule.from.map { text($0.words) })),
            .init("note", rule.text.map { .string(text($0)) }),
        ])
    }

    private func dataSources(_ report: CategoryReport) -> [JSONValue] {
        let source = report.category?.source.map(text)
        return report.origins(in: facts).map { origin in
            let type =
                switch origin {
                case .provided, .observed: "DataSubjectDataSource"
                case .derived: "DataControllerDataSource"
                case .thirdParty: "ThirdPartyDataSource"
                }
            return .object([
                .init("type", .string(type)), .init("origin", .string(origin.rawValue)),
                .init("name", origin == .thirdParty ? source.map(JSONValue.string) : nil),
            ])
        }
    }

    private func recipient(_ id: String) -> JSONValue {
        guard let processor = facts.processing.processor(id) else { return typed("Recipient", name: id) }
        return .object([
            .init("type", .string(DPV.recipientType(processor.roles))),
            .init("name", .string(facts.name(of: processor))),
            .init("role", .strings(processor.roles.map(\.rawValue))),
            .init("service", processor.service.map { .string(text($0)) }),
            .init("country", processor.country.map { .string(text($0)) }),
        ])
    }

    private func transfers(of processor: Processor) -> [JSONValue] {
        processor.transfers.map { transfer in
            .object([
                .init("type", "CrossBorderTransfer"),
                .init("importer", typed("DataImporter", name: facts.name(of: processor))),
                .init("thirdCountry", transfer.country.map(JSONValue.string)),
                .init("safeguards", .strings(transfer.safeguards)),
                .init("legalBases", .strings(transfer.safeguards.compactMap(DPV.safeguard))),
            ])
        }
    }
}
