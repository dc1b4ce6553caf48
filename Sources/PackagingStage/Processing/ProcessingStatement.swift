import ExporterKit
import RecordFormats
import Policy
import GatheringStage

/// Who processes what, why and for how long, per category, in the terms of W3C DPV 2.3 (`processing.jsonld`).
///
/// The context stands in the file and names IRIs only, so that nothing is ever fetched; the keys are plain words, so
/// that it reads as JSON without any knowledge of JSON-LD.
struct ProcessingStatement: Sendable {
    let facts: PackageFacts

    /// The statement's bytes.
    var bytes: [UInt8] {
        let policy = facts.processing.transferPolicy
        let general = facts.processing.rulesAboutTheWhole.map { AppliedRule(rule: $0.rule, scope: $0.scope) }
        return JSONValue.object([
            .init("@context", DPV.context),
            .init("id", .string("urn:uuid:" + facts.dossier.head.packageID)),
            .init("type", "RightExerciseRecord"),
            .init("request", .string(facts.dossier.head.requestID)),
            .init("right", .string(DPV.right(facts.dossier.head.right))),
            .init("controller", controller),
            .init("generalStorage", .nonEmpty(general.map(storage))),
            .init("transferConditions", .nonEmpty((policy?.conditions ?? []).map(JSONValue.string))),
            .init("transferWarning", policy?.warning.map(words)),
            .init("processes", .array(CategoryReport.all(of: facts).map(process))),
        ]).document
    }

    private var controller: JSONValue {
        .object([
            .init("type", "DataController"), .init("name", .string(facts.controllerName)),
            .init("knownAs", facts.controller.name.map(JSONValue.string)),
            .init("country", facts.controller.entities.first?.country.map(JSONValue.string)),
            .init("contact", facts.controller.contact.email.map(JSONValue.string)),
        ])
    }

    private func process(_ report: CategoryReport) -> JSONValue {
        let category = report.category
        let recipients = report.recipients(in: facts)
        let decisions = category?.automatedDecisions.map(text)
        let bases = category?.legalBases ?? []
        return .object(
            [
                .init("id", .string("#category-" + PackageLayout.plainName(report.id))),
                .init("type", "Process"),
                .init("name", .string(facts.categoryTitle(report.id))),
                .init("canonical", category?.canonical.map(JSONValue.string)),
                .init("recordsInPackage", .number(report.records)),
                .init("personalData", personalData(report)),
                .init("purposes", .array((category?.purposes ?? []).map { typed("Purpose", name: text($0)) })),
                .init("legalBases", .strings(bases.compactMap(DPV.legalBasis))),
                .init("articles", .strings(bases)),
                .init("basisStated", category.flatMap { bases.isEmpty ? nil : .boolean($0.basisIsStated) }),
                .init("storage", .array((category.map(facts.processing.rules) ?? []).map(storage))),
                .init("dataSources", .array(dataSources(report))),
                .init("sources", .nonEmpty(report.sources(in: facts).map { recipient(.described($0)) })),
                .init("recipients", .array(recipients.map(recipient))),
                .init("ownTools", .nonEmpty(report.ownTools(in: facts).map { recipient(.described($0)) })),
                .init("transfers", .array(recipients.compactMap(\.processor).flatMap(transfers))),
                .init("automatedDecisionMaking", .boolean(decisions != nil)),
                .init("automatedDecision", decisions.map { typed("AutomatedDecisionMaking", name: $0) }),
                .init("processorFor", category?.processorFor.map { .string(facts.customer($0)) }),
            ] + (category.map(marks) ?? [])
        )
    }

    func text(_ text: LocalizedText) -> String { text.text(in: facts.language) }

    func words(_ text: LocalizedText) -> JSONValue { .string(self.text(text)) }

    func typed(_ type: String, name: String) -> JSONValue {
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
            .init("fields", .nonEmpty((report.category?.fields ?? []).map(words))),
            .init("excludedFields", .nonEmpty((report.category?.excludedFields ?? []).map(JSONValue.string))),
        ])
    }

    private func dataSources(_ report: CategoryReport) -> [JSONValue] {
        let source = report.category?.source.map(words)
        return report.origins(in: facts).map { origin in
            let type =
                switch origin {
                case .provided, .observed: "DataSubjectDataSource"
                case .derived: "DataControllerDataSource"
                case .thirdParty: "ThirdPartyDataSource"
                }
            return .object([
                .init("type", .string(type)), .init("origin", .string(origin.rawValue)),
                .init("name", origin == .thirdParty ? source : nil),
            ])
        }
    }

    /// What else the record says of a category, under Inzage's own words.
    private func marks(of category: Category) -> [JSONValue.Member] {
        let marks = category.marks
        let flags = [
            ("thirdPartyData", marks.thirdPartyData), ("externalSource", marks.externalSource),
            ("claimedNotPersonal", marks.claimedNotPersonal), ("linkedToAccount", marks.linkedToAccount),
        ].filter(\.1).map { JSONValue.string($0.0) }
        return [
            .init("sourceSystems", .nonEmpty(category.adapters.map(JSONValue.string))),
            .init("flags", .nonEmpty(flags)),
            .init("media", .nonEmpty(marks.media.map(JSONValue.string))),
            .init("stopsOn", marks.stopsOn.map(JSONValue.string)),
            .init("withdrawalCascade", .nonEmpty(marks.withdrawalCascade.map(JSONValue.string))),
            .init("askElsewhereFirst", marks.askElsewhereFirst.map(words)),
        ]
    }
}
