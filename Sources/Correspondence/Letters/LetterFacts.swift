package import Policy
package import Groundwork
package import Cases
package import IdentityMethods

/// What the acknowledgement of a request tells.
package struct AcknowledgementFacts: Sendable {
    package var requestID: String
    /// The right as it was understood.
    package var right: Right
    package var receivedOn: CivilDay
    /// The last day of the period.
    package var dueOn: CivilDay

    /// Gathers what the letter tells.
    package init(requestID: String, right: Right, receivedOn: CivilDay, dueOn: CivilDay) {
        self.requestID = requestID
        self.right = right
        self.receivedOn = receivedOn
        self.dueOn = dueOn
    }
}

/// What the letter tells that asks who somebody is.
package struct IdentificationFacts: Sendable {
    /// What becomes of the period in the meantime.
    package enum Clock: Sendable, Hashable {
        /// It runs on, until this day.
        case runs(until: CivilDay)
        /// It stands still, because the question was asked without undue delay.
        case standsStill
    }

    package var requestID: String
    /// The methods of which each settles the doubt, lightest first; some are asked for beside the others.
    package var methods: [any IdentificationMethod]
    /// What is doubted; only what the request itself shows is told, because the rest tells whether somebody is known.
    package var doubts: Set<Doubt.Kind>
    package var clock: Clock

    /// Gathers what the letter tells.
    package init(requestID: String, methods: [any IdentificationMethod], doubts: Set<Doubt.Kind> = [], clock: Clock) {
        self.requestID = requestID
        self.methods = methods
        self.doubts = doubts
        self.clock = clock
    }
}

/// What the letter tells that asks whom a request is about, or which right it means; the period runs on.
package struct ClarificationFacts: Sendable {
    package var requestID: String
    /// Whether the request names nobody.
    package var asksWho: Bool
    /// Whether the request names no right; it counts as access meanwhile.
    package var asksRight: Bool
    /// The last day of the period.
    package var dueOn: CivilDay

    /// Gathers what the letter tells.
    package init(requestID: String, asksWho: Bool, asksRight: Bool, dueOn: CivilDay) {
        self.requestID = requestID
        self.asksWho = asksWho
        self.asksRight = asksRight
        self.dueOn = dueOn
    }
}

/// What the notice of a longer period tells (Article 12(3)).
package struct ExtensionFacts: Sendable {
    package var requestID: String
    package var right: Right
    package var receivedOn: CivilDay
    /// The last day of the longer period.
    package var dueOn: CivilDay
    /// Why, in the person's language.
    package var reason: String

    /// Gathers what the letter tells.
    package init(requestID: String, right: Right, receivedOn: CivilDay, dueOn: CivilDay, reason: String) {
        self.requestID = requestID
        self.right = right
        self.receivedOn = receivedOn
        self.dueOn = dueOn
        self.reason = reason
    }
}
