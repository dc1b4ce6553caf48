import DriverParts
public import ExporterKit
public import StoreSchemas

extension PostgreSQLDriver: SchemaReader {
    /// Reads the tables that are found without naming a schema, from PostgreSQL's own catalogue; reads no row of them.
    public func schema(
        of system: SystemDescription,
        _ context: DriverContext,
        _ wish: SchemaWish
    ) async throws -> StoreSchema {
        let keywords = try ConnectionKeywords(of: system)
        return try await SourceThread.run {
            let store = try PostgreSQLStore(keywords, context.secret, timeLimit: system.timeLimit, StopFlag())
            defer { store.close() }
            do {
                return try Self.schema(in: store, wish)
            } catch let refusal as Refusal {
                throw refusal.failure
            }
        }
    }

    private static func schema(in store: PostgreSQLStore, _ wish: SchemaWish) throws -> StoreSchema {
        let columns = try rows(
            """
            SELECT c.relname, a.attname, CASE WHEN t.typelem <> 0 AND t.typlen = -1 THEN 'array' ELSE t.typname END,
            a.attnotnull, col_description(c.oid, a.attnum), coalesce(a.attnum = ANY (k.conkey), false),
            obj_description(c.oid, 'pg_class')
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped
            AND pg_table_is_visible(c.oid) AND n.nspname NOT IN ('pg_catalog', 'information_schema')
            ORDER BY c.relname COLLATE "C", a.attnum
            """,
            7,
            in: store
        ).filter { wish.wants($0[0] ?? "") }
        let references = try rows(
            """
            SELECT f.conname, c.relname, a.attname, r.relname, b.attname
            FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid JOIN pg_class r ON r.oid = f.confrelid
            CROSS JOIN LATERAL unnest(f.conkey, f.confkey) WITH ORDINALITY AS u (own, other, place)
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.own
            JOIN pg_attribute b ON b.attrelid = r.oid AND b.attnum = u.other
            WHERE f.contype = 'f' AND pg_table_is_visible(c.oid) ORDER BY f.conname COLLATE "C", u.place
            """,
            5,
            in: store
        )
        return StoreSchema(
            columns: columns.map { row in
                let column = ColumnSchema(
                    name: row[1] ?? "",
                    type: fieldType(row[2] ?? ""),
                    mayBeNull: row[3] == "f",
                    comment: row[4]
                )
                return (row[0] ?? "", column, row[5] == "t")
            },
            references: references.map { ($0[0] ?? "", $0[1] ?? "", $0[2] ?? "", $0[3] ?? "", $0[4] ?? "") },
            comments: Dictionary(columns.compactMap { row in row[6].map { (row[0] ?? "", $0) } }) { one, _ in one },
            sql: SQLWriting(
                quote: "\"",
                ignoresCapitals: false,
                address: #"lower($column COLLATE "C") = lower($kind COLLATE "C")"#,
                text: "$column = $kind"
            )
        )
    }

    private static func rows(_ sql: String, _ width: Int, in store: PostgreSQLStore) throws -> [[String?]] {
        try store.connection { connection in
            let answer = try connection.run(sql)
            return (0..<answer.rows).map { row in (0..<width).map { answer.text(row, $0) } }
        }
    }

    private static func fieldType(_ name: String) -> FieldType {
        switch name {
        case "int2", "int4", "int8", "oid": .integer
        case "numeric", "float4", "float8": .number
        case "bool": .boolean
        case "date": .date
        case "timestamp", "timestamptz": .datetime
        case "time": .time
        case "interval": .duration
        case "json", "jsonb": .any
        case "array": .array
        default: .string
        }
    }
}
