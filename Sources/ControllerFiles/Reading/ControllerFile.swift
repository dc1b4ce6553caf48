import ExporterKit
import Foundation
import Groundwork
import Policy

/// Reads `controller.yaml`; ``ControllerTemplate/controllerYAML`` shows every key with what it means.
struct ControllerFile {
    static let name = "controller.yaml"

    private static let keys = [
        "name", "policy", "entities", "contact", "country", "languages", "form_of_address", "supervisory_authority",
        "rights", "identity", "deadline", "refusal", "request_log", "requests_kept", "children", "automated_decisions",
        "delivery", "intake",
        "signature", "staff", "release", "demo",
    ]
    /// What the policy says of how people ask, of fees and of what an answer holds, in any form.
    private static let statements = ["requests", "fee", "answer"]

    /// What stands in the file; what is wrong is noted and replaced by a default, so that the rest is read too.
    static func read(_ root: YAMLValue) -> Controller? {
        guard let map = root.mapping(known: keys, statements: statements, remarks: ["statements"]) else { return nil }
        let languages = languages(map)
        PolicySections.lookAtDemands(map["requests"])
        return Controller(
            name: map["name"]?.text(),
            policy: PolicySections.document(map),
            entities: PartySections.entities(map),
            contact: PartySections.contact(map),
            country: map["country"]?.countryCode(),
            languages: languages,
            formOfAddress: formOfAddress(map, languages: languages),
            supervisoryAuthorities: PartySections.supervisoryAuthorities(map),
            rights: RightsSection.read(map),
            identity: IdentitySection.read(map),
            deadline: DeadlineSection.read(map),
            delivery: DeliverySection.read(map),
            intake: IntakeSection.read(map),
            signature: SignatureSection.read(map),
            refusal: PolicySections.refusal(map),
            requestLog: PolicySections.requestLog(map),
            requestsKept: map["requests_kept"]?.datePeriod().flatMap { ISOPeriod($0) }
                ?? Controller.usualLifeOfRequests,
            children: PolicySections.children(map),
            automatedDecisions: map["automated_decisions"]?.localized(),
            redactStaff: map["staff"]?.choice("way to treat staff", of: ["named", "redacted"]) != "named",
            release: map["release"]?.choice("release policy") ?? .review,
            isDemo: map["demo"]?.truth() ?? false
        )
    }

    private static func languages(_ map: YAMLMapping) -> [Language] {
        let fix = "list the languages you answer in (\(Language.list)), such as [nl, en]"
        var languages: [Language] = []
        for item in map.required("languages", fix: fix)?.someItems(fix: fix) ?? [] {
            guard let language: Language = item.choice("language") else { continue }
            if languages.contains(language) {
                item.error("the language stands here twice", fix: "leave one out")
            } else {
                languages.append(language)
            }
        }
        return languages
    }

    private static func formOfAddress(_ map: YAMLMapping, languages: [Language]) -> FormOfAddress {
        guard languages.contains(where: \.knowsFormsOfAddress) else {
            return map["form_of_address"]?.choice("form of address") ?? .u
        }
        let form = map.silent("form_of_address", "it is not said how people are addressed", fix: "write u or je")
        return form?.choice("form of address") ?? .u
    }
}
