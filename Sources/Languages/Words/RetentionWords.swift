package import Policy
import Groundwork

/// A rule of retention as a sentence is made of it.
package struct RetentionInWords: Sendable {
    package var kind: RetentionRule.Kind
    /// The period in words.
    package var period: String?
    /// What it counts from or what ends it, in words.
    package var triggers: [String]
    package var combine: RetentionRule.Combination?
    package var action: RetentionRule.Action?
    /// To what it applies, in words.
    package var scope: String?
    /// The controller's own criterion or remark.
    package var remark: String?

    /// Makes a rule.
    package init(
        kind: RetentionRule.Kind,
        period: String? = nil,
        triggers: [String] = [],
        combine: RetentionRule.Combination? = nil,
        action: RetentionRule.Action? = nil,
        scope: String? = nil,
        remark: String? = nil
    ) {
        self.kind = kind
        self.period = period
        self.triggers = triggers
        self.combine = combine
        self.action = action
        self.scope = scope
        self.remark = remark
    }
}

/// What is said of retention.
package protocol RetentionWords: Sendable {
    /// How long, as a clause in small letters without a full stop.
    func clause(_ rule: RetentionInWords) -> String
    /// What becomes of the data then, as a clause.
    func afterwards(_ action: RetentionRule.Action) -> String?
    /// What people can do where the rule names no end.
    func advice(_ kind: RetentionRule.Kind, contact: String) -> String?
    /// That the policy leaves open which of several events or periods counts.
    var openChoice: String { get }
    /// To what a general rule applies: a basis, backups, disputes.
    func scope(_ scope: ScopedRetention) -> String?
    /// When a rule applies, where the record says it in no other words.
    func condition(_ condition: RetentionRule.Condition, event: String?) -> String
    var generalRetentionHeading: String { get }
    var generalRetentionIntroduction: String { get }
    var backupsNote: String { get }
}

extension OverviewWords {
    /// Rules that stand together as one text: how long, what then, and what the policy leaves open.
    package func sentences(_ rules: [RetentionInWords], contact: String) -> String {
        guard let last = rules.last else { return "" }
        let clauses = rules.map(standing)
        let clause = clauses.joined(separator: ", \(or) ")
        let end = last.action.flatMap(afterwards)
        let whole = [clause, end].compactMap(\.self).joined(separator: semicolon)
        let isOpen = rules.count > 1 || (last.combine == .unspecifiedOr && last.triggers.count > 1)
        let scoped = last.scope.map { "\($0)\(colon)\(whole)" } ?? whole
        let remarks = rules.filter { !$0.standsByItsRemark }.compactMap { $0.remark.map(sentence) }
        let further = [isOpen ? openChoice : nil, advice(last.kind, contact: contact)].compactMap(\.self) + remarks
        return ([sentence(scoped)] + further).joined(separator: " ")
    }

    private func standing(_ rule: RetentionInWords) -> String {
        rule.standsByItsRemark ? rule.remark ?? "" : clause(rule)
    }

    /// Several events as one, with which of them counts.
    func event(_ rule: RetentionInWords, latest: String, earliest: String) -> String? {
        guard let first = rule.triggers.first else { return nil }
        guard rule.triggers.count > 1 else { return first }
        return switch rule.combine {
        case .latest: "\(latest) \(enumeration(rule.triggers, and))"
        case .earliest: "\(earliest) \(enumeration(rule.triggers, and))"
        case .unspecifiedOr, nil: enumeration(rule.triggers, or)
        }
    }
}

extension RetentionInWords {
    /// Whether the controller's own criterion says all there is: a rule without a period or an event.
    fileprivate var standsByItsRemark: Bool {
        let kinds: [RetentionRule.Kind] = [.untilEvent, .necessity, .limitationCap, .indefiniteUntilEvent]
        return kinds.contains(kind) && period == nil && triggers.isEmpty && remark?.isEmpty == false
    }
}
