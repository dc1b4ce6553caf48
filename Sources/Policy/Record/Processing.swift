package import ExporterKit

/// The record of processing (Article 30): `processing.yaml`.
package struct Processing: Sendable {
    /// The categories of personal data by id, in the order of the file.
    package var categories: [Category]
    /// The processors and recipients, in the order of the file.
    package var processors: [Processor]
    /// The rules that hold for the whole record or for a part of it, such as all that rests on one legal basis.
    package var generalRetention: [ScopedRetention]
    /// What is said of transfers to third countries as such.
    package var transferPolicy: TransferPolicy?

    /// Makes a record of processing.
    package init(
        categories: [Category],
        processors: [Processor],
        generalRetention: [ScopedRetention] = [],
        transferPolicy: TransferPolicy? = nil
    ) {
        self.categories = categories
        self.processors = processors
        self.generalRetention = generalRetention
        self.transferPolicy = transferPolicy
    }

    /// The category with an id.
    package func category(_ id: String) -> Category? { categories.first { $0.id == id } }
    /// The processor with an id.
    package func processor(_ id: String) -> Processor? { processors.first { $0.id == id } }
}

/// What a controller says of transfers to third countries as such, beside what it says of each recipient.
package struct TransferPolicy: Sendable, Hashable {
    /// When a transfer takes place at all: `consent`, `contract_performance` and the like.
    package var conditions: [String]
    /// What protects the data wherever nothing else is said.
    package var safeguard: String?
    /// What the reader is warned of wherever data goes to a country that no adequacy decision covers.
    package var warning: LocalizedText?

    /// Makes a policy.
    package init(conditions: [String] = [], safeguard: String? = nil, warning: LocalizedText? = nil) {
        self.conditions = conditions
        self.safeguard = safeguard
        self.warning = warning
    }
}
