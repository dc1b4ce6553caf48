import ExporterKit
import Groundwork
import RegisterStore
import GatheringStage

/// A field of one table whose values all stand in the key of another, as Table Schema's `foreignKeys` say.
///
/// The marks tell where to look: a field refers to the collection that it names, or else to that of which the kind of
/// identifier that it matches is the whole key. What was written tells whether it holds.
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
        let others = collections.filter { $0.number != numbered.number }
        let nearest =
            others.filter { $0.gathered.system.id == system } + others.filter { $0.gathered.system.id != system }
        return numbered.exportedFields.compactMap { field in
            let target =
                nearest.first { isNamed($0, by: field, of: system) && holds(field, of: numbered, in: $0) }
                ?? nearest.first { isMatched($0, by: field) && holds(field, of: numbered, in: $0) }
            return target.map { ForeignKey(field: field.name, target: $0, targetField: $0.gathered.collection.key[0]) }
        }
    }

    private static func isNamed(_ target: PackageLayout.Numbered, by field: FieldDescription, of system: String) -> Bool
    {
        guard let name = field.refersTo, target.gathered.system.id == system else { return false }
        return isSame(name, target.gathered.collection.id)
    }

    private static func isMatched(_ target: PackageLayout.Numbered, by field: FieldDescription) -> Bool {
        guard let kind = field.matches, let key = target.onlyKey else { return false }
        return key.identifies == kind
    }

    private static func holds(
        _ field: FieldDescription,
        of numbered: PackageLayout.Numbered,
        in target: PackageLayout.Numbered
    ) -> Bool {
        guard let key = target.onlyKey, key.type == field.type, !target.gathered.collection.aboutOthers,
            target.gathered.keyHolds, numbered.fits(field), target.fits(key)
        else { return false }
        return numbered.gathered.links.holds(field.name, in: target.gathered.links, field: key.name)
    }
}

extension PackageLayout.Numbered {
    /// Whether the files hold the fields that tell one record from another, and these do.
    var keyIsThere: Bool {
        let key = gathered.collection.key
        return gathered.keyHolds && !key.isEmpty
            && key.allSatisfy { name in exportedFields.contains { isSame($0.name, name) } }
    }

    /// Whether all values of a field are of its type.
    func fits(_ field: FieldDescription) -> Bool { !gathered.unfitFields.contains { isSame($0, field.name) } }

    /// The field that is the whole key, where the files hold it.
    var onlyKey: FieldDescription? {
        guard gathered.collection.key.count == 1 else { return nil }
        return exportedFields.first { isSame($0.name, gathered.collection.key[0]) }
    }
}
