import ExporterKit

/// A field of one table whose values all stand in the key of another, as Table Schema's `foreignKeys` say.
///
/// The marks tell where to look: a field that matches or identifies a kind of identifier refers to the collection of
/// which that identifier is the whole key. What was written tells whether it holds.
struct ForeignKey: Sendable {
    let field: String
    let target: PackageLayout.Numbered
    let targetField: String

    /// The foreign keys of a collection's tables: one for each field, to its own system where that has the other table.
    static func all(
        of numbered: PackageLayout.Numbered,
        among collections: [PackageLayout.Numbered]
    ) -> [ForeignKey] {
        let system = numbered.gathered.system.id
        let nearest =
            collections.filter { $0.gathered.system.id == system }
            + collections.filter { $0.gathered.system.id != system }
        return numbered.exportedFields.compactMap { field in
            guard let kind = field.matches, field.linksCollections else { return nil }
            return nearest.lazy.compactMap { target in
                target.number == numbered.number ? nil : key(from: field, of: numbered, to: target, by: kind)
            }.first
        }
    }

    private static func key(
        from field: FieldDescription,
        of numbered: PackageLayout.Numbered,
        to target: PackageLayout.Numbered,
        by kind: String
    ) -> ForeignKey? {
        guard target.gathered.collection.key.count == 1,
            let key = target.exportedFields.first(where: { $0.name == target.gathered.collection.key[0] }),
            key.identifies == kind, key.type == field.type, !target.gathered.collection.aboutOthers,
            numbered.gathered.links.holds(field.name, in: target.gathered.links, field: key.name)
        else { return nil }
        return ForeignKey(field: field.name, target: target, targetField: key.name)
    }
}

extension PackageLayout.Numbered {
    /// Whether the files hold the fields that tell one record from another.
    var keyIsThere: Bool {
        let key = gathered.collection.key
        return !key.isEmpty && key.allSatisfy { name in exportedFields.contains { $0.name == name } }
    }
}
