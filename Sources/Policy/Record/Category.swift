package import ExporterKit

/// A category of personal data, with what Article 15(1) wants to be told about it.
package struct Category: Sendable {
    package var id: String
    /// The id that the same sort of data has with every controller, such as `chat_messages`; several may share one.
    package var canonical: String?
    package var title: LocalizedText
    /// What the policy lists as its content.
    package var fields: [LocalizedText]
    /// Fields that are never exported, by the names that ``fields`` or an exporter gives them: passwords.
    package var excludedFields: [String]
    /// Article 15(1)(a).
    package var purposes: [LocalizedText]
    /// Articles, such as `6(1)(b)` or `9(2)(a)`.
    package var legalBases: [String]
    /// Whether the policy names the legal basis for this category; where it does not, ``legalBases`` is our reading.
    package var basisIsStated: Bool
    /// Article 15(1)(d); never empty.
    package var retention: [RetentionRule]
    /// Ids of processors and recipients, Article 15(1)(c).
    package var processors: [String]
    /// Article 15(1)(g): where the data comes from when it is not from the subject.
    package var source: LocalizedText?
    /// Article 15(1)(h): what is decided by machine alone, its logic and consequences; nil means nothing is.
    package var automatedDecisions: LocalizedText?
    /// Whether the controller holds it only for a customer, as that customer's processor; never packed (Article 28(3)).
    ///
    /// The id of an entry of ``Processing/processors``, or the customer's name.
    package var processorFor: String?
    /// The kinds of adapter that are named as its source: `crm`, `chat`.
    package var adapters: [String]
    package var marks: Marks

    /// What else is true of a category.
    package struct Marks: Sendable, Hashable {
        /// It names other people too, whose rights are to be kept (Article 15(4)).
        package var thirdPartyData = false
        /// Some of it comes from elsewhere, so the source must be named (Article 14).
        package var externalSource = false
        /// The policy claims that it is no personal data; it is shown all the same.
        package var claimedNotPersonal = false
        /// It becomes personal when it is linked to an account.
        package var linkedToAccount = false
        /// `text`, `image`, `audio`, `video`, `location`, `document`.
        package var media: [String] = []
        /// The right whose use ends the processing: `objection_direct_marketing`, `opt_out`.
        package var stopsOn: String?
        /// The categories for which consent is withdrawn along with this one.
        package var withdrawalCascade: [String] = []
        /// Where the person had better ask first, in words; the right stays what it is.
        package var askElsewhereFirst: LocalizedText?

        package init() {}
    }

    /// Makes a category.
    package init(
        id: String,
        canonical: String? = nil,
        title: LocalizedText,
        fields: [LocalizedText] = [],
        excludedFields: [String] = [],
        purposes: [LocalizedText],
        legalBases: [String],
        basisIsStated: Bool = true,
        retention: [RetentionRule],
        processors: [String] = [],
        source: LocalizedText? = nil,
        automatedDecisions: LocalizedText? = nil,
        processorFor: String? = nil,
        adapters: [String] = [],
        marks: Marks = Marks()
    ) {
        self.id = id
        self.canonical = canonical
        self.title = title
        self.fields = fields
        self.excludedFields = excludedFields
        self.purposes = purposes
        self.legalBases = legalBases
        self.basisIsStated = basisIsStated
        self.retention = retention
        self.processors = processors
        self.source = source
        self.automatedDecisions = automatedDecisions
        self.processorFor = processorFor
        self.adapters = adapters
        self.marks = marks
    }
}
