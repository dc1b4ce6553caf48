package import ExporterKit

/// How people may ask.
package struct RequestPolicy: Sendable, Hashable {
    /// The channels that the policy names; the law takes a request by any (Article 12(2)).
    package var channels: [String]
    /// Where the policy sends requests.
    package var address: String?
    /// What the policy demands of a request: `right_invoked`, `grounds`, `who_you_are`.
    package var mustState: [String]
    /// Where people are sent for data that a social platform holds, in words.
    package var socialMedia: LocalizedText?
    /// What people can do themselves, in words.
    package var selfService: LocalizedText?

    /// Makes a policy.
    package init(
        channels: [String] = [],
        address: String? = nil,
        mustState: [String] = [],
        socialMedia: LocalizedText? = nil,
        selfService: LocalizedText? = nil
    ) {
        self.channels = channels
        self.address = address
        self.mustState = mustState
        self.socialMedia = socialMedia
        self.selfService = selfService
    }
}

/// On which grounds a request is refused, beside those of the law.
package struct RefusalPolicy: Sendable, Hashable {
    /// Words such as `legal_claims`.
    package var grounds: [String]
    /// Whether the policy itself says that a ground is given; the law demands it always (Article 12(4)).
    package var mustGiveGround: Bool?
    /// The right to which the grounds apply, where it is one.
    package var appliesTo: Right?

    /// Makes a policy.
    package init(grounds: [String] = [], mustGiveGround: Bool? = nil, appliesTo: Right? = nil) {
        self.grounds = grounds
        self.mustGiveGround = mustGiveGround
        self.appliesTo = appliesTo
    }
}

/// What an answer costs, where the policy says so; by law nothing (Article 12(5)).
package struct FeePolicy: Sendable, Hashable {
    package var isStated: Bool
    /// When a reasonable fee is asked: `excessive`, `manifestly_unfounded`.
    package var reasonableIf: [String]
    /// The rights that the policy itself calls free.
    package var freeFor: [Right]

    /// Makes a policy.
    package init(isStated: Bool = false, reasonableIf: [String] = [], freeFor: [Right] = []) {
        self.isStated = isStated
        self.reasonableIf = reasonableIf
        self.freeFor = freeFor
    }
}

/// What the answer is promised to hold.
package struct AnswerPolicy: Sendable, Hashable {
    package var contents: [AnswerContent]
    package var perRight: [Right: [AnswerContent]]

    /// Makes a policy.
    package init(contents: [AnswerContent] = [], perRight: [Right: [AnswerContent]] = [:]) {
        self.contents = contents
        self.perRight = perRight
    }
}

/// Something that an answer is promised to hold; each has its place in the package or in a letter.
package enum AnswerContent: String, Sendable, CaseIterable {
    // In the package.
    case copyOfAllData = "copy_of_all_data"
    case processorOverview = "processor_overview"
    case categoryUnderWhichStored = "category_under_which_stored"
    case purposes
    case categoriesOfData = "categories_of_data"
    case recipients = "recipients_or_categories_incl_third_countries"
    case retention = "retention_or_criteria"
    case source = "available_source_information"
    case transfers = "third_country_transfer_and_safeguards"
    case computerFile = "personal_data_we_hold_in_a_computer_file"
    case copiesOfAllData = "copies_or_transcripts_of_all_data"
    case dataHeldByProcessors = "data_held_by_processors_and_third_parties"
    // In a letter.
    case decision = "decision_grant_or_refuse"
    case groundIfRefused = "ground_if_refused"
    case serviceNotice = "service_discontinuation_notice"
    case confirmationChanged = "confirmation_changed"
    case confirmationRestricted = "confirmation_no_longer_processed_until_lifted"
    case copiesIfUpheld = "copies_if_upheld"
    case confirmationStopped = "confirmation_processing_stopped"
}

/// What is kept of a request once it is handled.
package struct RequestLogPolicy: Sendable, Hashable {
    /// What the policy says is kept: `handled_requests`.
    package var keep: String?
    /// The rights of which nothing is kept that could name the person.
    package var anonymousFor: [Right]

    /// Makes a policy.
    package init(keep: String? = nil, anonymousFor: [Right] = []) {
        self.keep = keep
        self.anonymousFor = anonymousFor
    }
}

/// Below which age a person's data needs a look, and what the policy says is done with it.
package struct ChildrenPolicy: Sendable, Hashable {
    /// In years.
    package var minimumAge: Int
    /// In words, for the operator.
    package var action: String?
    /// Another law that the policy names for it: `COPPA`.
    package var otherLaw: String?

    /// Makes a policy.
    package init(minimumAge: Int, action: String? = nil, otherLaw: String? = nil) {
        self.minimumAge = minimumAge
        self.action = action
        self.otherLaw = otherLaw
    }
}
