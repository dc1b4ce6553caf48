package import ExporterKit

/// Whether Article 20 lets a collection through.
///
/// The person gave the data or it was observed of them, and it is processed on consent or for a contract. What
/// exporters read is processed by automated means.
///
/// A collection whose category nobody described is not let through: its legal basis is not known. A controller that
/// promises to hand over all data lets everything through.
package func portable(
    _ collection: CollectionDescription,
    _ category: Category?,
    promise: RightPromise? = nil
) -> Bool {
    if promise?.portsAllData == true { return true }
    let basesOfArticle20: Set<String> = ["6(1)(a)", "9(2)(a)", "6(1)(b)"]
    return collection.cameFromTheSubject && !basesOfArticle20.isDisjoint(with: category?.legalBases ?? [])
}

extension CollectionDescription {
    /// Whether the person gave the data or it was observed of them, which is one half of what Article 20 asks.
    var cameFromTheSubject: Bool { origin == .provided || origin == .observed }
}
