import ExporterKit

/// Reads what the policy says of requests, refusals, fees, answers and what is kept of them.
enum PolicySections {
    static func document(_ map: YAMLMapping) -> PolicyDocument? {
        guard let policy = map["policy"]?.mapping(known: ["title", "date", "languages", "language_field"]) else {
            return nil
        }
        return PolicyDocument(
            title: policy["title"]?.text(),
            date: policy["date"]?.dayOrMonth(),
            languages: policy["languages"]?.texts() ?? []
        )
    }

    static func requests(_ map: YAMLMapping) -> RequestPolicy {
        let keys = [
            "channels", "marketing_objection_channels", "address", "must_state", "form_free", "social_media",
            "self_service",
        ]
        guard let section = map["requests"]?.mapping(known: keys) else { return RequestPolicy() }
        let policy = RequestPolicy(
            channels: section["channels"]?.words(of: "channel") ?? [],
            address: section["address"]?.text(),
            mustState: section["must_state"]?.words(of: "demand") ?? [],
            socialMedia: section["social_media"]?.localized(),
            selfService: section["self_service"]?.localized()
        )
        if policy.mustState.contains(where: { ["right_invoked", "grounds"].contains($0) }) {
            section["must_state"]?.law(
                "the policy wants a right or a ground to be named; a request without them is taken, as one for access",
                article: "12(2)",
                fix: "nothing is needed; the policy would be fairer without the demand"
            )
        }
        return policy
    }

    static func refusal(_ map: YAMLMapping) -> RefusalPolicy {
        let keys = ["grounds", "must_give_ground", "applies_to", "exception"]
        guard let section = map["refusal"]?.mapping(known: keys) else { return RefusalPolicy() }
        return RefusalPolicy(
            grounds: section["grounds"]?.words(of: "ground") ?? [],
            mustGiveGround: section["must_give_ground"]?.truth(),
            appliesTo: section["applies_to"]?.choice("right")
        )
    }

    static func fee(_ map: YAMLMapping) -> FeePolicy {
        let keys = ["default", "reasonable_if", "refuse_if", "free_for"]
        guard let section = map["fee"]?.mapping(known: keys) else { return FeePolicy() }
        _ = section["default"]?.choice("fee", of: ["free"])
        return FeePolicy(
            isStated: true,
            reasonableIf: section["reasonable_if"]?.words(of: "reason") ?? [],
            freeFor: rights(section["free_for"])
        )
    }

    static func answer(_ map: YAMLMapping) -> AnswerPolicy {
        guard let section = map["answer"]?.mapping(known: ["contents", "per_right"]) else { return AnswerPolicy() }
        let perRight = section["per_right"]?.mapping(known: Right.allCases.map(\.rawValue))?.entries ?? []
        return AnswerPolicy(
            contents: contents(section["contents"]),
            perRight: perRight.reduce(into: [:]) { result, entry in
                if let right = Right(rawValue: entry.key) { result[right] = contents(entry.value) }
            }
        )
    }

    private static func contents(_ list: YAMLValue?) -> [AnswerContent] {
        (list?.itemsOrOne() ?? []).compactMap { $0.choice("content of an answer") }
    }

    static func requestLog(_ map: YAMLMapping) -> RequestLogPolicy {
        guard let section = map["request_log"]?.mapping(known: ["keep", "anonymous_for", "retention"]) else {
            return RequestLogPolicy()
        }
        return RequestLogPolicy(keep: section["keep"]?.word(of: "log"), anonymousFor: rights(section["anonymous_for"]))
    }

    static func children(_ map: YAMLMapping) -> ChildrenPolicy? {
        guard let section = map["children"]?.mapping(known: ["min_age", "action", "other_law"]),
            let age = section.required("min_age", fix: "write an age in years, such as 16")?.age()
        else { return nil }
        return ChildrenPolicy(
            minimumAge: age,
            action: section["action"]?.text(),
            otherLaw: section["other_law"]?.text()
        )
    }

    private static func rights(_ list: YAMLValue?) -> [Right] {
        (list?.itemsOrOne() ?? []).compactMap { $0.choice("right") }
    }
}

extension YAMLValue {
    fileprivate func age() -> Int? {
        guard let text = text() else { return nil }
        if let age = Int(text), (1...21).contains(age) { return age }
        error("\(shown(text)) is no age below which somebody is a child", fix: "write a number of years, such as 16")
        return nil
    }

    /// A day, or a month where the policy says no more.
    fileprivate func dayOrMonth() -> String? {
        guard let text = text() else { return nil }
        if CivilDay(text) != nil || CivilDay(text + "-01") != nil { return text }
        error("\(shown(text)) is no date", fix: "write it as 2026-03-05 or 2026-03")
        return nil
    }
}
