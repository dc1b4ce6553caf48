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
    let cameFromTheSubject = collection.origin == .provided || collection.origin == .observed
    return cameFromTheSubject && !basesOfArticle20.isDisjoint(with: category?.legalBases ?? [])
}
