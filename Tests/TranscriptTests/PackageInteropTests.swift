import Foundation
import TestSupport
import Testing

/// The sample company's package in the hands of other people's programs.
@Suite(.timeLimit(.minutes(10))) struct `Package for machines` {
    @Test(arguments: [("access", "nl"), ("portability", "en")])
    func `frictionless, pandas, DuckDB, jq and PyLD load the same tables`(right: String, language: String) async throws
    {
        try await withUnpackedPackage(right: right, language: language) { folder in
            let result = try Self.oracle(folder)
            #expect(result.status == 0, "\(result.output)\(result.errors)")
            let counts = try #require(
                result.output.firstMatch(
                    of: /^([0-9]+) tables, ([0-9]+) records, ([0-9]+) foreign keys, ([0-9]+) terms/
                )
            )
            #expect(Int(counts.2) ?? 0 > 2000)
            // Every table that is asked for by customer or applicant number, and what belongs to orders, as JSON and as CSV.
            #expect(counts.3 == (right == "access" ? "18" : "14"))
            #expect(Int(counts.4) ?? 0 > 30)
        }
    }

    @Test func `a customer who is missing from the customers breaks a foreign key, and is found`() async throws {
        try await withUnpackedPackage(right: "access", language: "nl") { folder in
            let table = try runTool(
                "jq",
                [
                    "-r",
                    #".resources[] | select(.["inzage:system"] == "orders" and .["inzage:collection"] == "customers" and .format == "json") | .path"#,
                    "datapackage.json",
                ],
                in: folder
            ).output.trimmingCharacters(in: .whitespacesAndNewlines)
            let file = URL(fileURLWithPath: "\(folder)/\(table)")
            let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            let changed = text.replacing(/"customer_id":([0-9]+)/) { "\"customer_id\":9\($0.output.1)" }
            try #require(changed != text)
            try Data(changed.utf8).write(to: file)
            let result = try Self.oracle(folder)
            #expect(result.status != 0 && result.errors.contains("foreign key"), "\(result.output)\(result.errors)")
        }
    }

    @Test func `the commands in the guide for developers do what it says`() async throws {
        let guide = try String(contentsOfFile: checkout + "/docs/package.md", encoding: .utf8)
        let blocks = guide.matches(of: /```(python|sh)\n((?s).*?)```/).map {
            (kind: String($0.output.1), text: String($0.output.2))
        }
        #expect(blocks.count { $0.kind == "python" } == 2 && blocks.count { $0.kind == "sh" } == 2)
        try await withUnpackedPackage(right: "access", language: "nl") { folder in
            for block in blocks {
                let program = block.kind == "sh" ? "/bin/sh" : checkout + "/.venv/bin/python"
                let result = try runTool(
                    program,
                    ["-e", "-c", block.text].filter { block.kind == "sh" || $0 != "-e" },
                    in: folder
                )
                #expect(result.status == 0 && !(result.output + result.errors).isEmpty, "\(block.text)\(result.errors)")
            }
        }
    }

    @Test func `the guide names every word that the descriptor says under inzage, and no other`() async throws {
        let guide = try String(contentsOfFile: checkout + "/docs/package.md", encoding: .utf8)
        try await withUnpackedPackage(right: "access", language: "nl") { folder in
            let said = try runTool("grep", ["-oh", "\"inzage:[A-Za-z]*\"", "datapackage.json"], in: folder).output
            let used = Set(said.split(separator: "\n").map { $0.filter { $0 != "\"" } })
            let explained = Set(guide.matches(of: /`(inzage:[A-Za-z]+)`/).map { String($0.output.1) })
            #expect(used.subtracting(explained) == [])
            // What this answer has no occasion to say.
            let unsaid: Set = ["inzage:categories", "inzage:type", "inzage:redactedVersion"]
            #expect(explained.subtracting(used).isSubset(of: unsaid))
        }
    }

    private static func oracle(_ folder: String) throws -> ToolResult {
        try runTool(checkout + "/.venv/bin/python", [checkout + "/Tests/Oracle/package.py", folder])
    }

    /// Answers Ada, and unpacks the archive with 7-Zip as she does.
    private func withUnpackedPackage(
        right: String,
        language: String,
        _ body: (_ folder: String) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            try SampleShop.copy(to: folder + "/shop")
            let inzage = Command(controller: folder + "/shop")
            let id = try inzage.expect(
                0,
                "request",
                "open",
                "--right",
                right,
                "--language",
                language,
                "--email",
                PrivateValues.person
            ).trimmingCharacters(in: .whitespacesAndNewlines)
            try inzage.proveIdentity(of: id)
            try inzage.expect(0, "export", id)
            let passphrase = try inzage.passphrase(of: id)
            let unpacked = try runTool("7z", ["x", "-p\(passphrase)", "-o\(folder)/package", inzage.archive(of: id)])
            try #require(unpacked.status == 0, "\(unpacked.errors)")
            try await body(folder + "/package")
        }
    }
}
