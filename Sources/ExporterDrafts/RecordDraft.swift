import ExporterKit
import StoreSchemas

/// The collection of a store that is not asked by SQL: what stands in its records, and what in them may be the person's.
struct RecordDraft {
    let collection: DraftedCollection

    init(_ table: TableSchema, _ graph: TableGraph, system: [String]) {
        let fields = DraftFields(graph: graph, staff: [])
        let emails = table.columns.filter { ColumnSense($0) == .email }
        let key = table.columns.first { Self.isKey($0, of: table, graph) }
        let kind = key.map { Self.kind($0, of: table, graph, system) }
        let id = graph.plainName(table).joined
        if !emails.isEmpty {
            let root = DraftPlan.Root(
                table: Self.keyed(table, key),
                emails: emails,
                kinds: kind.map { [$0] } ?? [],
                isStaff: false
            )
            collection = DraftedCollection(
                id: id.isEmpty ? "records" : id,
                table: table,
                needs: ["email"],
                key: key.map { [$0.name] } ?? [],
                fields: fields.ofRoot(root),
                looks: emails.count > 1 ? ["several addresses; is each the person's own?"] : []
            )
            return
        }
        // Of whom the records are, no address says: perhaps the first number does.
        let number = table.columns.first { NameWords($0.name).words.last == "id" && $0.name != key?.name } ?? key
        let needed = number.map { Self.kind($0, of: table, graph, system) } ?? "email"
        collection = DraftedCollection(
            id: id.isEmpty ? "records" : id,
            table: table,
            needs: [needed],
            key: key.map { [$0.name] } ?? [],
            fields: fields.of(table, carried: number.map { [$0.name: needed] } ?? [:]),
            looks: ["no column is an e-mail address; by what are the records found?"]
        )
    }

    private static func keyed(_ table: TableSchema, _ key: ColumnSchema?) -> TableSchema {
        var table = table
        table.key = key.map { [$0.name] } ?? []
        return table
    }

    /// `id`, or the table's own name before it.
    private static func isKey(_ column: ColumnSchema, of table: TableSchema, _ graph: TableGraph) -> Bool {
        let words = NameWords(column.name).words
        let own = graph.plainName(table).singular
        return !column.mayBeNull
            && (words == ["id"] || words == own + ["id"] || words == own + ["number"] || words == own + ["no"])
    }

    private static func kind(_ column: ColumnSchema, of table: TableSchema, _ graph: TableGraph, _ system: [String])
        -> String
    {
        let words = NameWords(column.name).words
        let plain = words == ["id"] ? graph.plainName(table).singular + ["id"] : words
        return (system + plain.drop { system.contains($0) }).joined(separator: "_")
    }
}
