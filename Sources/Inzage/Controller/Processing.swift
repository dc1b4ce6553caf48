package import ExporterKit

/// The record of processing (Article 30): `processing.yaml`.
package struct Processing: Sendable {
    /// The categories of personal data by id, in the order of the file.
    package var categories: [Category]
    /// The processors and recipients, in the order of the file.
    package var processors: [Processor]

    /// Makes a record of processing.
    package init(categories: [Category], processors: [Processor]) {
        self.categories = categories
        self.processors = processors
    }

    /// The category with an id.
    package func category(_ id: String) -> Category? { categories.first { $0.id == id } }
    /// The processor with an id.
    package func processor(_ id: String) -> Processor? { processors.first { $0.id == id } }
}

/// A category of personal data, with what Article 15(1) wants to be told about it.
package struct Category: Sendable {
    package var id: String
    package var title: LocalizedText
    /// Article 15(1)(a).
    package var purposes: [LocalizedText]
    /// Articles, such as `6(1)(b)` or `9(2)(a)`.
    package var legalBases: [String]
    /// Article 15(1)(d); never empty.
    package var retention: [RetentionRule]
    /// Ids of processors and recipients, Article 15(1)(c).
    package var processors: [String]
    /// Article 15(1)(g): where the data comes from when it is not from the subject.
    package var source: LocalizedText?
    /// Article 15(1)(h): what is decided by machine alone, its logic and consequences; nil means nothing is.
    package var automatedDecisions: LocalizedText?
    /// Whether the controller holds it only for a customer, as that customer's processor; never packed.
    package var processorFor: String?

    /// Makes a category.
    package init(
        id: String,
        title: LocalizedText,
        purposes: [LocalizedText],
        legalBases: [String],
        retention: [RetentionRule],
        processors: [String] = [],
        source: LocalizedText? = nil,
        automatedDecisions: LocalizedText? = nil,
        processorFor: String? = nil
    ) {
        self.id = id
        self.title = title
        self.purposes = purposes
        self.legalBases = legalBases
        self.retention = retention
        self.processors = processors
        self.source = source
        self.automatedDecisions = automatedDecisions
        self.processorFor = processorFor
    }
}

/// How long a category is kept, or by which criterion.
package struct RetentionRule: Sendable {
    /// What sort of rule: `fixed`, `max`, `usual`, `until_event`, `necessity`, `statutory`.
    package var kind: String
    /// The period exactly as the controller wrote it (`P12M` stays `P12M`).
    package var duration: String?
    /// What the period counts from.
    package var from: LocalizedText?
    /// The criterion or a remark in words.
    package var text: LocalizedText?

    /// Makes a rule.
    package init(kind: String, duration: String? = nil, from: LocalizedText? = nil, text: LocalizedText? = nil) {
        self.kind = kind
        self.duration = duration
        self.from = from
        self.text = text
    }
}

/// A processor or a recipient.
package struct Processor: Sendable {
    package var id: String
    package var name: String
    /// What it does for the controller.
    package var service: LocalizedText?
    /// `processor`, `own_controller`, `intra_group`, `authority`, `source`.
    package var role: String
    /// ISO 3166.
    package var country: String?
    /// The third countries the data goes to.
    package var transfers: [Transfer]

    /// Makes a processor.
    package init(
        id: String,
        name: String,
        service: LocalizedText? = nil,
        role: String = "processor",
        country: String? = nil,
        transfers: [Transfer] = []
    ) {
        self.id = id
        self.name = name
        self.service = service
        self.role = role
        self.country = country
        self.transfers = transfers
    }
}

/// A transfer to a third country, Article 15(2).
package struct Transfer: Sendable, Hashable {
    package var country: String
    /// The safeguard under Article 46, or the adequacy decision.
    package var safeguard: String?

    /// Makes a transfer.
    package init(country: String, safeguard: String? = nil) {
        self.country = country
        self.safeguard = safeguard
    }
}
