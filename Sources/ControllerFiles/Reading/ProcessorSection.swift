import ExporterKit
import Groundwork
import Policy
import Languages

/// Reads one entry of `processors` in `processing.yaml`.
struct ProcessorSection {
    let rules: RetentionSection

    private static let keys = [
        "name", "service", "role", "country", "address", "website", "agreement", "data", "legal_bases", "retention",
        "transfers", "own_purposes", "confidentiality", "condition", "active",
    ]

    func processor(_ id: String, _ value: YAMLValue) -> Processor? {
        guard let map = value.mapping(known: Self.keys, remarks: ["retention_note"]) else { return nil }
        let roles = roles(map)
        let transfers = map["transfers"]
        let staysInArea = transfers?.word.map { isSame($0, "none") } ?? false
        let processor = Processor(
            id: id,
            name: name(map, roles),
            service: map["service"]?.localized(),
            roles: roles,
            country: country(map),
            address: map["address"]?.text(),
            website: map["website"]?.webAddress(),
            hasAgreement: map["agreement"]?.truth(),
            data: map["data"]?.localizedTexts() ?? [],
            legalBases: (map["legal_bases"]?.itemsOrOne() ?? []).compactMap { $0.article() },
            retention: (map["retention"]?.itemsOrOne() ?? []).compactMap(rules.ruleOrPeriod),
            transfers: staysInArea ? [] : (transfers?.itemsOrOne() ?? []).compactMap(transfer),
            staysInArea: staysInArea,
            ownPurposes: map["own_purposes"]?.ownPurposes(),
            confidentiality: map["confidentiality"]?.truthOrText(),
            condition: map["condition"]?.localized(),
            isActive: map["active"]?.truth() ?? true
        )
        if processor.condition != nil, map["active"] == nil {
            map.note(
                .warning,
                "active",
                "it is not said whether the condition is met, so people are told that it is",
                fix: "write active: true or active: false"
            )
        }
        return processor
    }

    private func roles(_ map: YAMLMapping) -> [Processor.Role] {
        let roles = (map["role"]?.itemsOrOne() ?? []).compactMap { $0.choice("role") as Processor.Role? }
        if roles.contains(.unclear) {
            map["role"]?.warning(
                "the policy does not say what it is to you",
                fix: "decide between processor and own_controller: it decides who answers people (Art. 4(7), 28)"
            )
        }
        return roles.isEmpty ? [.processor] : roles
    }

    /// A name may be left open, which the law allows only where the recipients cannot be named (CJEU C-154/21).
    private func name(_ map: YAMLMapping, _ roles: [Processor.Role]) -> String? {
        guard let name = map["name"] else {
            if map["service"] == nil {
                map.note(.error, "name", "there is neither a name nor a service", fix: "write its name")
            } else if roles != [.authority] {
                map.note(
                    .warning,
                    "name",
                    "the recipient has no name; people have a right to know who it is (Art. 15(1)(c))",
                    fix: "write its name, or add an entry for each of them"
                )
            }
            return nil
        }
        return name.text()
    }

    private func country(_ map: YAMLMapping) -> LocalizedText? {
        let value = map.silent("country", "it is not said where the processor is", fix: "write a code such as NL")
        guard let value else { return nil }
        return value.isMap ? value.localized() : value.country().map { LocalizedText($0) }
    }

    private func transfer(_ value: YAMLValue) -> Transfer? {
        guard let map = value.mapping(known: ["country", "certainty", "safeguard", "safeguards"]) else { return nil }
        let safeguards = map["safeguards"] ?? map["safeguard"]
        if safeguards == nil {
            map.note(
                .null,
                "safeguard",
                "it is not said what protects the data there",
                fix: "write SCC, BCR or the adequacy decision"
            )
        }
        let country = map.silent("country", "the third country is not named", fix: "write its code, such as US")
        for item in safeguards?.itemsOrOne() ?? [] where item.word.map(Transfer.isOutdated) == true {
            item.warning(
                "this safeguard holds no longer: the Privacy Shield fell on 16 July 2020 (CJEU C-311/18)",
                fix: "name what protects the data today; people are told that it is no longer valid"
            )
        }
        return Transfer(
            country: country?.country(),
            isCertain: map["certainty"]?.choice("certainty", of: ["yes", "possible"]) != "possible",
            safeguards: (safeguards?.itemsOrOne() ?? []).compactMap { $0.text() }
        )
    }
}

extension YAMLValue {
    fileprivate func ownPurposes() -> Processor.OwnPurposes? {
        switch word {
        case "true": .some
        case "false": Processor.OwnPurposes.none
        default: localized().map(Processor.OwnPurposes.described)
        }
    }

    /// A text, or true where the policy only says that it is so.
    fileprivate func truthOrText() -> LocalizedText? {
        switch word {
        case "true":
            LocalizedText(
                byLanguage: Dictionary(
                    uniqueKeysWithValues: Language.allCases.map { ($0.rawValue, $0.vocabulary.boundToSecrecy) }
                )
            )
        case "false": nil
        default: localized()
        }
    }
}
