import Drivers
import ExporterKit
import Foundation
import TestSupport
import Testing

@Suite struct `A web service that goes wrong` {
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            ("status/400", SourceFailure.Code.queryFailed), ("status/401", .refused), ("status/403", .refused),
            ("status/404", .queryFailed), ("status/500", .unreachable), ("status/206", .queryFailed),
            ("status/204", .queryFailed), ("redirect/elsewhere", .refused), ("redirect/host", .refused),
            ("redirect/circle", .refused), ("redirect/file", .refused), ("no-list", .malformed), ("html", .malformed),
            ("deep", .tooLarge), ("huge", .tooLarge), ("cut", .unreachable), ("undeclared", .undeclaredField),
            ("busy/never/9", .throttled), ("busy/3600/9", .throttled),
        ]
    )
    func `is a failure that tells of nobody`(path: String, code: SourceFailure.Code) async throws {
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder)
            var settings: [String: Setting] = [:]
            if path == "no-list" { settings["records"] = "items" }
            let failure = try await failure(service.numbers(path, settings), "email", "ada@example.org")
            #expect(failure?.code == code, "\(failure?.description ?? "nothing")")
            #expect(failure?.description.contains("ada") == false)
        }
    }

    @Test func `leads on within itself, and is followed`() async throws {
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder)
            let people = collection(
                ["path": "redirect/here", "query": .map(["email": "{email}"]), "records": "data.items"],
                [field("email", matches: "email"), field("id"), field("balance"), field("name", "object")]
            )
            #expect(try await ask(service.system([:], people), "email", "ada@example.org").count == 1)
        }
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            ("same-page", Setting.map(["page": "page"]), SourceFailure.Code.malformed),
            ("same-page", .map(["offset": "offset"]), .malformed),
            ("same-page", .map(["after": "n", "parameter": "after"]), .malformed),
            ("same-cursor", .map(["cursor": "meta.next", "parameter": "cursor"]), .malformed),
            ("next-elsewhere", .map(["url": "next"]), .refused),
        ]
    )
    func `leads in a circle or away, and is not followed`(
        path: String,
        next: Setting,
        code: SourceFailure.Code
    ) async throws {
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder)
            let system = service.numbers(path, ["records": "items", "next": next])
            let failure = try await failure(system, "email", "ada@example.org")
            #expect(failure?.code == code)
            #expect(failure?.description.contains("ada") == false)
        }
    }

    @Test func `has a null in the place of the list, which is a list of nothing`() async throws {
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder)
            #expect(try await ask(service.numbers("null-list", ["records": "items"]), "email", "ada@example.org") == [])
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `hangs, and is left after the time that it may take`() async throws {
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder)
            let failure = try await failure(service.numbers("hang", timeLimit: 1), "email", "ada@example.org")
            #expect(failure?.code == .timedOut && failure?.retryable == true)
        }
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["hang", "busy/20/9", "endless"])
    func `is left at once when its task is cancelled`(path: String) async throws {
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder)
            let settings: [String: Setting] =
                path == "endless" ? ["records": "items", "next": .map(["page": "page"])] : [:]
            let reading = Task { try await ask(service.numbers(path, settings), "email", "ada@example.org") }
            while try service.requests().isEmpty { try await Task.sleep(for: .milliseconds(10)) }
            let clock = ContinuousClock()
            let start = clock.now
            reading.cancel()
            await #expect(throws: CancellationError.self) { try await reading.value }
            #expect(clock.now - start < .seconds(30))
        }
    }

    @Test func `holds its pace from page to page`() async throws {
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder)
            let system = service.numbers("pages/page", ["records": "items", "next": .map(["page": "page"])])
            let question = Question(identifiers: [Identifier(kind: "email", "ada@example.org")])
            let context = DriverContext(pace: Pace(perSecond: 4))
            let clock = ContinuousClock()
            let start = clock.now
            try await BuiltInDrivers.named("http")?.using(system, context) {
                try await $0.read(system.collections[0], for: [question]) { _, _ in }
            }
            // Four pages: the first is the reader's own to wait for, and then one comes at once.
            #expect(clock.now - start >= .milliseconds(490))
        }
    }

    @Test(arguments: [("file-elsewhere", SourceFailure.Code.refused), ("file-missing", .unreachable)])
    func `has documents that are not to be had`(path: String, code: SourceFailure.Code) async throws {
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder)
            let scan = FieldDescription(name: "scan", type: "string", title: "Scan", file: true)
            let system = service.numbers(path, [:], [scan])
            let question = Question(identifiers: [Identifier(kind: "email", "ada@example.org")])
            await #expect {
                try await read(system.collections[0], of: system, for: [question]) { record, _ in
                    try record.document(at: 2)?.read { _ in }
                }
            } throws: { ($0 as? SourceFailure)?.code == code }
        }
    }

    @Test func `is looked at before anybody is asked about, and told of nobody`() async throws {
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder)
            let email = Setting.map(["email": "{email}"])
            let cases: [(system: [String: Setting], collection: [String: Setting], problem: String)] = [
                ([:], ["path": "people", "query": email], ""),
                (["auth": "bearer"], ["path": "people", "query": email], "error auth: there is no secret to tell"),
                (
                    ["headers": .map(["Authorization": "x"])], ["path": "people", "query": email],
                    "error headers: `authorization` is not to be set"
                ),
                (
                    ["headers": .map(["X-Plain": "a\r\nb: c"])], ["path": "people", "query": email],
                    "error headers: a header cannot be sent"
                ),
                (
                    ["trust": "nosuch.pem"], ["path": "people", "query": email],
                    "error trust: the file of certificates is not there"
                ),
                ([:], ["path": "people"], "error path: the service is not asked by `email`"),
                ([:], ["path": "people/{id}", "query": email], "error path: `{id}` is no needed kind"),
                (
                    [:], ["path": "../people", "query": email],
                    "error path: `path` is no path below the service's address"
                ),
                ([:], ["path": "people?email={email}"], "error path: `path` is no path below the service's address"),
                ([:], ["path": "//example.org/{email}"], "error path: `path` is no path below the service's address"),
                ([:], ["path": "people", "body": "{email}}"], "error body: `body` is no JSON"),
                (
                    [:], ["path": "people", "query": email, "method": "DELETE"],
                    "error method: the service cannot be asked with this method"
                ),
                ([:], ["path": "people", "query": email, "next": "more"], "error next: `next` is none that there is"),
                (
                    [:], ["path": "people", "query": email, "not_found": "all"],
                    "error not_found: `not_found` says what is not known"
                ),
            ]
            for (settings, asked, problem) in cases {
                let system = service.system(settings, collection(asked, [field("email", matches: "email")]))
                let found = await findings(system)
                #expect(found == [problem].filter { !$0.isEmpty })
            }
            #expect(Set(try service.requests()) == ["GET /"])
        }
    }

    @Test(arguments: [
        ("/redirect/host", ""), ("/status/404", ""), ("/status/403", ""), ("/huge", ""), ("/busy/never/9", ""),
        ("/status/401", "error auth: the service refuses (401)"),
        ("/status/500", "warning connection: the service has a failure of its own (500)"),
        ("/cut", "error connection: the connection to the service broke: Transferred a partial file"),
    ])
    func `is there where it answers at its address, whatever it answers`(path: String, said: String) async throws {
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder)
            let people = collection(
                ["path": "people", "query": .map(["email": "{email}"])],
                [field("email", matches: "email")]
            )
            #expect(await findings(service.system(at: path, [:], people)) == [said].filter { !$0.isEmpty })
        }
    }

    @Test(arguments: [
        "http://example.org", "ftp://127.0.0.1", "https://user@example.org", "https://example.org/?a=b", "people",
        "http://127.example.org", "http://localhost.example.org",
    ])
    func `is no service at such an address`(address: String) async throws {
        let people = collection(
            ["path": "people", "query": .map(["email": "{email}"])],
            [field("email", matches: "email")]
        )
        let system = SystemDescription(
            id: "sample",
            title: "Sample",
            driver: "http",
            connection: address,
            folder: "/",
            collections: [people]
        )
        #expect(await findings(system).first?.hasPrefix("error connection: ") == true)
        #expect(try await failure(system, "email", "ada@example.org")?.code == .unreachable)
    }
}
