import ExporterKit
package import Groundwork
package import Policy

/// One rule as it is printed.
package struct RetentionLine: Encodable {
    package let kind: String
    package let duration: String?
    package let from: [String]
    package let combine: String?
    package let action: String?
    package let when: String?
    package let until: CivilDay?

    package init(_ rule: RetentionRule, _ facts: RetentionFacts = RetentionFacts()) {
        kind = rule.kind.rawValue
        duration = rule.duration
        from = rule.from.map { $0.event ?? $0.words.text(in: "en") }
        combine = rule.combine?.rawValue
        action = rule.action?.rawValue
        when = rule.condition?.description ?? rule.appliesTo?.text(in: "en")
        until = rule.end(for: facts)
    }

    package var sentence: String {
        let joined = from.joined(separator: combine == "latest" || combine == "earliest" ? " and " : " or ")
        let start = from.isEmpty ? nil : duration == nil ? "until \(joined)" : "from \(joined)"
        let order = from.count > 1 ? combine.map { "whichever is \($0)" } : combine.map { "(\($0))" }
        let parts = [
            duration, start, order, when.map { "where \($0)" }, action.map { "then \($0)" },
            until.map { "ends on \($0)" },
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }
}
