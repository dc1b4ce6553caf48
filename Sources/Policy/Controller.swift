package import ExporterKit
package import Groundwork

/// Who answers and what it promises: `controller.yaml`.
package struct Controller: Sendable {
    /// The name that people know, where it is not the first entity's.
    package var name: String?
    /// The published policy in which the promises stand.
    package var policy: PolicyDocument?
    /// The legal entities; the first is the one that answers.
    package var entities: [Entity]
    /// Whom people can reach.
    package var contact: Contact
    /// The Member State whose law the policy invokes, as ISO 3166.
    package var country: String?
    /// The languages the controller answers in, the preferred one first.
    package var languages: [Language]
    /// `u` or `je`, where the language knows the difference.
    package var formOfAddress: FormOfAddress
    /// Where to complain, the competent authority first; empty where the policy is silent.
    package var supervisoryAuthorities: [SupervisoryAuthority]
    /// What the policy says of each right; one that it does not name is given by the law all the same.
    package var rights: [RightPromise]
    /// How identity is proven.
    package var identity: IdentityPolicy
    /// When the answer is due.
    package var deadline: DeadlinePolicy
    /// How the answer travels.
    package var delivery: DeliveryPolicy
    /// How mails become requests.
    package var intake: IntakePolicy
    /// How the answer's origin is proven.
    package var signature: SignaturePolicy
    /// On which grounds a request is refused.
    package var refusal: RefusalPolicy
    /// What is kept of a request.
    package var requestLog: RequestLogPolicy
    /// How long a finished request is kept, to be able to show how it was answered; then who asked is forgotten.
    package var requestsKept: ISOPeriod
    /// What is kept where the controller does not say how long.
    package static let usualLifeOfRequests = ISOPeriod(years: 2)
    /// Below which age a person's data needs a look.
    package var children: ChildrenPolicy?
    /// What the policy says of decisions by machine alone, for all categories.
    package var automatedDecisions: LocalizedText?
    /// Whether names of the controller's staff are redacted in what people get.
    package var redactStaff: Bool
    /// Whether a person looks at an answer that needs judgement before it goes.
    package var release: ReleasePolicy
    /// Whether this is the sample company, for which alone example keys are taken.
    package var isDemo: Bool

    /// Makes a controller.
    package init(
        name: String? = nil,
        policy: PolicyDocument? = nil,
        entities: [Entity],
        contact: Contact,
        country: String? = nil,
        languages: [Language],
        formOfAddress: FormOfAddress = .u,
        supervisoryAuthorities: [SupervisoryAuthority] = [],
        rights: [RightPromise],
        identity: IdentityPolicy,
        deadline: DeadlinePolicy,
        delivery: DeliveryPolicy,
        intake: IntakePolicy = IntakePolicy(),
        signature: SignaturePolicy = SignaturePolicy(),
        refusal: RefusalPolicy = RefusalPolicy(),
        requestLog: RequestLogPolicy = RequestLogPolicy(),
        requestsKept: ISOPeriod = Self.usualLifeOfRequests,
        children: ChildrenPolicy? = nil,
        automatedDecisions: LocalizedText? = nil,
        redactStaff: Bool = true,
        release: ReleasePolicy = .review,
        isDemo: Bool = false
    ) {
        self.name = name
        self.policy = policy
        self.entities = entities
        self.contact = contact
        self.country = country
        self.languages = languages
        self.formOfAddress = formOfAddress
        self.supervisoryAuthorities = supervisoryAuthorities
        self.rights = rights
        self.identity = identity
        self.deadline = deadline
        self.delivery = delivery
        self.intake = intake
        self.signature = signature
        self.refusal = refusal
        self.requestLog = requestLog
        self.requestsKept = requestsKept
        self.children = children
        self.automatedDecisions = automatedDecisions
        self.redactStaff = redactStaff
        self.release = release
        self.isDemo = isDemo
    }

    /// What the policy says of a right; nil where it is silent and only the law gives it.
    package func promise(of right: Right) -> RightPromise? {
        rights.first { $0.right == right && $0.stated != .no }
    }
}

/// The published policy in which a controller's promises stand.
package struct PolicyDocument: Sendable, Hashable {
    package var title: String?
    /// ISO 8601, a day or a month.
    package var date: String?

    /// Makes a document.
    package init(title: String? = nil, date: String? = nil) {
        self.title = title
        self.date = date
    }
}

/// Whether an answer waits for a person before it goes.
package enum ReleasePolicy: String, Sendable, Codable, CaseIterable {
    /// What was redacted, is a document or was added by hand waits for `export --release`.
    case review
    /// Nothing waits.
    case direct
}
