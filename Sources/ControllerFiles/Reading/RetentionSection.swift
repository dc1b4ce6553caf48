import ExporterKit
import Policy
import Groundwork

/// Reads rules of retention, whose triggers are events that the record names or texts.
struct RetentionSection {
    let events: [String: LocalizedText]

    private static let keys = ["kind", "duration", "from", "combine", "action", "applies_to", "when", "text"]

    func rule(_ value: YAMLValue) -> RetentionRule? { value.mapping(known: Self.keys).map { rule(value, $0) } }

    func scopedRule(_ value: YAMLValue) -> ScopedRetention? {
        guard let map = value.mapping(known: Self.keys + ["scope"]) else { return nil }
        let scope = map.required("scope", fix: "say what it is about, such as general or basis:b")?.text()
        return ScopedRetention(scope: scope ?? "general", rule: rule(value, map))
    }

    /// A rule, or a period alone, which is a fixed one.
    func ruleOrPeriod(_ value: YAMLValue) -> RetentionRule? {
        guard !value.isMap else { return rule(value) }
        return value.datePeriod().map { RetentionRule(kind: .fixed, duration: $0) }
    }

    private func rule(_ value: YAMLValue, _ map: YAMLMapping) -> RetentionRule {
        let words = RetentionRule.Kind.allCases.map(\.rawValue)
        let kind: RetentionRule.Kind? = map.required("kind", fix: suggestion(for: "", among: words))?
            .choice("kind of retention")
        if let kind { check(kind, value, map) }
        let rule = RetentionRule(
            kind: kind ?? .notStated,
            duration: map["duration"]?.datePeriod(),
            from: (map["from"]?.itemsOrOne() ?? []).compactMap(trigger),
            combine: map["combine"]?.choice("combination"),
            action: map["action"]?.choice("action"),
            appliesTo: map["applies_to"]?.localized(),
            condition: map["when"].flatMap(condition),
            text: map["text"]?.localized()
        )
        if rule.from.count > 1, rule.combine == nil {
            map.note(
                .warning,
                "combine",
                "there are several triggers, and it is not said which counts",
                fix: "write latest or earliest; until then no date is computed from a part of them"
            )
        }
        if rule.combine == .unspecifiedOr {
            map["combine"]?.warning(
                "the policy says \"or\" and leaves open which counts",
                fix: "choose earliest or latest; until then people are told both"
            )
        }
        return rule
    }

    private func check(_ kind: RetentionRule.Kind, _ value: YAMLValue, _ map: YAMLMapping) {
        if kind.needsPeriod {
            _ = map.required("duration", fix: "write the period, such as P7Y")
        } else if !kind.needsNothing, !["duration", "from", "text"].contains(where: { map[$0] != nil }) {
            value.error("there is neither a period nor a criterion", fix: "say in text: how the end is decided")
        }
        if kind == .notStated {
            value.null("the policy does not say how long it is kept", fix: "add a rule; people have a right to know")
        }
    }

    /// When a rule applies; the event that decides it is one of the record's.
    private func condition(_ value: YAMLValue) -> RetentionRule.Condition? {
        guard let text = value.text() else { return nil }
        guard let condition = RetentionRule.Condition(text) else {
            value.error("\(shown(text)) is no condition", fix: "write it like: application < 2018-05-25, or one word")
            return nil
        }
        if let event = condition.event, events[event] == nil {
            value.error("unknown event \(shown(event))", fix: suggestion(for: event, among: events.keys.sorted()))
        }
        return condition
    }

    /// An event of the record by its id, or a text; a word that looks like an id and names no event is a mistake.
    private func trigger(_ value: YAMLValue) -> Trigger? {
        if let id = value.word, let words = events[id] { return Trigger(event: id, words) }
        if let id = value.word, id.utf8.contains(UInt8(ascii: "_")), isIdentifierLike(id) {
            _ = value.choice("event", of: events.keys.sorted())
            return nil
        }
        return value.localized().map { Trigger($0) }
    }
}
