import Drivers
import ExporterKit
import Foundation
import TestSupport
import Testing

/// What services ask for and answer that is not as in files: pages that are posted for, answers that do not say of whom
/// they were asked, lists of addresses, keys that come and go, times that are counted.
@Suite struct HTTPAnswerTests {
    private func posted(_ service: WebService, _ path: String, _ next: Setting, _ body: String) -> SystemDescription {
        service.system(
            [:],
            collection(
                ["path": .text(path), "body": .text(body), "records": "items", "next": next],
                [field("email", matches: "email"), field("n", "integer")]
            )
        )
    }

    @Test(arguments: [
        ("cursor", ["cursor": "meta.next", "parameter": "after"] as [String: Setting], #"{"email": "{email}"}"#),
        (
            "cursor", ["cursor": "meta.next", "parameter": "after"],
            #"{"email": "{email}", "after": "0", "x": {"y": 1}}"#
        ),
        ("page", ["page": "page"], #"{"email": "{email}"}"#),
        ("offset", ["offset": "paging.offset"], #"{"email": "{email}", "paging": {"size": 3}}"#),
        ("offset", ["offset": "paging.offset"], #" {"email" : "{email}"}"#),
        ("after", ["after": "n", "parameter": "after", "while": "has_more"], #"{"email": "{email}"}"#),
        ("after", ["after": "n", "parameter": "after"], #"{"email": "{email}"}"#),
    ])
    func `the next page is asked for in what is posted`(way: String, words: [String: Setting], body: String)
        async throws
    {
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder)
            let next = Setting.map(words.merging(["in": "body"]) { $1 })
            let found = try await ask(posted(service, "posted/\(way)", next, body), "email", "ada@example.org")
            #expect(found.map(\.last) == (0..<7).map { "number \($0)" })
            #expect(try service.requests().allSatisfy { !$0.contains("?") })
        }
    }

    @Test func `a service that overlooks what is posted fails, and so does a parameter with no place`() async throws {
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder)
            let words: [String: Setting] = ["cursor": "meta.next", "parameter": "after", "in": "body"]
            let body = #"{"email": "{email}"}"#
            let ignored = posted(service, "posted-ignored", .map(words), body)
            #expect(try await failure(ignored, "email", "ada@example.org")?.message.contains("same page again") == true)
            let unposted = "error next: `in: body` is said, and nothing is posted that could take the parameter"
            let text = words.merging(["parameter": "email.x"]) { $1 }
            #expect(await findings(posted(service, "posted/cursor", .map(text), body)) == [unposted])
            #expect(await findings(posted(service, "posted/cursor", .map(words), #"["{email}"]"#)) == [unposted])
            let asked = service.numbers("pages/cursor", ["records": "items", "next": .map(words)])
            #expect(await findings(asked) == [unposted])
            for wrong in [["in": "query"], ["in": "body", "parameter": "a..b"], ["in": "body", "url": "next"]] {
                let next = Setting.map(words.merging(wrong.mapValues { .text($0) }) { $1 })
                #expect(
                    await findings(posted(service, "posted/cursor", next, body)) == [
                        "error next: `next` is none that there is"
                    ]
                )
            }
        }
    }

    private func notes(
        _ service: WebService,
        _ path: String = "customers/{customer_id}/notes",
        _ settings: [String: Setting] = [:],
        _ asked: FieldDescription? = nil,
        _ more: [FieldDescription] = []
    ) -> SystemDescription {
        let settings = settings.merging(["path": .text(path), "records": "notes"]) { $1 }
        let asked = asked ?? field("customer", "integer", path: "@asked", matches: "customer_id")
        return service.system([:], collection(needs: ["customer_id"], settings, [asked, field("text")] + more))
    }

    @Test func `what does not say of whom it was asked carries the name in the path`() async throws {
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder)
            let system = notes(service)
            #expect(await findings(system) == [])
            let questions = ["4217", "99", "2"].map { [Identifier(kind: "customer_id", $0)] }
            #expect(
                try await ask(system, 0, questions) == [
                    [["number 4217", "text note of 4217"]], [], [["number 2", "text note of 2"]],
                ]
            )
        }
    }

    @Test func `a service that leads away from that path is not believed`() async throws {
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder)
            for (path, settings) in [
                ("customers/{customer_id}/moved", [:] as [String: Setting]),
                ("customers/{customer_id}/notes", ["query": .map(["then": "2"]), "next": .map(["url": "next"])]),
            ] {
                let failed = try await failure(notes(service, path, settings), "customer_id", "4217")
                #expect(failed?.code == .refused)
                #expect(failed?.message.hasPrefix("the service leads to another path") == true)
            }
        }
    }

    @Test func `a field says by what was asked only where the path says it as a whole name`() async throws {
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder)
            func told(_ system: SystemDescription) async -> String { await findings(system).first ?? "" }
            let notWhole =
                "error customer: `{customer_id}` is no whole name in `path`, so that what comes may be about anybody"
            for path in [
                "customers/c-{customer_id}", "customers/{customer_id}.json", "customers/{customer_id}{customer_id}",
            ] {
                #expect(await told(notes(service, path)) == notWhole)
            }
            let query: [String: Setting] = ["query": .map(["id": "{customer_id}"])]
            #expect(await told(notes(service, "notes", query)) == notWhole)
            for path in ["{customer_id}", "/a/{customer_id}/notes", "a/{customer_id}"] {
                #expect(await told(notes(service, path)) == "")
            }
            let twice = [field("id", "integer", matches: "customer_id")]
            #expect(
                await told(notes(service, "c/{customer_id}", [:], nil, twice)).contains(
                    "another field carries `customer_id`"
                )
            )
            let yielding = FieldDescription(
                name: "c",
                path: "@asked",
                type: "string",
                title: "C",
                identifies: "customer_id"
            )
            #expect(
                await told(notes(service, "c/{customer_id}", [:], yielding)).hasPrefix("error c: `@asked` says by what")
            )
            let other = field("customer", path: "@key2", matches: "customer_id")
            #expect(await told(notes(service, "c/{customer_id}", [:], other)).contains("begins with `@` or `^`"))
        }
    }

    @Test func `an address is found in a list of objects`() async throws {
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder)
            func system(_ fields: FieldDescription...) -> SystemDescription {
                let settings: [String: Setting] = ["path": "contacts", "query": .map(["email": "{email}"])]
                return service.system([:], collection(settings, fields))
            }
            let addresses = field("addresses", "array", path: "emails.*.address", matches: "email")
            let whole = [field("id", "integer"), field("emails", "array"), addresses]
            let rest = field("rest", "object", path: "@rest")
            let found = try await ask(system(whole[0], whole[1], addresses, rest), "email", "ada@example.org")
            #expect(
                found == [
                    [
                        "number 1",
                        #"json [{"address":"Ada@example.org","main":true},{"address":"a@example.org"},null,{}]"#,
                        #"json ["Ada@example.org","a@example.org"]"#, "null",
                    ]
                ]
            )
            #expect(try await ask(system(whole[0], whole[1], addresses, rest), "email", "a@example.org").count == 1)
            let others = try await ask(system(whole[0], whole[1], addresses, rest), "email", "bob@example.org")
            #expect(others.map { $0[3] } == [#"json {"new":{"a":[1.5,null],"b":{"c":"d"}}}"#])
            // The path takes from the list, and does not name it.
            let unnamed = try await failure(system(whole[0], addresses), "email", "ada@example.org")
            #expect(unnamed?.code == .undeclaredField && unnamed?.message.contains("`emails`") == true)
            let added = try await failure(system(whole[0], whole[1], addresses), "email", "bob@example.org")
            #expect(added?.code == .undeclaredField && added?.message.contains("`new`") == true)
        }
    }

    @Test func `the rest holds keys below others too, by their paths`() async throws {
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder)
            let settings: [String: Setting] = ["path": "contacts", "query": .map(["email": "{email}"])]
            let fields = [
                field("addresses", "array", path: "emails.*.address", matches: "email"),
                field("a", "array", path: "new.a"), field("rest", "object", path: "@rest"),
            ]
            let found = try await ask(service.system([:], collection(settings, fields)), "email", "bob@example.org")
            #expect(
                found == [
                    [
                        #"json ["bob@example.org"]"#, "json [1.5,null]",
                        #"json {"id":2,"emails":[{"address":"bob@example.org"}],"new.b":{"c":"d"}}"#,
                    ]
                ]
            )
        }
    }

    @Test(arguments: [206, 207])
    func `a part of an answer is a failure`(status: Int) async throws {
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder)
            let failed = try await failure(service.numbers("status/\(status)"), "email", "ada@example.org")
            #expect(failed?.message == "the service gives a part of the answer alone (\(status))")
            #expect(failed?.code == .queryFailed)
        }
    }

    @Test func `seconds and milliseconds since 1970 are times`() async throws {
        try await withTemporaryFolder { folder in
            let service = try WebService(in: folder)
            let times = [
                ("seconds", "%s"), ("millis", "%Q"), ("text", "%s"), ("none", "%s"), ("odd", "%s.%f"),
            ].map { FieldDescription(name: $0, type: "datetime", format: $1, title: LocalizedText($0)) }
            let settings: [String: Setting] = ["path": "times", "query": .map(["email": "{email}"])]
            let system = service.system([:], collection(settings, [field("email", matches: "email")] + times))
            #expect(
                try await ask(system, "email", "ada@example.org") == [
                    [
                        "text ada@example.org", "text 2024-01-01T10:00:00Z", "text 1969-12-31T23:59:59.999Z",
                        "text 2024-01-01T10:00:00Z", "null", "text 2024-01-01T10:00:00.5Z",
                    ]
                ]
            )
        }
    }
}
