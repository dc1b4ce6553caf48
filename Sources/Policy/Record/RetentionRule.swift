package import ExporterKit

/// How long data is kept, or by which criterion; a category has a list of them.
package struct RetentionRule: Sendable, Hashable {
    /// What sort of rule it is.
    package enum Kind: String, Sendable, CaseIterable {
        /// Exactly the period.
        case fixed
        /// The period at most.
        case max
        /// The period as a rule.
        case usual
        /// Until something happens.
        case untilEvent = "until_event"
        /// As long as the purpose needs it.
        case necessity
        /// As long as a law demands.
        case statutory
        /// Until claims are barred: a limit to the other rules.
        case limitationCap = "limitation_cap"
        /// Without an end, unless something happens.
        case indefiniteUntilEvent = "indefinite_until_event"
        /// Until the browser is closed.
        case session
        /// As the recipient decides.
        case recipientPolicy = "recipient_policy"
        /// The policy is silent.
        case notStated = "not_stated"
        /// The policy says that there is no personal data.
        case noPersonalData = "no_personal_data"

        /// Whether the rule is about a period and needs one.
        package var needsPeriod: Bool { [.fixed, .max, .usual].contains(self) }
        /// Whether the rule says all there is to say by itself.
        package var needsNothing: Bool {
            [.session, .recipientPolicy, .notStated, .noPersonalData].contains(self)
        }
    }

    /// How several triggers, or this rule and its neighbours, go together.
    package enum Combination: String, Sendable, CaseIterable {
        case latest, earliest
        /// The policy says "or" and leaves open which counts; the operator must choose.
        case unspecifiedOr = "unspecified_or"
    }

    /// What becomes of the data at the end.
    package enum Action: String, Sendable, CaseIterable {
        case delete, anonymise, isolate, none
        case deleteOrAnonymise = "delete_or_anonymise"
        case restrictAccess = "restrict_access"
        case restrictAnonymiseOrDelete = "restrict_access_or_anonymise_or_delete"
    }

    package var kind: Kind
    /// The period exactly as the controller wrote it (`P12M` stays `P12M`).
    package var duration: String?
    /// What the period counts from, or what ends the keeping.
    package var from: [Trigger]
    /// How the triggers go together; nil where there is one.
    package var combine: Combination?
    package var action: Action?
    /// To what the rule applies, in words.
    package var appliesTo: LocalizedText?
    /// When the rule applies, so that it can be decided for a person.
    package var condition: Condition?
    /// The criterion or a remark in words.
    package var text: LocalizedText?

    /// Makes a rule.
    package init(
        kind: Kind,
        duration: String? = nil,
        from: [Trigger] = [],
        combine: Combination? = nil,
        action: Action? = nil,
        appliesTo: LocalizedText? = nil,
        condition: Condition? = nil,
        text: LocalizedText? = nil
    ) {
        self.kind = kind
        self.duration = duration
        self.from = from
        self.combine = combine
        self.action = action
        self.appliesTo = appliesTo
        self.condition = condition
        self.text = text
    }
}

/// An event that a period counts from: one that the record names, or one in words alone.
package struct Trigger: Sendable, Hashable {
    /// The event's id, such as `contract_end`; nil where it is only described.
    package var event: String?
    package var words: LocalizedText

    /// Makes a trigger.
    package init(event: String? = nil, _ words: LocalizedText) {
        self.event = event
        self.words = words
    }
}

/// A rule about all the record, or about what a word names: `basis:b`, `category:orders`, `backups`.
package struct ScopedRetention: Sendable, Hashable {
    package var scope: String
    package var rule: RetentionRule

    /// Makes a scoped rule.
    package init(scope: String, rule: RetentionRule) {
        self.scope = scope
        self.rule = rule
    }
}
