package import ExporterKit

/// A processor or a recipient; one company may stand in the record several times, once for each service.
package struct Processor: Sendable {
    /// What it is to the controller.
    package enum Role: String, Sendable, CaseIterable {
        case processor, subprocessor, recipient, authority, source
        case ownController = "own_controller"
        case intraGroup = "intra_group"
        /// Software of another company that the controller runs itself: nobody receives anything.
        case selfHostedSoftware = "self_hosted_software"
        case jointOrCoOrganiser = "joint_or_co_organiser"
        /// The policy does not say.
        case unclear
    }

    package var id: String
    /// Its name, or nil where the policy names only a kind of recipient.
    package var name: String?
    /// What it does for the controller.
    package var service: LocalizedText?
    /// Its roles; a credit agency may be source and recipient at once.
    package var roles: [Role]
    /// ISO 3166, or words where the policy says no country.
    package var country: LocalizedText?
    package var address: String?
    package var website: String?
    /// Whether a processing agreement (Article 28(3)) is named.
    package var hasAgreement: Bool?
    /// What it gets, where the policy lists that.
    package var data: [LocalizedText]
    /// On which articles it gets it, where they differ from the category's.
    package var legalBases: [String]
    /// How long it keeps it.
    package var retention: [RetentionRule]
    /// Where the data leaves the European Economic Area.
    package var transfers: [Transfer]
    /// Whether the policy says that the data stays in the European Economic Area.
    package var staysInArea: Bool
    /// What it does with the data for its own ends; nil where nothing is said.
    package var ownPurposes: OwnPurposes?
    /// What binds it to secrecy, in words.
    package var confidentiality: LocalizedText?
    /// Under which condition it gets anything, in words.
    package var condition: LocalizedText?
    /// Whether the condition is met; one that is not active is left out of what people get.
    package var isActive: Bool

    /// What a recipient does with the data for its own ends.
    package enum OwnPurposes: Sendable, Hashable {
        case none, some
        case described(LocalizedText)
    }

    /// Makes a processor.
    package init(
        id: String,
        name: String?,
        service: LocalizedText? = nil,
        roles: [Role] = [.processor],
        country: LocalizedText? = nil,
        address: String? = nil,
        website: String? = nil,
        hasAgreement: Bool? = nil,
        data: [LocalizedText] = [],
        legalBases: [String] = [],
        retention: [RetentionRule] = [],
        transfers: [Transfer] = [],
        staysInArea: Bool = false,
        ownPurposes: OwnPurposes? = nil,
        confidentiality: LocalizedText? = nil,
        condition: LocalizedText? = nil,
        isActive: Bool = true
    ) {
        self.id = id
        self.name = name
        self.service = service
        self.roles = roles
        self.country = country
        self.address = address
        self.website = website
        self.hasAgreement = hasAgreement
        self.data = data
        self.legalBases = legalBases
        self.retention = retention
        self.transfers = transfers
        self.staysInArea = staysInArea
        self.ownPurposes = ownPurposes
        self.confidentiality = confidentiality
        self.condition = condition
        self.isActive = isActive
    }

    /// Whether it receives data at all: software that the controller runs itself and a pure source do not.
    package var isRecipient: Bool { !Set(roles).isSubset(of: [.selfHostedSoftware, .source]) }
}

/// A transfer to a third country, Article 15(2).
package struct Transfer: Sendable, Hashable {
    /// ISO 3166, or nil where the policy names none.
    package var country: String?
    /// Whether it takes place, or only may.
    package var isCertain: Bool
    /// The safeguards under Article 46, the adequacy decision, or what the policy names instead.
    package var safeguards: [String]

    /// Makes a transfer.
    package init(country: String?, isCertain: Bool = true, safeguards: [String] = []) {
        self.country = country
        self.isCertain = isCertain
        self.safeguards = safeguards
    }

    /// Whether a safeguard's name is one that holds no longer: the Privacy Shields, since 16 July 2020 (CJEU C-311/18).
    ///
    /// The Swiss one fell with the same year: the Swiss commissioner took it off the list on 8 September 2020.
    package static func isOutdated(_ safeguard: String) -> Bool {
        String(decoding: safeguard.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
            .utf8.firstRange(of: "privacy shield".utf8) != nil
    }
}
