import ExporterKit
import StoreSchemas

/// Writes the queries of a draft in the store's own SQL.
struct DraftSQL {
    let writing: SQLWriting

    /// A name as a query writes it: plain where nobody could misread it.
    func name(_ name: String) -> String {
        let isPlain = name.utf8.enumerated().allSatisfy { place, byte in
            let isSmall = (0x61...0x7A).contains(byte) || byte == 0x5F
            let isCapital = (0x41...0x5A).contains(byte) && writing.ignoresCapitals
            return isSmall || isCapital || (place > 0 && (0x30...0x39).contains(byte))
        }
        if isPlain, !name.isEmpty, !Self.words.contains(name.lowercased()) { return name }
        let quote = String(writing.quote)
        return quote + name.replacing(quote, with: quote + quote) + quote
    }

    /// A column of a table.
    func column(_ column: String, of table: TableSchema) -> String { "\(name(table.name)).\(name(column))" }

    /// The comparison of a column with an identifier.
    func comparison(_ column: String, _ schema: ColumnSchema?, _ kind: String, isAddress: Bool = false) -> String {
        let isNumber = schema?.type == .integer || schema?.type == .number
        let form = isNumber ? "$column = $kind" : isAddress ? writing.address : writing.text
        return form.replacing("$column", with: column).replacing("$kind", with: ":\(kind)")
    }

    /// Lines of a query: what is selected, from where, of whom, and in which order.
    func query(_ columns: [String], from: [String], where conditions: [String], order: [String]) -> [String] {
        var lines: [String] = []
        var line = "SELECT"
        for (number, column) in columns.enumerated() {
            let piece = column + (number + 1 < columns.count ? "," : "")
            if line.count + piece.count > 110 {
                lines.append(line)
                line = "  " + piece
            } else {
                line += " " + piece
            }
        }
        lines.append(line)
        lines += from
        lines.append("WHERE " + conditions.joined(separator: " AND "))
        if !order.isEmpty { lines.append("ORDER BY " + order.joined(separator: ", ")) }
        return lines
    }

    /// Words that SQL keeps for itself, and that people call tables and columns by all the same.
    private static let words: Set<String> = [
        "order", "group", "user", "table", "select", "where", "from", "key", "index", "check", "default", "end",
        "limit",
        "offset", "references", "to", "desc", "asc", "by", "in", "is", "not", "null", "on", "or", "and", "as", "case",
        "column", "condition", "create", "current_user", "rank", "row", "rows", "range", "read", "write", "value",
        "values", "when", "then", "else", "all", "any", "like", "union", "unique", "update", "delete", "insert", "set",
        "having", "join", "left", "right", "cross", "natural", "using", "primary", "foreign", "constraint", "option",
        "release", "repeat", "replace", "return", "schema", "show", "signal", "text", "trigger", "window", "year",
        "match", "with", "grant", "both", "leading", "trailing", "between", "exists", "interval", "keys", "lock",
        "lead",
        "lag", "offset", "over", "partition", "system", "session_user", "analyze", "do", "for", "only", "placing",
        "some", "symmetric", "true", "false", "variadic", "collate", "usage", "change", "character", "char", "int",
        "integer", "date", "time", "timestamp", "groups", "function", "kill", "mod", "explain", "fetch", "force",
    ]
}
