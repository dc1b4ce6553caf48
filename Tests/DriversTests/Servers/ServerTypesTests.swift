import ExporterKit
import Foundation
import TestSupport
import Testing

/// What values become, as the page about exporters says it.
@Suite(.timeLimit(.minutes(5))) struct `Types of servers` {
    /// A row of one of the page's tables.
    private struct Row {
        let type: String
        let value: String
        let cell: String
    }

    @Test(arguments: ServerKind.allCases)
    func `what a value becomes is what the page says`(server: ServerKind) async throws {
        let rows = try Self.rows(of: server)
        #expect(rows.count > 30)
        let columns = rows.enumerated().map { "c\($0) \($1.type) NULL" }
        let types = server == .postgresql ? "CREATE TYPE state AS ENUM ('open', 'closed')" : "SET sql_mode = ''"
        let sql = """
            \(types); SET time_zone = '+00:00'; CREATE TABLE t (email VARCHAR(20), \(columns.joined(separator: ", ")));
            INSERT INTO t VALUES ('a@b.c', \(rows.map(\.value).joined(separator: ", ")))
            """
        let statements = server == .postgresql ? sql.replacing("SET time_zone = '+00:00';", with: "") : sql
        try await server.withDatabase(statements) { database in
            let fields = rows.indices.map { field("c\($0)", "any") }
            let system = try server.system(
                database,
                collection(
                    ["query": "SELECT * FROM t WHERE email = :email"],
                    [field("email", matches: "email")] + fields
                )
            )
            let found = try await ask(system, "email", "a@b.c")
            let cells = try #require(found.first).dropFirst()
            for (row, cell) in zip(rows, cells) {
                #expect(Self.said(cell, as: row.cell) == row.cell, "\(row.type) \(row.value)")
            }
        }
    }

    @Test(arguments: ServerKind.allCases)
    func `null is null in every type`(server: ServerKind) async throws {
        let rows = try Self.rows(of: server)
        let types = server == .postgresql ? "CREATE TYPE state AS ENUM ('open', 'closed');" : ""
        let columns = rows.enumerated().map { "c\($0) \($1.type) NULL" }.joined(separator: ", ")
        let tables = "\(types) CREATE TABLE t (email VARCHAR(20), \(columns)); INSERT INTO t (email) VALUES ('a@b.c')"
        try await server.withDatabase(tables) { database in
            let fields = rows.indices.map { field("c\($0)", "any") }
            let system = try server.system(
                database,
                collection(
                    ["query": "SELECT * FROM t WHERE email = :email"],
                    [field("email", matches: "email")] + fields
                )
            )
            let found = try await ask(system, "email", "a@b.c")
            #expect(found.first?.dropFirst().allSatisfy { $0 == "null" } == true)
        }
    }

    @Test(arguments: ServerKind.allCases)
    func `a field makes of a value what it says`(server: ServerKind) async throws {
        let tables = """
            CREATE TABLE t (email VARCHAR(20), yes SMALLINT, tags VARCHAR(40), born VARCHAR(20));
            INSERT INTO t VALUES ('a@b.c', 1, '["chess"]', '31.12.2024')
            """
        try await server.withDatabase(tables) { database in
            let born = FieldDescription(name: "born", type: "date", format: "%d.%m.%Y", title: LocalizedText("Born"))
            let system = try server.system(
                database,
                collection(
                    ["query": "SELECT * FROM t WHERE email = :email"],
                    [field("email", matches: "email"), field("yes", "boolean"), field("tags", "array"), born]
                )
            )
            let found = try await ask(system, "email", "a@b.c")
            #expect(found == [["text a@b.c", "boolean true", #"json ["chess"]"#, "text 2024-12-31"]])
        }
    }

    /// A cell in the page's words: a long one by its length.
    private static func said(_ cell: String, as expected: String) -> String {
        guard let kind = cell.split(separator: " ").first, expected.contains(" of ") else { return cell }
        let length = cell.utf8.count - kind.utf8.count - 1
        return "\(kind) of \(kind == "blob" ? length / 2 : length) bytes"
    }

    private static func rows(of server: ServerKind) throws -> [Row] {
        let page = try String(contentsOfFile: checkout + "/docs/exporters.md", encoding: .utf8)
        let title = server == .postgresql ? "What values of PostgreSQL become:" : "What values of MariaDB become:"
        let lines = page.components(separatedBy: "\n").drop { $0 != title }.dropFirst(4).prefix { $0.hasPrefix("|") }
        return lines.map { line in
            let cells = line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
            return Row(type: code(cells[0]), value: code(cells[1]), cell: cell(cells[2]))
        }
    }

    private static func code(_ cell: String) -> String { cell.components(separatedBy: "`")[1] }

    private static func cell(_ words: String) -> String {
        let parts = words.components(separatedBy: "`")
        return parts.count > 1 ? parts[0] + parts[1] : parts[0]
    }
}
