import DriverParts
import ExporterKit
import GRDB
import GRDBSQLite

/// A bounded look into the tables that a collection's query reads.
extension SQLiteQuery {
    /// More keys than this are not asked for in one sample.
    private static let mostKeys = 256

    /// Whether a table that the query reads has no row.
    ///
    /// A view counts by the tables behind it; what stands in no table, such as the elements of a JSON array, counts not.
    func holdsNobody(in database: Database) throws -> Bool {
        let tables = try String.fetchAll(
            database,
            sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
        )
        let region = statement.databaseRegion
        return try tables.filter { region.isModified(byEventsOfKind: .insert(tableName: $0)) }.contains { table in
            try !(Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM \(Self.quoted(table)))") ?? false)
        }
    }

    /// Yields records of whoever stands first in the table that holds what the collection is asked by; false where the
    /// needed kinds are no columns of one table, and so nobody can say by what to ask.
    func sample(_ limit: Int, in database: Database, stop: StopFlag, _ yield: (RecordBuffer) throws -> Void) throws
        -> Bool
    {
        guard let question = try firstKeys(in: database) else { return false }
        var left = limit
        // One key after the other, so that a look at a large table ends when it has seen enough.
        for tuple in question.tuples where left > 0 {
            try run(Question(tuples: [tuple]), stop: stop) { record in
                guard left > 0 else { return }
                left -= 1
                try yield(record)
            }
        }
        return true
    }

    func firstKeys(in database: Database) throws -> Question? {
        let columns = collection.needs.compactMap { kind in
            collection.fieldsCarrying(kind).lazy.compactMap { origin(ofField: $0) }.first.map { (kind, $0) }
        }
        guard columns.count == collection.needs.count, let table = columns.first?.1.table,
            columns.allSatisfy({ $0.1.table == table })
        else { return nil }
        let names = columns.map { Self.quoted($0.1.column) }
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT \(names.map { "CAST(\($0) AS TEXT)" }.joined(separator: ", ")) FROM \(Self.quoted(table))"
                + " WHERE \(names.map { "\($0) IS NOT NULL" }.joined(separator: " AND ")) LIMIT \(Self.mostKeys)"
        )
        let tuples = rows.map { row in
            IdentifierTuple(columns.indices.map { Identifier(kind: columns[$0].0, row[$0] as String? ?? "") })
        }
        return Question(tuples: tuples).narrowed(to: collection)
    }

    /// The column of a table from which a field comes as it stands, or nil where it is worked out.
    private func origin(ofField field: Int) -> (table: String, column: String)? {
        guard let column = statement.columnNames.firstIndex(of: collection.fields[field].name),
            let table = sqlite3_column_table_name(statement.sqliteStatement, Int32(column)),
            let name = sqlite3_column_origin_name(statement.sqliteStatement, Int32(column))
        else { return nil }
        return (String(cString: table), String(cString: name))
    }

    private static func quoted(_ name: String) -> String {
        "\"" + name.replacing("\"", with: "\"\"") + "\""
    }
}
