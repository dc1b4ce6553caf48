/// When the answer is due by the controller's own promise.
package struct DeadlinePolicy: Sendable, Hashable {
    /// The promised period as ISO 8601 (`P30D`, `P1M`), or nil where the policy has no number.
    package var base: String?
    /// What the policy says instead of a number, or beside it.
    package var pace: Pace?
    /// The rights for which the policy says something else.
    package var perRight: [Right: Pace]
    /// The rights to which ``base`` applies; empty means all.
    package var appliesTo: [Right]
    /// What the policy says of an extension; nil means what Article 12(3) allows.
    package var prolonging: ExtensionPolicy?
    /// The Member State whose public holidays count, as ISO 3166 (`NL`).
    package var holidays: String
    /// The time zone in which a day of receipt is a day.
    package var timeZone: String

    /// How fast, in words; each means the law's month at most (Article 12(3)).
    package enum Pace: String, Sendable, CaseIterable {
        case asSoonAsPossible = "as_soon_as_possible"
        case immediately
        case immediatelyWithoutUndueDelay = "immediately_without_undue_delay"
        case withoutUndueDelay = "without_undue_delay"
        /// An objection stops the processing at once, before it is decided.
        case immediateStop = "immediate_stop"
    }

    /// What the policy says of an extension.
    package struct ExtensionPolicy: Sendable, Hashable {
        package var isAllowed: Bool
        /// How much longer, as ISO 8601; never more than the law's two months.
        package var max: String?
        /// Within which time it is announced, from receipt.
        package var noticeWithin: String?

        /// Makes a policy.
        package init(isAllowed: Bool, max: String? = nil, noticeWithin: String? = nil) {
            self.isAllowed = isAllowed
            self.max = max
            self.noticeWithin = noticeWithin
        }
    }

    /// Makes a policy.
    package init(
        base: String? = nil,
        pace: Pace? = nil,
        perRight: [Right: Pace] = [:],
        appliesTo: [Right] = [],
        prolonging: ExtensionPolicy? = nil,
        holidays: String,
        timeZone: String
    ) {
        self.base = base
        self.pace = pace
        self.perRight = perRight
        self.appliesTo = appliesTo
        self.prolonging = prolonging
        self.holidays = holidays
        self.timeZone = timeZone
    }
}
