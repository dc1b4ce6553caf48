import Foundation
import GRDB
import SampleCompany
import TestSupport
import Testing

@Suite struct `The bundled exporters` {
    @Test(arguments: ["crm", "orders"])
    func `every query runs on its own sample, by an index and without sorting`(name: String) throws {
        let folder = "\(checkout)/Exporters/\(name)"
        let queries = try queries(in: folder)
        #expect(queries.count == 4)
        let database = try DatabaseQueue()
        try database.write {
            try $0.execute(sql: String(contentsOfFile: folder + "/sample/schema.sql", encoding: .utf8))
        }
        try database.read { database in
            for query in queries {
                let values: StatementArguments =
                    query.contains(":email") ? ["email": "SAM@example.org"] : ["customer_id": 1]
                #expect(try Row.fetchAll(database, sql: query, arguments: values).isEmpty == false, "\(query)")
                let plan = try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN " + query, arguments: values)
                    .map { $0["detail"] as String }
                // A large sort would spill to a disk as plaintext.
                #expect(!plan.contains { $0.contains("TEMP B-TREE") || $0.hasPrefix("SCAN") }, "\(plan)")
            }
        }
    }

    @Test(arguments: ["crm", "orders"])
    func `every column that a query returns is a field, in that order`(name: String) throws {
        let folder = "\(checkout)/Exporters/\(name)"
        let database = try DatabaseQueue()
        try database.write {
            try $0.execute(sql: String(contentsOfFile: folder + "/sample/schema.sql", encoding: .utf8))
        }
        let returned = try database.read { database in
            try queries(in: folder).flatMap { Array(try database.makeStatement(sql: $0).columnNames) }
        }
        #expect(returned == (try fieldNames(in: folder)))
    }

    @Test(arguments: ["crm", "orders", "chat-logs", "applications"])
    func `every folder tells what to know and has a sample`(name: String) throws {
        let folder = "\(checkout)/Exporters/\(name)"
        let manual = try String(contentsOfFile: folder + "/README.md", encoding: .utf8)
        #expect(manual.contains("\nWhat to know\n"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/sample").isEmpty == false)
        let description = try String(contentsOfFile: folder + "/exporter.yaml", encoding: .utf8)
        let texts = description.matches(of: #/\{nl: /#).count
        #expect(texts > 5)
        #expect(texts == description.matches(of: #/, en: /#).count)
    }

    @Test func `the sample of the chat is JSON a line`() throws {
        let folder = "\(checkout)/Exporters/chat-logs/sample"
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".jsonl") }
        #expect(files.count == 3)
        for file in files {
            for line in try String(contentsOfFile: folder + "/" + file, encoding: .utf8).split(separator: "\n") {
                #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
            }
        }
    }

    private func lines(in folder: String) throws -> [Substring] {
        try String(contentsOfFile: folder + "/exporter.yaml", encoding: .utf8).split(separator: "\n")
    }

    /// The text blocks under `query: |`, told by their indent.
    private func queries(in folder: String) throws -> [String] {
        var queries: [String] = []
        var isInside = false
        for line in try lines(in: folder) {
            if line.hasSuffix("query: |") {
                queries.append("")
                isInside = true
            } else if isInside, line.hasPrefix("      ") {
                queries[queries.count - 1] += line + "\n"
            } else {
                isInside = false
            }
        }
        return queries
    }

    private func fieldNames(in folder: String) throws -> [String] {
        try lines(in: folder).compactMap { line in
            line.firstMatch(of: /^      - \{?name: ([a-z0-9_]+)/).map { String($0.output.1) }
        }
    }
}
