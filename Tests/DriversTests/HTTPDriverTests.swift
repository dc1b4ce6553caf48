import Drivers
import ExporterKit
import Foundation
import TestSupport
import Testing

@Suite struct `A web service as a source` {
    @Test func `gives records as JSON files do: paths, numbers digit by digit, and null for what is missing`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder)
            #expect(
                try await ask(service.people, "email", "Ada@Example.org") == [
                    ["text ada@example.org", "number 4217", "number 1.1", "text Ada"]
                ]
            )
            #expect(
                try await ask(service.people, "email", "bob@example.org") == [
                    ["text bob@example.org", "number 2", "null", "text Bob"]
                ]
            )
            #expect(try await ask(service.people, "email", "eve@example.org") == [])
        }
    }

    @Test func `is asked once for each tuple, and two questions do not mix`() async throws {
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder)
            let questions = ["bob@example.org", "eve@example.org"].map { [Identifier(kind: "email", $0)] }
            #expect(try await ask(service.people, 0, questions).map(\.count) == [1, 0])
            #expect(
                try service.requests() == [
                    "GET /people?email=bob%40example.org", "GET /people?email=eve%40example.org",
                ]
            )
        }
    }

    @Test(arguments: [
        ("link", "link" as Setting), ("url", .map(["url": "next"])),
        ("cursor", .map(["cursor": "meta.next", "parameter": "cursor"])), ("page", .map(["page": "page"])),
        ("offset", .map(["offset": "offset"])),
        ("after", .map(["after": "n", "parameter": "after", "while": "has_more"])),
        ("after", .map(["after": "n", "parameter": "after"])),
    ])
    func `is followed from page to page`(way: String, next: Setting) async throws {
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder)
            let system = service.numbers("pages/\(way)", ["records": "items", "next": next])
            let found = try await ask(system, "email", "ada@example.org")
            #expect(found.map(\.last) == (0..<7).map { "number \($0)" })
        }
    }

    @Test func `begins at the page that the query says`() async throws {
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder)
            let query = Setting.map(["email": "{email}", "page": "0"])
            let system = service.numbers(
                "pages/zero",
                ["records": "items", "next": .map(["page": "page"]), "query": query]
            )
            #expect(try await ask(system, "email", "ada@example.org").count == 7)
            #expect(try service.requests().first == "GET /pages/zero?email=ada%40example.org&page=0")
        }
    }

    @Test func `is given documents that stand on it, under their names`() async throws {
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder)
            let question = Question(identifiers: [Identifier(kind: "customer_id", "4217")])
            var (names, sizes): ([String], [Int]) = ([], [])
            try await read(service.people.collections[1], of: service.people, for: [question]) { record, _ in
                names.append(String(decoding: record.cell(at: 2), as: UTF8.self))
                var size = 0
                try record.document(at: 2)?.read { size += $0.count }
                sizes.append(size)
            }
            #expect(names == (0..<7).map { "letter \($0).pdf" })
            #expect(sizes == Array(repeating: 5 + 5 * 20_000, count: 7))
        }
    }

    @Test func `is told an identifier as nothing but a value, wherever it stands`() async throws {
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder)
            let odd = #"a&b="c"/ü%@example.org"#
            let fields = [
                field("email", matches: "email"), field("id", "integer"), field("balance"), field("name", "object"),
            ]
            let form = service.system(
                ["headers": .map(["Content-Type": "application/x-www-form-urlencoded"])],
                collection(["path": "people-by-form", "body": "x=1&email={email}"], fields)
            )
            #expect(try await ask(form, "email", odd) == [])
            #expect(try await ask(form, "email", "bob@example.org").count == 1)
            let body = #"{"where": {"email": "{email}"}, "limit": 10}"#
            let json = service.system([:], collection(["path": "people-by-json", "body": .text(body)], fields))
            #expect(try await ask(json, "email", odd) == [])
            #expect(try await ask(json, "email", "bob@example.org").count == 1)
            let path = service.system([:], collection(["path": "letters/{email}", "records": "letters"], fields))
            #expect(try await ask(path, "email", odd) == [])
            let percent = "a%26b%3D%22c%22%2F%C3%BC%25%40example.org"
            let requests = try service.requests()
            #expect(requests[0] == "POST /people-by-form x=1&email=\(percent)")
            #expect(requests[2].utf8.count > 30 && requests[2].contains(#"\"c\""#))
            #expect(requests[4] == "GET /letters/\(percent)")
        }
    }

    @Test func `is told a number as a number in JSON, and a text as a string`() async throws {
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder)
            for type in ["integer", "string"] {
                let system = service.system(
                    [:],
                    collection(
                        needs: ["customer_id"],
                        ["path": "null-list", "body": #"{"id": {customer_id}}"#, "records": "items"],
                        [field("id", type, matches: "customer_id")]
                    )
                )
                #expect(try await ask(system, "customer_id", "42") == [])
            }
            #expect(try service.requests() == [#"POST /null-list {"id": 42}"#, #"POST /null-list {"id": "42"}"#])
        }
    }

    @Test(arguments: [".", "..", "../2", "a/../..", #"..\2"#])
    func `is never asked for a way to another folder`(value: String) async throws {
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder)
            let question = [[Identifier(kind: "customer_id", value)]]
            #expect(try await ask(service.people, 1, question) == [[]])
            #expect(try service.requests() == [])
        }
    }

    @Test func `holds nothing where it says 404 and that means so`() async throws {
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder)
            func system(_ settings: [String: Setting]) -> SystemDescription {
                let fields = ["email", "balance", "name"].map { field($0) }
                let number = field("id", "integer", matches: "customer_id")
                let settings = settings.merging(["path": "person/{customer_id}"]) { $1 }
                return service.system([:], collection(needs: ["customer_id"], settings, [number] + fields))
            }
            #expect(try await ask(system(["not_found": "nothing"]), "customer_id", "99") == [])
            #expect(try await ask(system(["not_found": "nothing"]), "customer_id", "2").count == 1)
            #expect(try await failure(system([:]), "customer_id", "99")?.code == .queryFailed)
        }
    }

    @Test(arguments: [
        ("bearer", "bearer" as Setting), ("alone", "basic"), ("basic", .map(["basic": "user"])),
        ("header", .map(["header": "X-Api-Key"])),
    ])
    func `is told who asks, and no failure has the secret`(way: String, auth: Setting) async throws {
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder)
            let fields = [
                field("email", matches: "email"), field("id", "integer"), field("balance"), field("name", "object"),
            ]
            let guarded = collection(["path": .text("guarded/\(way)"), "query": .map(["email": "{email}"])], fields)
            let system = service.system(["auth": auth], guarded)
            #expect(try await ask(system, secret: "hush-4711", "ada@example.org") == 2)
            await #expect { try await ask(system, secret: "wrong-0815", "ada@example.org") } throws: { error in
                (error as? SourceFailure)?.code == .refused && !"\(error)".contains("0815")
                    && !"\(error)".contains("hush")
            }
        }
    }

    @Test func `gives a token for a secret, which is kept, and asked for anew when it is worn out`() async throws {
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder)
            let fields = [
                field("email", matches: "email"), field("id", "integer"), field("balance"), field("name", "object"),
            ]
            let words: [String: Setting] = [
                "token_url": .text(service.url + "/token"), "client_id": "client", "scope": "read all",
            ]
            let guarded = collection(["path": "guarded/oauth2", "query": .map(["email": "{email}"])], fields)
            let system = service.system(["auth": .map(["oauth2": .map(words)])], guarded)
            #expect(try await ask(system, secret: "hush-4711", "ada@example.org") == 2)
            let paths = try service.requests().map { $0.split(separator: " ")[1].split(separator: "?")[0] }
            #expect(paths == ["/token", "/guarded/oauth2", "/token", "/guarded/oauth2", "/guarded/oauth2"])
            await #expect(throws: SourceFailure.self) { try await ask(system, secret: "wrong", "ada@example.org") }
        }
    }

    @Test(arguments: ["429", "503"])
    func `that asks to wait is waited for`(status: String) async throws {
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder)
            let clock = ContinuousClock()
            let start = clock.now
            #expect(try await ask(service.numbers("busy/1/2/\(status)"), "email", "ada@example.org").count == 1)
            #expect(clock.now - start >= .seconds(2))
        }
    }

    @Test func `proves who it is, and its own issuer may be named`() async throws {
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder, certifiedAs: "IP:127.0.0.1")
            let people = collection(
                ["path": "people", "query": .map(["email": "{email}"]), "records": "data.items"],
                [field("email", matches: "email"), field("id"), field("balance"), field("name", "object")]
            )
            let trusting = service.system(folder: folder, ["trust": "service.crt"], people)
            #expect(try await ask(trusting, "email", "ada@example.org").count == 1)
            let doubting = try await failure(service.system(folder: folder, [:], people), "email", "ada@example.org")
            #expect(doubting?.code == .refused && doubting?.retryable == false)
        }
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder, certifiedAs: "DNS:other.example")
            let people = collection(
                ["path": "people", "query": .map(["email": "{email}"])],
                [field("email", matches: "email")]
            )
            let system = service.system(folder: folder, ["trust": "service.crt"], people)
            #expect(try await failure(system, "email", "ada@example.org")?.code == .refused)
            #expect(await findings(system) == ["error connection: the service cannot prove that it is the one"])
        }
    }
}
