import DriverParts
public import ExporterKit
import GRDB
public import StoreSchemas

extension SQLiteDriver: SchemaReader {
    /// Reads the tables from SQLite's own catalogue; reads no row of them.
    public func schema(
        of system: SystemDescription,
        _ context: DriverContext,
        _ wish: SchemaWish
    ) async throws -> StoreSchema {
        try await SourceThread.run {
            let store = try SQLiteStore(of: system)
            defer { store.close() }
            return try store.read(StopFlag()) { try Self.schema(in: $0, wish) }
        }
    }

    private static func schema(in database: Database, _ wish: SchemaWish) throws -> StoreSchema {
        let names = try String.fetchAll(
            database,
            sql:
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite@_%' ESCAPE '@' ORDER BY name"
        )
        let tables = try names.filter(wish.wants).map { try table($0, in: database) }
        let sql = SQLWriting(
            quote: "\"",
            ignoresCapitals: true,
            address: "lower($column) = lower($kind)",
            text: "$column = $kind"
        )
        return StoreSchema(tables: tables, sql: sql)
    }

    private static func table(_ name: String, in database: Database) throws -> TableSchema {
        let rows = try Row.fetchAll(database, sql: "SELECT * FROM pragma_table_info(?)", arguments: [name])
        let columns = rows.map { row in
            let declared: String = row["type"]
            return ColumnSchema(name: row["name"], type: fieldType(declared), mayBeNull: row["notnull"] == 0)
        }
        let keys = rows.filter { ($0["pk"] as Int) > 0 }.sorted { ($0["pk"] as Int) < ($1["pk"] as Int) }
        let references = try Row.fetchAll(
            database,
            sql: "SELECT * FROM pragma_foreign_key_list(?) ORDER BY id, seq",
            arguments: [name]
        )
        return TableSchema(
            name: name,
            columns: columns,
            key: keys.map { $0["name"] },
            references: try Dictionary(grouping: references) { $0["id"] as Int }.sorted { $0.key > $1.key }
                .map { try reference($0.value, in: database) }
        )
    }

    private static func reference(_ rows: [Row], in database: Database) throws -> TableReference {
        let table: String = rows[0]["table"]
        var referenced = rows.compactMap { $0["to"] as String? }
        if referenced.count < rows.count {
            // A reference that names no column means the key.
            let sql = "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk"
            referenced = try String.fetchAll(database, sql: sql, arguments: [table])
        }
        return TableReference(columns: rows.map { $0["from"] }, table: table, referenced: referenced)
    }

    /// What a declared type means to SQLite (its rules of affinity), and to people.
    private static func fieldType(_ declared: String) -> FieldType {
        let name = declared.uppercased()
        if name.contains("BOOL") { return .boolean }
        if name.contains("INT") { return .integer }
        if name.contains("DATETIME") || name.contains("TIMESTAMP") { return .datetime }
        if name.contains("DATE") { return .date }
        if ["CHAR", "CLOB", "TEXT"].contains(where: name.contains) { return .string }
        return ["REAL", "FLOA", "DOUB", "NUMERIC", "DECIMAL"].contains(where: name.contains) ? .number : .string
    }
}
