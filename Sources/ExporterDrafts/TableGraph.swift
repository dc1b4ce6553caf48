import ExporterKit
import StoreSchemas

/// The tables of a store with what they refer to: what the store says, and what the names of columns say where it is
/// silent.
struct TableGraph {
    private(set) var tables: [TableSchema]
    private let prefix: String

    init(_ schema: StoreSchema) {
        prefix = Self.commonPrefix(of: schema.tables.map(\.name))
        tables = schema.tables
        guard schema.sql != nil else { return }
        let guessed = tables.map(guesses)
        for place in tables.indices { tables[place].references += guessed[place] }
    }

    func table(_ name: String) -> TableSchema? { tables.first { $0.name.utf8.elementsEqual(name.utf8) } }

    /// What a table is called without what all the tables' names begin with.
    func plainName(_ table: TableSchema) -> NameWords { NameWords(String(table.name.dropFirst(prefix.count))) }

    /// What names of tables begin with, up to a line below: `wp_`.
    private static func commonPrefix(of names: [String]) -> String {
        guard names.count > 2, let first = names.first, let end = first.firstIndex(of: "_") else { return "" }
        let prefix = String(first[...end])
        return names.allSatisfy { $0.hasPrefix(prefix) && $0.count > prefix.count } ? prefix : ""
    }

    private func guesses(for table: TableSchema) -> [TableReference] {
        let said = Set(table.references.flatMap(\.columns))
        var found: [TableReference] = []
        for other in tables where other.name != table.name && !other.key.isEmpty {
            if other.key.count > 1 {
                let hasAll = other.key.allSatisfy { column in
                    table.column(column)?.type == other.column(column)?.type && table.column(column) != nil
                }
                let isOwnKey = table.key.count <= other.key.count && Set(table.key).isSubset(of: other.key)
                if hasAll, !isOwnKey, said.isDisjoint(with: other.key) {
                    found.append(guess(other.key, other))
                }
                continue
            }
            for column in table.columns
            where !said.contains(column.name) && [column.name] != table.key && names(column, other) {
                found.append(guess([column.name], other))
            }
        }
        return found
    }

    private func guess(_ columns: [String], _ other: TableSchema) -> TableReference {
        TableReference(columns: columns, table: other.name, referenced: other.key, isGuessed: true)
    }

    /// Whether a column is named after the key of another table: `user_id`, `comment_post_ID`, `post_author`.
    private func names(_ column: ColumnSchema, _ other: TableSchema) -> Bool {
        guard let key = other.column(other.key[0]), key.type == column.type else { return false }
        let (words, keyWords) = (NameWords(column.name).words, NameWords(key.name).words)
        if keyWords.count > 1, words == keyWords { return true }
        let singular = plainName(other).singular
        if words.count > singular.count, words.suffix(singular.count + 1) == singular[...] + ["id"] { return true }
        return singular == ["user"] && column.type == .integer && ["author", "owner"].contains(words.last ?? "")
    }
}
