import Foundation
import TestSupport
import Testing

/// `inzage exporter test`: one line a rule, and nothing of anybody.
@Suite struct ExporterTrialTests {
    private static let mails =
        "CREATE TABLE t (id INTEGER, mail TEXT, x TEXT); INSERT INTO t VALUES (1, 'kim@example.org', 'a'), (2, 'lee@example.org', 'b')"

    /// A system with one collection, its database and its query.
    private func withSystem(
        _ query: String,
        fields: String = "{name: x, type: string, title: X}",
        more: String = "",
        sql: String = mails,
        _ body: (Command) throws -> Void
    ) async throws {
        try await DraftStore.withShop { shop in
            let folder = shop.folder + "/exporters/small"
            try FileManager.default.createDirectory(atPath: folder + "/sample", withIntermediateDirectories: true)
            try makeDatabase(in: folder, sql)
            try write(sql, to: "sample/schema.sql", in: folder)
            try write(
                """
                system: Small
                held_by: controller
                driver: sqlite
                connection: store.sqlite
                \(more)
                collections:
                  mails:
                    title: Mails
                    category: account
                    origin: provided
                    needs: [email]
                    query: \(query)
                    fields:
                      - {name: id, type: integer, title: Number}
                      - {name: mail, type: string, title: E-mail, matches: email}
                      - \(fields)
                """,
                to: "exporter.yaml",
                in: folder
            )
            try body(shop)
        }
    }

    @Test(arguments: ["crm", "orders", "chat-logs", "applications", "mailbox", "mattermost", "slack"])
    func `the ready exporters keep every rule on their own samples`(name: String) async throws {
        try await withTemporaryFolder { folder in
            let shop = try Command.demo(in: folder + "/shop")
            let own = "\(folder)/shop/exporters/\(name)"
            if !FileManager.default.fileExists(atPath: own) {
                try FileManager.default.copyItem(atPath: "\(checkout)/Exporters/\(name)", toPath: own)
            }
            let tried = try shop("exporter", "test", name)
            #expect(tried.status == 0, "\(tried.output)\(tried.errors)")
            #expect(tried.output.split(separator: "\n").count == 18)
        }
    }

    @Test(arguments: [
        (
            "SELECT id, mail, x FROM t WHERE mail LIKE :email",
            "a pattern or a piece of a query as identifier yields nothing"
        ),
        ("SELECT id, mail, x FROM t WHERE :email <> ''", "an unknown subject yields nothing"),
        ("SELECT id, mail, x FROM t WHERE lower(mail) = lower(:email) ORDER BY random()", nil),
        (
            "SELECT id, mail, x FROM t WHERE lower(mail) = lower(:email) OR id = 2",
            "every record carries the identifier it was asked by"
        ),
    ])
    func `an exporter that finds too much breaks a rule`(query: String, rule: String?) async throws {
        try await withSystem(query) { shop in
            for arguments in [["--live", "-"], []] {
                let tried = try shop.run(["exporter", "test", "small"] + arguments, input: "kim@example.org\n")
                #expect(tried.status == (rule == nil ? 0 : 3), "\(tried.output)\(tried.errors)")
                if let rule { #expect(tried.output.contains("broken    \(rule)")) }
                #expect(!(tried.output + tried.errors).contains("example.org"))
            }
        }
    }

    @Test func `values that are not what their field says, and a canary that is not there, are told`() async throws {
        let query = "SELECT id, mail, x FROM t WHERE lower(mail) = lower(:email)"
        try await withSystem(
            query,
            fields: "{name: x, type: integer, title: X}",
            more: "canary: {email: nobody@example.org}"
        ) { shop in
            let tried = try shop("exporter", "test", "small", "--live", "-", "--json", input: "kim@example.org\n")
            #expect(tried.status == 3)
            let report = try #require(try JSONSerialization.jsonObject(with: Data(tried.output.utf8)) as? [String: Any])
            let rules = try #require(report["rules"] as? [[String: Any]])
            let broken = rules.filter { $0["outcome"] as? String == "broken" }.compactMap { $0["rule"] as? String }
            #expect(broken == ["every value is of the type that its field says", "the canary is found"])
            #expect(tried.output.contains("mails.x: 1 of 1 values are no integer"))
            #expect(!tried.output.contains("kim@"))
        }
    }

    @Test func `somebody who is not there breaks the first rule, and a store that is gone is a source that failed`()
        async throws
    {
        try await withSystem("SELECT id, mail, x FROM t WHERE lower(mail) = lower(:email)") { shop in
            let stranger = try shop("exporter", "test", "small", "--live", "-", input: "somebody@example.org\n")
            #expect(stranger.status == 3)
            #expect(stranger.output.contains("broken    a known subject is found"))
            #expect(try shop("exporter", "test", "nosuch").status == 2)
            try FileManager.default.removeItem(atPath: shop.folder + "/exporters/small/sample")
            let without = try shop("exporter", "test", "small")
            #expect(without.status == 2 && without.errors.contains("--live"))
            try FileManager.default.removeItem(atPath: shop.folder + "/exporters/small/store.sqlite")
            #expect(try shop("exporter", "test", "small", "--live", "-", input: "kim@example.org\n").status == 5)
        }
    }

    @Test func `a sample that shows nobody, and one that is no SQL, say so`() async throws {
        let query = "SELECT id, mail, x FROM t WHERE lower(mail) = lower(:email)"
        try await withSystem(query, sql: "CREATE TABLE t (id INTEGER, mail TEXT, x TEXT)") { shop in
            let empty = try shop("exporter", "test", "small")
            #expect(empty.status == 5 && empty.errors.contains("shows nobody"))
            try write("CREATE TABEL t", to: "exporters/small/sample/schema.sql", in: shop.folder)
            #expect(try shop("exporter", "test", "small").status == 2)
        }
    }
}
