import ExporterKit
import Policy
import Groundwork

/// Reads what the policy says of requests, refusals, what is kept of them, and children.
enum PolicySections {
    static func document(_ map: YAMLMapping) -> PolicyDocument? {
        let policy = map["policy"]?.mapping(known: ["title", "date"], statements: ["languages", "language_field"])
        return policy.map { PolicyDocument(title: $0["title"]?.text(), date: $0["date"]?.dayOrMonth()) }
    }

    /// A policy may demand of a request what the law does not let it demand.
    static func lookAtDemands(_ requests: YAMLValue?) {
        guard let requests, requests.isMap,
            let demands = requests.entries()?.first(where: { isSame($0.key, "must_state") })?.value
        else { return }
        let unlawful = ["right_invoked", "grounds"]
        let words = demands.isNull ? [] : (demands.itemsOrOne() ?? []).compactMap(\.word)
        guard words.contains(where: { word in unlawful.contains { isSame($0, word) } }) else { return }
        demands.law(
            "the policy wants a right or a ground to be named; a request without them is taken, as one for access",
            article: "12(2)",
            fix: "nothing is needed; the policy would be fairer without the demand"
        )
    }

    static func refusal(_ map: YAMLMapping) -> RefusalPolicy {
        let section = map["refusal"]?.mapping(
            known: ["grounds", "applies_to"],
            statements: ["must_give_ground", "exception"]
        )
        guard let section else { return RefusalPolicy() }
        if let mustGive = section["must_give_ground"], mustGive.truth() == false {
            mustGive.law(
                "the policy refuses without a ground; a refusal names its ground all the same",
                article: "12(4)",
                fix: "nothing is needed; the policy would be truer if it said so"
            )
        }
        return RefusalPolicy(
            grounds: section["grounds"]?.words(of: "ground") ?? [],
            appliesTo: section["applies_to"]?.choice("right")
        )
    }

    static func requestLog(_ map: YAMLMapping) -> RequestLogPolicy {
        let section = map["request_log"]?.mapping(known: ["anonymous_for"], statements: ["keep", "retention"])
        return RequestLogPolicy(anonymousFor: rights(section?["anonymous_for"]))
    }

    static func children(_ map: YAMLMapping) -> ChildrenPolicy? {
        guard let section = map["children"]?.mapping(known: ["min_age", "action"], statements: ["other_law"]),
            let age = section.required("min_age", fix: "write an age in years, such as 16")?.age()
        else { return nil }
        return ChildrenPolicy(minimumAge: age, action: section["action"]?.text())
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
