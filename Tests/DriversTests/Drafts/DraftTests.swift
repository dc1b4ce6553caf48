import Foundation
import TestSupport
import Testing

/// First exporter.yaml files for public schemas, and how much of them a person has to change.
@Suite struct DraftTests {
    /// What somebody who knows the system changes in a draft: a piece of a line, by what, and in how many lines.
    private typealias Edit = (String, String, Int)

    /// In every draft: a person of the company's own.
    private static let always: [Edit] = [
        ("# canary: {email: YOU@YOURCOMPANY}", "canary: {email: canary@shop.example}", 1)
    ]

    private static let edits: [String: [Edit]] = [
        // A billing address is the customer's own, in SQLite's and MariaDB's spelling of the columns.
        "chinook": [
            ("title: Billing address, person: other", "title: Billing address, person: subject", 1),
            ("title: Billing city, person: other", "title: Billing city, person: subject", 1),
            ("title: Billing postal code, person: other", "title: Billing postal code, person: subject", 1),
        ],
        "sakila": [],
        // The agent is a browser; what WordPress keeps of sessions is a secret that stands beside other values.
        "wordpress": [
            ("title: Comment agent, person: staff", "title: Comment agent", 2),
            (
                "user_id = :wordpress_user_id\n      ORDER BY umeta_id",
                "user_id = :wordpress_user_id AND meta_key <> 'session_tokens'\n      ORDER BY umeta_id", 1
            ),
        ],
        "pairs": [],
    ]

    private static let collections: [String: [String]] = [
        "chinook": ["customer", "employee", "invoice", "invoice_line"],
        "sakila": ["customer", "staff", "payment", "rental", "address"],
        "wordpress": [
            "users", "comments", "comments_of_guests", "commentmeta", "links", "posts", "usermeta", "postmeta",
        ],
        "pairs": ["branch_account", "movement", "movement_note"],
    ]

    @Test(arguments: DraftStore.allCases, ["chinook", "sakila", "wordpress", "pairs"])
    func `a draft passes the check as it stands, and finds whom it holds`(store: DraftStore, schema: String)
        async throws
    {
        try await DraftStore.withShop { shop in
            try await store.with(schema, in: shop) { connection, folder in
                let drafted = try shop(
                    "exporter",
                    "draft",
                    "--driver",
                    store.rawValue,
                    "--connection",
                    connection,
                    "--into",
                    folder
                )
                try #require(drafted.status == 0, "\(drafted.errors)")
                let check = try shop("check")
                #expect(check.status == 0, "\(check.output)\(check.errors)")
                #expect(!check.output.contains("error:"))
                let tried = try shop("exporter", "test", schema, "--live", "-", input: "kim@example.org\n")
                #expect(tried.status == 0, "\(tried.output)\(tried.errors)")
                #expect(!(tried.output + tried.errors + drafted.errors + check.output).contains("kim"))
            }
        }
    }

    @Test(arguments: [("chinook", 42, 4), ("sakila", 40, 1), ("wordpress", 65, 4), ("pairs", 21, 1)])
    func `of a draft few lines have to be changed`(schema: String, looks: Int, changed: Int) async throws {
        try await DraftStore.withShop { shop in
            try await DraftStore.sqlite.with(schema, in: shop) { connection, folder in
                _ = try shop("exporter", "draft", "--driver", "sqlite", "--connection", connection, "--into", folder)
                let path = folder + "/exporter.yaml"
                let draft = try String(contentsOfFile: path, encoding: .utf8)
                let names = draft.split(separator: "\n").compactMap { line in
                    line.firstMatch(of: /^  ([a-z_]+):/).map { String($0.1) }
                }
                #expect(names == Self.collections[schema])
                let marked = draft.split(separator: "\n").count { $0.contains("# look:") }
                #expect(marked == looks)
                var (text, count) = (draft, 0)
                for (old, new, lines) in Self.always + (Self.edits[schema] ?? []) {
                    #expect(text.ranges(of: old).count == lines, "\(old)")
                    text = text.replacing(old, with: new)
                    count += lines
                }
                #expect(count == changed)
                try Data(text.utf8).write(to: URL(fileURLWithPath: path))
                #expect(try shop("check").status == 0)
                let tried = try shop("exporter", "test", schema, "--live", "-", input: "kim@example.org\n")
                #expect(tried.status == 0, "\(tried.output)")
                #expect(tried.output.contains("kept      the canary is found"))
            }
        }
    }

    @Test func `keys of two columns are one tuple, and another branch's account is nobody's business`() async throws {
        try await DraftStore.withShop { shop in
            try await DraftStore.sqlite.with("pairs", in: shop) { connection, folder in
                let drafted = try shop(
                    "exporter",
                    "draft",
                    "--driver",
                    "sqlite",
                    "--connection",
                    connection,
                    "--into",
                    folder
                )
                try #require(drafted.status == 0)
                let text = try String(contentsOfFile: folder + "/exporter.yaml", encoding: .utf8)
                #expect(text.contains("needs: [pairs_branch_account_branch, pairs_account_no]"))
                #expect(text.contains("JOIN movement ON movement.movement_id = movement_note.movement_id"))
                #expect(
                    text.contains(
                        "WHERE movement.branch = :pairs_branch_account_branch AND movement.account_no = :pairs_account_no"
                    )
                )
            }
        }
    }

    @Test func `secrets are named, hidden and never repeated`() async throws {
        try await DraftStore.withShop { shop in
            let connection = "postgresql://shop:hunter2@db.example/shop"
            let inAddress = try shop("exporter", "draft", "--driver", "postgresql", "--connection", connection)
            #expect(inAddress.status == 2 && inAddress.errors.contains("--secret env:NAME"))
            let typed = try shop(
                "exporter",
                "draft",
                "--driver",
                "postgresql",
                "--connection",
                "postgresql://shop@db.example/shop",
                "--secret",
                "hunter2"
            )
            #expect(typed.status == 2)
            #expect(!(inAddress.errors + typed.errors + typed.output).contains("hunter2"))
            try await ServerKind.postgresql.withDatabase("CREATE TABLE t (id integer PRIMARY KEY, mail text)") {
                database in
                try ServerKind.postgresql.setPassword("open sesame", of: database)
                let arguments = [
                    "exporter", "draft", "--driver", "postgresql", "--connection",
                    try ServerKind.postgresql.connection(database), "--secret", "env:SHOP",
                ]
                #expect(try shop.run(arguments).status == 5)
                let environment = shop.environment.merging(["SHOP": "open sesame"]) { _, new in new }
                let drafted = try runTool(Command.path, arguments, environment: environment)
                #expect(drafted.status == 0, "\(drafted.errors)")
                #expect(drafted.output.contains("secret: env:SHOP\n"))
                #expect(!(drafted.output + drafted.errors).contains("sesame"))
            }
        }
    }

    @Test func `a draft is never written over a file, and a store that is not there is a failure`() async throws {
        try await DraftStore.withShop { shop in
            try await DraftStore.sqlite.with("pairs", in: shop) { connection, folder in
                try write("system: mine\n", to: "exporter.yaml", in: folder)
                let again = try shop(
                    "exporter",
                    "draft",
                    "--driver",
                    "sqlite",
                    "--connection",
                    connection,
                    "--into",
                    folder
                )
                #expect(again.status == 2)
                #expect(try String(contentsOfFile: folder + "/exporter.yaml", encoding: .utf8) == "system: mine\n")
            }
            #expect(try shop("exporter", "draft", "--driver", "sqlite", "--connection", "nosuch").status == 5)
            #expect(try shop("exporter", "draft", "--driver", "oracle", "--connection", "x").status == 2)
            #expect(try shop("exporter", "draft", "--driver", "http", "--connection", "https://a.example").status == 5)
        }
    }

    @Test(arguments: [
        (
            "people.csv",
            "sep=;\nCustomer No;Name;E-mail;Born;Paid;Name\n0012;Kim;kim@example.org;1990-01-02;12.5;Known\n",
            [
                "dialect: {delimiter: \";\"}", "{name: Customer No, type: string", "{name: \"Name[1]\", type: string",
                "{name: E-mail, type: string, title: E mail, person: subject, address_of_record: email}",
                "{name: Born, type: date", "{name: Paid, type: number", "{name: \"Name[2]\"",
            ]
        ),
        (
            "log.jsonl",
            #"{"user":{"id":7,"mail":"kim@example.org"},"at":"2026-01-02T10:00:00Z","tags":["a"],"ok":true}"#,
            [
                "{name: user_id, from: \"user.id\", type: integer",
                "{name: user_mail, from: \"user.mail\", type: string",
                "{name: at, type: datetime", "{name: tags, type: array", "{name: ok, type: boolean",
            ]
        ),
        (
            "export.xml",
            "<x made='y'><cs><c no='7'><email>kim@example.org</email><p>1</p><p>2</p></c><c no='8'><email>l@e.org</email></c></cs></x>",
            ["records: \"cs.c\"", "{name: \"no\", type: string", "{name: email, type: string", "{name: p, type: array"]
        ),
        (
            "some.jsonl",
            "{\"mail\":\"kim@example.org\",\"at\":{\"day\":\"2026-01-02\"}}\n{\"mail\":\"lee@example.org\",\"at\":null}",
            ["{name: at_day, from: \"at.day\", type: date"]
        ),
        (
            "map.json", #"{"U1":{"mail":"kim@example.org","n":1},"U2":{"mail":"lee@example.org","n":2}}"#,
            ["records: \"*\"", "{name: mail, type: string", "{name: \"n\", type: integer"]
        ),
        (
            "nested.json", #"{"data":{"page":1,"items":[{"mail":"kim@example.org","n":1.5}]}}"#,
            ["records: \"data.items\"", "{name: \"n\", type: number"]
        ),
    ])
    func `a draft of a file passes the check and finds whom it holds`(name: String, content: String, lines: [String])
        async throws
    {
        try await DraftStore.withShop { shop in
            let folder = shop.folder + "/exporters/files"
            try write(content, to: name, in: folder)
            let drafted = try shop("exporter", "draft", "--driver", "files", "--connection", ".", "--into", folder)
            try #require(drafted.status == 0, "\(drafted.errors)")
            let text = try String(contentsOfFile: folder + "/exporter.yaml", encoding: .utf8)
            for line in lines { #expect(text.contains(line), "\(line)\n\(text)") }
            #expect(!text.contains("kim"))
            let check = try shop("check")
            #expect(check.status == 0, "\(check.output)")
            let tried = try shop("exporter", "test", "files", "--live", "-", input: "kim@example.org\n")
            #expect(tried.status == 0, "\(tried.output)\(tried.errors)")
        }
    }

    @Test func `an answer of a service and records of a program are drafted from, and not kept`() async throws {
        try await DraftStore.withShop { shop in
            let answer = #"{"data":{"items":[{"id":1,"email":"kim@example.org","token":"t0ps3cret"}]},"next":null}"#
            let service = try shop(
                "exporter",
                "draft",
                "--driver",
                "http",
                "--connection",
                "https://api.shop.example/v2",
                "--sample",
                "-",
                input: answer
            )
            #expect(service.status == 0, "\(service.errors)")
            for line in [
                "system: Api shop example", "records: \"data.items\"", "query: {email: \"{email}\"}", "secret: true",
            ] {
                #expect(service.output.contains(line), "\(line)\n\(service.output)")
            }
            let program = try shop(
                "exporter",
                "draft",
                "--driver",
                "program",
                "--table",
                "points",
                "--sample",
                "-",
                "--json",
                input: #"[{"mail":"kim@example.org","points":3}]"#
            )
            #expect(program.status == 0 && program.output.contains("stream: points"))
            #expect(!(service.output + program.output).contains("kim") && !service.output.contains("t0ps3cret"))
        }
    }
}
