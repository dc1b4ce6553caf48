import ExporterKit
import Groundwork
import Policy

/// One rule as it is printed.
struct RetentionLine: Encodable {
    let kind: String
    let duration: String?
    let from: [String]
    let combine: String?
    let action: String?
    let when: String?
    let until: CivilDay?

    init(_ rule: RetentionRule, _ facts: RetentionFacts = RetentionFacts()) {
        kind = rule.kind.rawValue
        duration = rule.duration
        from = rule.from.map { $0.event ?? $0.words.text(in: "en") }
        combine = rule.combine?.rawValue
        action = rule.action?.rawValue
        when = rule.condition?.description ?? rule.appliesTo?.text(in: "en")
        until = rule.end(for: facts)
    }

    var sentence: String {
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
