package import ExporterKit

/// A right of the data subject; each request exercises one.
package enum Right: String, Sendable, Codable, CaseIterable {
    /// Article 15.
    case access
    /// Articles 13 to 15(1): what is processed and why, without a copy being the point.
    case information
    /// Article 16.
    case rectification
    /// Article 17.
    case erasure
    /// Article 18.
    case restriction
    /// Article 20.
    case portability
    /// Article 21.
    case objection
    /// Article 21(2): granted without a ground, always and free.
    case objectionDirectMarketing = "objection_direct_marketing"
    /// Article 7(3).
    case withdrawConsent = "withdraw_consent"
    /// Article 22.
    case noAutomatedDecision = "no_automated_decision"
    /// A promise of the controller beyond the law.
    case changeContactPreferences = "change_contact_preferences"
    /// A promise of the controller beyond the law.
    case stopSharing = "stop_sharing"
    /// A promise of the controller beside Article 16.
    case updateData = "update_data"
    /// Article 15(2).
    case transferMechanismInformation = "transfer_mechanism_information"
    /// Article 77: exercised with the authority, never a request to the controller.
    case complaint

    /// Whether an archive answers it; the others are carried out by people, and registered, timed and confirmed here.
    package var isAnsweredByArchive: Bool { [.access, .information, .portability].contains(self) }

    /// Whether people carry it out in the systems that hold the person, and so get a list of these.
    package var hasWorkList: Bool { [.rectification, .erasure, .restriction, .objection, .updateData].contains(self) }

    /// The article of the GDPR that gives it, or nil where only the controller promises it.
    package var article: String? {
        switch self {
        case .access: "15"
        case .information: "13-15"
        case .rectification: "16"
        case .erasure: "17"
        case .restriction: "18"
        case .portability: "20"
        case .objection: "21"
        case .objectionDirectMarketing: "21(2)"
        case .withdrawConsent: "7(3)"
        case .noAutomatedDecision: "22"
        case .transferMechanismInformation: "15(2)"
        case .complaint: "77"
        case .changeContactPreferences, .stopSharing, .updateData: nil
        }
    }
}

/// What a policy says of a right.
package struct RightPromise: Sendable, Hashable {
    /// How clearly the policy gives a right.
    package enum Stated: String, Sendable, CaseIterable {
        case yes, partly, implied
        /// It is silent: the law gives the right, not the controller's promise.
        case no
    }

    package var right: Right
    package var stated: Stated
    /// Whether portability gets all data, as some promise, or what Article 20 gives.
    package var portsAllData: Bool
    /// What people are told along with the answer, such as that a service probably cannot go on.
    package var notice: LocalizedText?
    /// What the policy says that it covers, in words.
    package var scope: LocalizedText?
    /// Where people can do it themselves, in words.
    package var selfService: LocalizedText?
    /// Who may get the data: `subject`, `organisation_named_by_subject`.
    package var recipients: [String]
    /// What happens once an objection is upheld: `send_copy_of_data`, `stop_permanently`.
    package var whenUpheld: [String]
    /// Until when it lasts, in words.
    package var until: LocalizedText?
    /// Whether what was done is confirmed to the known address.
    package var isConfirmedToKnownEmail: Bool

    /// Makes a promise.
    package init(
        _ right: Right,
        stated: Stated = .yes,
        portsAllData: Bool = false,
        notice: LocalizedText? = nil,
        scope: LocalizedText? = nil,
        selfService: LocalizedText? = nil,
        recipients: [String] = [],
        whenUpheld: [String] = [],
        until: LocalizedText? = nil,
        isConfirmedToKnownEmail: Bool = false
    ) {
        self.right = right
        self.stated = stated
        self.portsAllData = portsAllData
        self.notice = notice
        self.scope = scope
        self.selfService = selfService
        self.recipients = recipients
        self.whenUpheld = whenUpheld
        self.until = until
        self.isConfirmedToKnownEmail = isConfirmedToKnownEmail
    }
}
