import DriverParts
import ExporterKit
import GRDB
import GRDBSQLite
import SQLParts

/// A collection's query, prepared, with its columns brought into the fields' order.
struct SQLiteQuery: SQLQuery {
    let collection: CollectionDescription
    let kinds: [String]
    let columns: [String]
    private let statement: Statement
    private let database: Database
    private let fields: FieldColumns

    init(_ collection: CollectionDescription, in database: Database) throws {
        if let problem = collection.needsProblem { throw problem.failure }
        do throws(Problem) {
            let statement = try Self.prepare(collection, in: database)
            if let problem = Self.mismatches(of: statement, with: collection).first { throw problem }
            kinds = Self.parameters(of: statement).compactMap(Self.kind(ofParameter:))
            columns = statement.columnNames
            fields = FieldColumns(collection.fields, columns: columns)
            self.statement = statement
        } catch {
            throw error.failure
        }
        self.collection = collection
        self.database = database
    }

    /// Everything that keeps a collection's query from being an answer.
    static func problems(of collection: CollectionDescription, in database: Database) -> [Problem] {
        do throws(Problem) {
            let statement = try prepare(collection, in: database)
            return [collection.needsProblem].compactMap { $0 } + mismatches(of: statement, with: collection)
        } catch {
            return [error]
        }
    }

    func run(_ values: [[AskedValue]], stop: StopFlag, yield: (RecordBuffer) throws -> Void) throws {
        var record = RecordBuffer()
        for (index, value) in values.enumerated() {
            for value in value { try value.bind(to: statement, at: Int32(index + 1)) }
        }
        defer { sqlite3_reset(statement.sqliteStatement) }
        while try step() {
            try fields.handOver(SQLiteRow(statement: statement.sqliteStatement), in: &record, yield)
        }
    }

    private func step() throws -> Bool {
        switch sqlite3_step(statement.sqliteStatement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case SQLITE_INTERRUPT: throw CancellationError()
        case let code: throw SQLiteStore.failure(code: code)
        }
    }
}

extension SQLiteQuery {
    private static func prepare(_ collection: CollectionDescription, in database: Database) throws(Problem) -> Statement
    {
        let query = try collection.required("query")
        let statement: Statement
        do {
            statement = try database.makeStatement(sql: query)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR || error.resultCode == .SQLITE_MISUSE
        {
            // Nothing is bound yet, so the message can quote nothing but the query.
            throw Problem(
                .queryFailed,
                "query",
                "the query does not run: \(error.message ?? "it is not one statement")",
                fix: "write one SELECT that runs on the database"
            )
        } catch {
            throw Problem(SQLiteStore.failure(error), field: "query")
        }
        // Not only what SQLite calls read-only: ATTACH and many a PRAGMA are, and still change the connection.
        let isReading = ["select", "with", "values"].contains(firstWord(of: query))
        guard isReading, statement.isReadonly, sqlite3_column_count(statement.sqliteStatement) > 0 else {
            throw CollectionDescription.doesMoreThanRead
        }
        return statement
    }

    /// The first word of a query, after white space and comments, in small letters.
    private static func firstWord(of query: String) -> String {
        var rest = query.utf8[...]
        while let byte = rest.first {
            if byte == 0x20 || (0x09...0x0D).contains(byte) {
                rest = rest.dropFirst()
            } else if rest.starts(with: "--".utf8) {
                rest = rest.drop { $0 != 0x0A }
            } else if rest.starts(with: "/*".utf8) {
                rest = rest.dropFirst(2)
                while !rest.isEmpty, !rest.starts(with: "*/".utf8) { rest = rest.dropFirst() }
                rest = rest.dropFirst(2)
            } else {
                break
            }
        }
        let word = rest.prefix { (0x61...0x7A).contains(asciiFolded($0)) }
        return String(decoding: word.map(asciiFolded), as: UTF8.self)
    }

    private static func parameters(of statement: Statement) -> [String?] {
        (0..<sqlite3_bind_parameter_count(statement.sqliteStatement)).map { index in
            sqlite3_bind_parameter_name(statement.sqliteStatement, index + 1).map { String(cString: $0) }
        }
    }

    private static func kind(ofParameter parameter: String?) -> String? {
        guard let parameter, !parameter.utf8.starts(with: "?".utf8) else { return nil }
        return String(parameter.dropFirst())
    }

    private static func mismatches(of statement: Statement, with collection: CollectionDescription) -> [Problem] {
        let kinds = parameters(of: statement).map(kind(ofParameter:))
        return kinds.contains(nil)
            ? [CollectionDescription.namelessParameter]
            : collection.mismatches(kinds: kinds.compactMap { $0 }, columns: statement.columnNames)
    }
}

/// The tables behind the query.
extension SQLiteQuery {
    /// A view counts by the tables behind it; what stands in no table, such as the elements of a JSON array, counts not.
    func holdsNobody() throws -> Bool {
        let tables = try String.fetchAll(
            database,
            sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
        )
        let region = statement.databaseRegion
        return try tables.filter { region.isModified(byEventsOfKind: .insert(tableName: $0)) }.contains { table in
            try texts("SELECT '1' FROM \(Self.quoted(table)) LIMIT 1").isEmpty
        }
    }

    func origin(ofColumn column: Int) -> ColumnOrigin? {
        guard let table = sqlite3_column_table_name(statement.sqliteStatement, Int32(column)),
            let name = sqlite3_column_origin_name(statement.sqliteStatement, Int32(column))
        else { return nil }
        return ColumnOrigin(table: Self.quoted(String(cString: table)), column: Self.quoted(String(cString: name)))
    }

    func texts(_ sql: String) throws -> [[String?]] {
        try Row.fetchAll(database, sql: sql).map { row in (0..<row.count).map { row[$0] as String? } }
    }

    static func text(of column: String) -> String { "CAST(\(column) AS TEXT)" }

    private static func quoted(_ name: String) -> String {
        "\"" + name.replacing("\"", with: "\"\"") + "\""
    }
}
