/// On which grounds a request is refused, beside those of the law.
package struct RefusalPolicy: Sendable, Hashable {
    /// Words such as `legal_claims`.
    package var grounds: [String]
    /// The right to which the grounds apply, where it is one.
    package var appliesTo: Right?

    /// Makes a policy.
    package init(grounds: [String] = [], appliesTo: Right? = nil) {
        self.grounds = grounds
        self.appliesTo = appliesTo
    }

    /// The grounds that the policy names for a right; empty where it names none.
    package func grounds(for right: Right) -> [String] { appliesTo == nil || appliesTo == right ? grounds : [] }
}

/// What is kept of a request once it is handled.
package struct RequestLogPolicy: Sendable, Hashable {
    /// The rights of which nothing is kept that could name the person.
    package var anonymousFor: [Right]

    /// Makes a policy.
    package init(anonymousFor: [Right] = []) { self.anonymousFor = anonymousFor }
}

/// Below which age a person's data needs a look, and what the policy says is done with it.
package struct ChildrenPolicy: Sendable, Hashable {
    /// In years.
    package var minimumAge: Int
    /// In words, for the operator.
    package var action: String?

    /// Makes a policy.
    package init(minimumAge: Int, action: String? = nil) {
        self.minimumAge = minimumAge
        self.action = action
    }
}
