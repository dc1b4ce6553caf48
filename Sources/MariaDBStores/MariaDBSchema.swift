import DriverParts
public import ExporterKit
public import StoreSchemas

extension MariaDBDriver: SchemaReader {
    /// Reads the tables of the database from the server's own catalogue; reads no row of them.
    public func schema(
        of system: SystemDescription,
        _ context: DriverContext,
        _ wish: SchemaWish
    ) async throws -> StoreSchema {
        let address = try ServerAddress(of: system)
        return try await SourceThread.run {
            let store = try MariaDBStore(address, context.secret, timeLimit: system.timeLimit, StopFlag())
            defer { store.close() }
            do {
                return try Self.schema(in: store, wish)
            } catch let refusal as Refusal {
                throw refusal.failure
            }
        }
    }

    private static func schema(in store: MariaDBStore, _ wish: SchemaWish) throws -> StoreSchema {
        let columns = try store.connection { connection in
            try connection.texts(
                """
                SELECT c.TABLE_NAME, c.COLUMN_NAME, c.DATA_TYPE, c.COLUMN_TYPE, c.IS_NULLABLE, c.COLUMN_COMMENT,
                c.COLUMN_KEY, t.TABLE_COMMENT
                FROM information_schema.COLUMNS c JOIN information_schema.TABLES t
                ON t.TABLE_SCHEMA = c.TABLE_SCHEMA AND t.TABLE_NAME = c.TABLE_NAME
                WHERE c.TABLE_SCHEMA = DATABASE() AND t.TABLE_TYPE = 'BASE TABLE'
                ORDER BY BINARY c.TABLE_NAME, c.ORDINAL_POSITION
                """
            )
        }.filter { wish.wants($0[0] ?? "") }
        let references = try store.connection { connection in
            try connection.texts(
                """
                SELECT CONSTRAINT_NAME, TABLE_NAME, COLUMN_NAME, REFERENCED_TABLE_NAME, REFERENCED_COLUMN_NAME
                FROM information_schema.KEY_COLUMN_USAGE
                WHERE TABLE_SCHEMA = DATABASE() AND REFERENCED_TABLE_SCHEMA = DATABASE()
                ORDER BY BINARY CONSTRAINT_NAME, ORDINAL_POSITION
                """
            )
        }
        let comments = columns.compactMap { row in row[7].flatMap { $0.isEmpty ? nil : (row[0] ?? "", $0) } }
        return StoreSchema(
            columns: columns.map { row in
                let column = ColumnSchema(
                    name: row[1] ?? "",
                    type: fieldType(row[2] ?? "", row[3] ?? ""),
                    mayBeNull: row[4] == "YES",
                    comment: row[5].flatMap { $0.isEmpty ? nil : $0 }
                )
                return (row[0] ?? "", column, row[6] == "PRI")
            },
            references: references.map { ($0[0] ?? "", $0[1] ?? "", $0[2] ?? "", $0[3] ?? "", $0[4] ?? "") },
            comments: Dictionary(comments) { one, _ in one },
            sql: SQLWriting(
                quote: "`",
                ignoresCapitals: true,
                address: "$column = $kind AND BINARY lower($column) = lower($kind)",
                text: "$column = $kind AND BINARY $column = $kind"
            )
        )
    }

    private static func fieldType(_ name: String, _ whole: String) -> FieldType {
        switch name.lowercased() {
        case "tinyint": whole == "tinyint(1)" ? .boolean : .integer
        case "smallint", "mediumint", "int", "bigint", "bit", "year": .integer
        case "decimal", "float", "double": .number
        case "date": .date
        case "datetime", "timestamp": .datetime
        case "json": .any
        default: .string
        }
    }
}
