/// How the controller proves who asks.
package struct IdentityPolicy: Sendable, Hashable {
    /// What the policy says of proof.
    package enum Rule: String, Sendable, CaseIterable {
        /// Copies go to the known address; anything else needs identification first.
        case knownEmailElseIdentify = "known_email_else_identify"
        /// The controller may verify; what was done, or that it was waived, is recorded.
        case discretionaryVerification = "discretionary_verification"
        /// The requester says clearly who they are.
        case requesterMustIdentifyClearly = "requester_must_identify_clearly"
        /// The policy is silent: the known-email rule, and Article 12(6).
        case notStated = "not_stated"
    }

    package var rule: Rule
    /// Whether a one-time code proves control of the known address, or the known address alone is enough.
    package var codeRequired: Bool
    /// How long a code is valid, in days.
    package var codeValidDays: Int
    /// How long ago an address must have changed to be known, in days.
    package var quietDays: Int
    /// The methods that the controller uses at all; empty means every one there is.
    package var methods: [String]
    /// What the controller accepts for a doubt instead of the built-in list: doubt kind to methods.
    package var accepts: [String: [String]]

    /// Makes a policy.
    package init(
        rule: Rule = .notStated,
        codeRequired: Bool = true,
        codeValidDays: Int = 7,
        quietDays: Int = 30,
        methods: [String] = [],
        accepts: [String: [String]] = [:]
    ) {
        self.rule = rule
        self.codeRequired = codeRequired
        self.codeValidDays = codeValidDays
        self.quietDays = quietDays
        self.methods = methods
        self.accepts = accepts
    }
}
