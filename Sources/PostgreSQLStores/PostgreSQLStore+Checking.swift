import ExporterKit
import SQLParts

/// What is wrong with a system, found without reading anybody's data.
extension PostgreSQLStore {
    /// A cursor is opened and nothing fetched: the server refuses one for what writes, or locks what it reads.
    func tryOut(_ query: PostgreSQLQuery) throws {
        let nothing: [[UInt8]?] = query.kinds.map { _ in nil }
        try connection { connection in
            _ = try connection.run("DECLARE inzage_check CURSOR FOR \(query.sql)", query.kinds.map { _ in 0 }, nothing)
        }
    }

    /// Columns that are compared without regard to capitals or accents by the server itself, unless the query says how it
    /// compares.
    func lookAlikes(_ query: PostgreSQLQuery) throws -> [DriverFinding] {
        let collection = query.collection
        let written = (collection.settings["query"]?.text ?? "").utf8.map(asciiFolded)
        guard !String(decoding: written, as: UTF8.self).contains("collate") else { return [] }
        let carrying = Set(collection.needs.flatMap(collection.fieldsCarrying)).sorted()
        return try carrying.compactMap { field in
            guard let origin = query.origin(ofField: field) else { return nil }
            let column =
                "a.attrelid = \(Self.text(origin.table))::regclass AND quote_ident(a.attname) = \(Self.text(origin.column))"
            let isLoose = try !query.texts(
                """
                SELECT '1' FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
                LEFT JOIN pg_collation c ON c.oid = a.attcollation
                WHERE \(column) AND (t.typname = 'citext' OR NOT c.collisdeterministic)
                """
            ).isEmpty
            return isLoose ? Self.looseColumn(collection.fields[field].name, collection) : nil
        }
    }

    private static func looseColumn(_ name: String, _ collection: CollectionDescription) -> DriverFinding {
        DriverFinding(
            collection: collection.id,
            field: name,
            problem: "the server takes values of `\(name)` for equal that are written otherwise",
            fix: "compare the exact text: `lower(\(name)::text COLLATE \"C\") = lower(:kind COLLATE \"C\")`",
            isError: false
        )
    }

    /// A name as a text of SQL.
    private static func text(_ name: String) -> String { "'" + name.replacing("'", with: "''") + "'" }

    func mayWrite() throws -> Bool {
        try connection { connection in
            let answer = try connection.run(
                """
                SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
                AND has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE') LIMIT 1
                """
            )
            return answer.rows > 0
        }
    }
}
