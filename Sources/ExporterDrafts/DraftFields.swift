import ExporterKit
import StoreSchemas

/// The fields of a drafted collection, marked by what their columns' names say.
struct DraftFields {
    let graph: TableGraph
    /// The tables in which people stand who work for the controller.
    let staff: Set<String>

    /// The fields of a table in which people stand who are asked for by their address.
    func ofRoot(_ root: DraftPlan.Root, hasKnownAddress: Bool = true) -> [DraftedCollection.Field] {
        root.table.columns.map { column in
            var field = self.field(column, of: root.table, isRoot: true)
            if let place = root.table.key.firstIndex(of: column.name) {
                field.marks.append("identifies: \(root.kinds[place])")
                field.looks.append("a number by which other tables know the person")
            }
            if root.emails.contains(where: { $0.name == column.name }) {
                field.marks.append(hasKnownAddress ? "address_of_record: email" : "matches: email")
                field.looks.append(
                    hasKnownAddress ? "codes and answers are sent there" : "not an address on file"
                )
            }
            return field
        }
    }

    /// The fields of a table that is reached from another one; `carried` are the columns that say of whom its rows are.
    ///
    /// - Parameter isPersons: whether the table has addresses of its own, which are then the person's.
    func of(
        _ table: TableSchema,
        carried: [String: String],
        isPersons: Bool = false
    ) -> [DraftedCollection.Field] {
        table.columns.map { column in
            var field = self.field(column, of: table, isRoot: isPersons)
            field.marks.removeAll { isPersons && $0.hasPrefix("address_of_record") }
            if let kind = carried[column.name] {
                field.marks.removeAll { $0.hasPrefix("person:") }
                field.marks.append("matches: \(kind)")
                field.looks = ["by which the rows are found"]
            }
            return field
        }
    }

    /// One field, by what its name says.
    func field(_ column: ColumnSchema, of table: TableSchema, isRoot: Bool) -> DraftedCollection.Field {
        var field = DraftedCollection.Field(column: column)
        if table.key.contains(column.name) { return field }
        if refersToStaff(column, table) {
            field.marks = ["person: staff"]
            field.looks = ["somebody who works here"]
            return field
        }
        let own = graph.plainName(table).singular
        guard let sense = ColumnSense(column, in: own) else { return field }
        // What a thing is called is nobody's name.
        if sense == .name, !isRoot, NameWords(column.name).words == own + ["name"] { return field }
        let person = isRoot ? "person: subject" : "person: other"
        let whose = isRoot ? "of the person" : "of the person (person: subject) or of somebody else"
        switch sense {
        case .secret:
            (field.marks, field.looks) = (["secret: true"], ["a password, a token or the like: never exported"])
        case .email: (field.marks, field.looks) = ([person], ["an address \(whose)"])
        case .phone:
            field.marks = isRoot ? ["address_of_record: phone", person] : [person]
            field.looks = ["a telephone number \(whose)"]
        case .birth:
            field.marks = isRoot && column.type == .date ? ["date_of_birth: true"] : []
            field.looks = ["a date of birth"]
        case .name: (field.marks, field.looks) = ([person], ["a name \(whose)"])
        case .post: (field.marks, field.looks) = ([person], ["part of an address \(whose)"])
        case .staff: (field.marks, field.looks) = (["person: staff"], ["somebody who works here, by its name"])
        case .freeText: field.looks = ["free text: others may be named in it"]
        case .identifying: field.looks = ["it tells one person, device or account from others"]
        case .special: field.looks = ["it may be of a special category (Art. 9)"]
        }
        return field
    }

    private func refersToStaff(_ column: ColumnSchema, _ table: TableSchema) -> Bool {
        table.references.contains { $0.columns == [column.name] && staff.contains($0.table) }
    }
}
