package import DriverParts
package import ExporterKit

extension CollectionDescription {
    /// The kinds it is asked by that no field carries, so that nothing that comes back would be an answer.
    package var uncarriedNeeds: [Problem] {
        needs.filter { fieldsCarrying($0).isEmpty }.map {
            Problem(
                .missingField,
                "fields",
                "no field carries `\($0)`, by which the collection is asked",
                fix: "mark the field that does with `matches: \($0)`"
            )
        }
    }

    /// Fields that are looked for where a store without files has nothing: outside the record.
    package func fieldsOutsideRecords(hasAbove: Bool) -> [Problem] {
        fields.filter { ($0.isVirtual || AbovePath($0.path) != nil) && !$0.takesRest }
            .filter { !hasAbove || AbovePath($0.path) == nil }.map {
                Problem(
                    .missingField,
                    $0.name,
                    "the field's path begins with `@` or `^`, and nothing such is there",
                    fix: "write a path into the record, such as `sender.email`"
                )
            }
    }
}
