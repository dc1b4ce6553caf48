import ExporterKit
import Foundation
import GRDB
import TestSupport
import Testing
import Policy

/// From a real SQLite file and a real file of JSON lines to the archive, opened by Python (cases 63, 64, 66 and 68).
@Suite struct `Faithful copy` {
    @Test(arguments: [Language.nl, .en])
    func `every value reaches the archive as the sources hold it, and Python compares them (cases 63, 64, 68)`(
        _ language: Language
    )
        async throws
    {
        try await withTemporaryFolder { folder in
            let (house, sources) = try Self.house(in: folder)
            let answer = try await house.answered(in: language)
            let result = try Self.oracle("check", sources, answer.path, input: answer.passphrase)
            #expect(result.output == "115 values are as the sources hold them\n", "\(result.errors)")
        }
    }

    @Test func `the oracle finds one digit that is wrong`() async throws {
        try await withTemporaryFolder { folder in
            let (house, sources) = try Self.house(in: folder)
            let answer = try await house.answered(in: .en)
            let store = try DatabaseQueue(path: sources + "/odd.sqlite")
            try await store.write { try $0.execute(sql: "UPDATE thing SET v = v - 1 WHERE v = 9223372036854775807") }
            let result = try Self.oracle("check", sources, answer.path, input: answer.passphrase, ending: 1)
            #expect(result.errors.contains("integer: '9223372036854775807'"))
        }
    }

    /// A house whose systems hold what has broken somebody's export, and the folder in which they lie.
    static func house(in folder: String) throws -> (House, sources: String) {
        let sources = folder + "/sources"
        try FileManager.default.createDirectory(atPath: sources, withIntermediateDirectories: true)
        try oracle("make", sources)
        return (try House(in: folder, systems: systems(in: sources), processing: .withoutChat), sources)
    }

    @discardableResult
    private static func oracle(_ arguments: String..., input: String = "", ending: Int32 = 0) throws -> ToolResult {
        let script = checkout + "/Tests/Oracle/fidelity.py"
        let result = try runTool(checkout + "/.venv/bin/python", [script] + arguments, input: input)
        #expect(result.status == ending, "\(result.errors)")
        return result
    }

    /// The field names that the oracle knows as COLUMNS.
    private static let columns = [
        "__proto__", "constructor", "a\"b\\c", "x:base64", "x", "\u{2028}", "\u{E9}",
    ]

    private static func systems(in folder: String) -> [SystemDescription] {
        func system(_ id: String, _ driver: String, _ connection: String, _ collections: [CollectionDescription])
            -> SystemDescription
        {
            SystemDescription(
                id: id,
                title: LocalizedText(id),
                driver: driver,
                connection: connection,
                folder: folder,
                collections: collections
            )
        }
        func query(_ text: String) -> [String: Setting] { ["query": .text(text)] }
        let customer = FieldDescription.named("customer", "integer", matches: "customer_id")
        let thing = [FieldDescription.named("n", "integer"), customer, .named("v", "any")]
        return [
            system(
                "odd",
                "sqlite",
                "odd.sqlite",
                [
                    .scripted(
                        "accounts",
                        key: ["id"],
                        settings: query("SELECT id, email FROM customer WHERE lower(email) = lower(:email)"),
                        [.named("id", "integer", identifies: "customer_id"), .named("email", channel: .email)]
                    ),
                    .scripted(
                        "things",
                        needs: ["customer_id"],
                        settings: query("SELECT n, customer, v FROM thing WHERE customer = :customer_id ORDER BY n"),
                        thing
                    ),
                    .scripted(
                        "labels",
                        needs: ["customer_id"],
                        settings: query("SELECT * FROM label WHERE customer = :customer_id"),
                        [customer] + columns.map { .named($0) }
                    ),
                ]
            ),
            system(
                "lines",
                "files",
                ".",
                [
                    .scripted(
                        "things",
                        category: "orders",
                        needs: ["customer_id"],
                        settings: ["file": .text("odd.jsonl")],
                        thing
                    )
                ]
            ),
        ]
    }
}
