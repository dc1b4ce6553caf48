package import ExporterKit

/// What Article 20 lets through: what the person gave or was observed of them, on consent or for a contract.
///
/// It is asked per field, because a customer's record may hold what the customer typed beside a score that the
/// controller computed. What exporters read is processed by automated means. Where nobody described the category its
/// legal basis is not known, and nothing is let through. A controller that promises to hand over all data lets
/// everything through.
package struct PortabilityGate: Sendable {
    private let isOpen: Bool
    private let coversBasis: Bool

    /// Makes the gate of a category.
    package init(_ category: Category?, promise: RightPromise? = nil) {
        let basesOfArticle20: Set<String> = ["6(1)(a)", "9(2)(a)", "6(1)(b)"]
        isOpen = promise?.portsAllData == true
        coversBasis = !basesOfArticle20.isDisjoint(with: category?.legalBases ?? [])
    }

    /// Whether data of an origin passes.
    package func admits(_ origin: CollectionDescription.Origin) -> Bool {
        isOpen || (coversBasis && origin.isTheSubjects)
    }

    /// Whether a field of a collection passes.
    package func admits(_ field: FieldDescription, of collection: CollectionDescription) -> Bool {
        admits(field.origin ?? collection.origin)
    }

    /// Whether any of a collection passes.
    package func admits(_ collection: CollectionDescription) -> Bool { collection.origins.contains(where: admits) }
}

/// Whether Article 20 lets a collection through, or a part of it.
package func portable(
    _ collection: CollectionDescription,
    _ category: Category?,
    promise: RightPromise? = nil
) -> Bool { PortabilityGate(category, promise: promise).admits(collection) }

extension CollectionDescription {
    /// The origins of what the collection gives out, each once.
    package var origins: [Origin] {
        let given = fields.filter { !$0.secret }.map { $0.origin ?? origin }
        return Origin.allCases.filter((given.isEmpty ? [origin] : given).contains)
    }

    /// Whether the person gave any of the data or it was observed of them, which is one half of what Article 20 asks.
    package var cameFromTheSubject: Bool { origins.contains(where: \.isTheSubjects) }

    /// The indices of the fields that are written: all but the secrets, and of those what passes the gate.
    package func exportedFields(through gate: PortabilityGate?) -> [Int] {
        fields.indices.filter { !fields[$0].secret && gate?.admits(fields[$0], of: self) ?? true }
    }
}

extension CollectionDescription.Origin {
    /// Whether the person gave it or it was observed of them.
    var isTheSubjects: Bool { self == .provided || self == .observed }
}
