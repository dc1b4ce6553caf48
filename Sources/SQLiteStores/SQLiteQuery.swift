import DriverParts
import ExporterKit
import GRDB
import GRDBSQLite

/// A collection's query, prepared, with its columns brought into the fields' order.
struct SQLiteQuery {
    let statement: Statement
    private let parameters: [String]
    private let reader: SQLiteRow
    let collection: CollectionDescription

    init(_ collection: CollectionDescription, in database: Database) throws {
        if let problem = collection.needsProblem { throw problem.failure }
        do throws(Problem) {
            let statement = try Self.prepare(collection, in: database)
            if let problem = Self.mismatches(of: statement, with: collection).first { throw problem }
            parameters = Self.parameters(of: statement).compactMap(Self.kind(ofParameter:))
            reader = SQLiteRow(collection.fields, columns: statement.columnNames)
            self.statement = statement
        } catch {
            throw error.failure
        }
        self.collection = collection
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

    /// Yields what the query finds for a question; a record that several identifiers find is yielded once.
    func run(_ question: Question, stop: StopFlag, _ yield: (RecordBuffer) throws -> Void) throws {
        let askings = collection.askings(for: question, kinds: parameters)
        var record = RecordBuffer()
        var seen = SeenRecords(key: collection.key.compactMap(collection.index(ofField:)))
        for values in askings {
            guard !stop.isRaised else { throw CancellationError() }
            for (index, value) in values.enumerated() { try value.bind(to: statement, at: Int32(index + 1)) }
            defer { sqlite3_reset(statement.sqliteStatement) }
            while try step() {
                guard !stop.isRaised else { throw CancellationError() }
                record.clear()
                let content = reader.fill(&record, from: statement.sqliteStatement)
                defer { content.forEach { $0.invalidate() } }
                if askings.count > 1, seen.contains(record) { continue }
                try yield(record)
            }
            seen.closeRound()
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
            throw Problem(
                .queryFailed,
                "query",
                "the query does more than read",
                fix: "write one SELECT and nothing else"
            )
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
        let columns = statement.columnNames
        let names = collection.fields.map(\.name)
        return kinds.contains(nil)
            ? [
                Problem(
                    .queryFailed,
                    "query",
                    "a parameter has no name",
                    fix: "name it by a kind of identifier, `:email`"
                )
            ]
            : parameterMismatches(kinds.compactMap { $0 }, collection.needs)
                + columnMismatches(columns, names)
    }

    private static func parameterMismatches(_ kinds: [String], _ needs: [String]) -> [Problem] {
        kinds.filter { !needs.contains($0) }.map {
            Problem(.queryFailed, "query", "the parameter `:\($0)` is no needed kind", fix: "add `\($0)` to `needs`")
        }
            + needs.filter { !kinds.contains($0) }.map {
                Problem(
                    .queryFailed,
                    "query",
                    "the query does not ask by `\($0)`",
                    fix: "use the parameter `:\($0)`, or take `\($0)` out of `needs`"
                )
            }
    }

    private static func columnMismatches(_ columns: [String], _ names: [String]) -> [Problem] {
        let doubled = Set(columns.filter { column in columns.count { $0 == column } > 1 }).sorted()
        return doubled.map {
            Problem(.queryFailed, "query", "the column `\($0)` stands twice", fix: "give each column its own label")
        }
            + columns.filter { !names.contains($0) && !doubled.contains($0) }.map {
                Problem(
                    .undeclaredField,
                    $0,
                    "the query returns the column `\($0)`, which no field names",
                    fix: "describe it under `fields`, or take it out of the query"
                )
            }
            + names.filter { !columns.contains($0) }.map {
                Problem(
                    .missingField,
                    $0,
                    "the query does not return the field `\($0)`",
                    fix: "return it from the query, or take it out of `fields`"
                )
            }
    }
}
