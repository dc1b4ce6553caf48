import Foundation
import TestSupport
import Testing

/// With `--json` each command prints one object on standard output, for scripts.
@Suite struct `A command with --json` {
    /// Runs a body with a fresh sample company.
    private func withShop(_ body: (Command) throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            try SampleShop.copy(to: folder + "/shop")
            try body(Command(controller: folder + "/shop"))
        }
    }

    /// What a command prints: one object and nothing else, also when it ends with another code than 0.
    private func object(
        _ command: Command,
        _ arguments: String...,
        input: String = "",
        exit: Int32 = 0
    ) throws -> [String: any Sendable] {
        let result = try command.run(arguments + ["--json"], input: input)
        #expect(result.status == exit, "\(arguments): \(result.errors)")
        let parsed = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        return try #require(parsed as? [String: any Sendable], "\(arguments) printed no object")
    }

    private func text(_ object: [String: any Sendable], _ key: String) throws -> String {
        try #require(object[key] as? String, "no text \(key)")
    }

    @Test func `tells the whole story as objects`() async throws {
        try await withShop { shop in
            let id = try text(try object(shop, "request", "open", "--email", "ada.jansen@example.org"), "id")
            #expect(id.wholeMatch(of: /[0-9A-Z]{6}/) != nil)

            let waiting = try object(shop, "export", id, exit: 4)
            #expect(try text(waiting, "id") == id)
            #expect(try text(waiting, "state") == "awaiting identity")
            #expect(waiting["archive"] == nil || waiting["archive"] is NSNull)
            #expect((waiting["ledger"] as? [any Sendable])?.isEmpty == true)
            #expect((waiting["next"] as? [String])?.first?.hasPrefix("inzage verify \(id)") == true)

            let wrong = try object(shop, "verify", id, "--code", "0000-0000", exit: 4)
            #expect(wrong["verified"] as? Bool == false)
            let code = try #require(try shop.code(of: id))
            #expect(try object(shop, "verify", id, "--code", "-", input: code + "\n")["verified"] as? Bool == true)

            try exportAndCheckLedger(shop, id)
            let passphrase = try text(try object(shop, "passphrase", id), "passphrase")
            let opened = try object(
                shop,
                "open",
                "\(shop.folder)/archives/\(id)-1.zip",
                "--into",
                shop.folder + "/opened",
                input: passphrase + "\n"
            )
            #expect((opened["files"] as? [String])?.contains("01-overview.html") == true)

            #expect(try text(try object(shop, "request", "close", id, "--reason", "answered"), "state") == "closed")
            let finished = try object(shop, "export", id)
            #expect(try text(finished, "state") == "closed")
        }
    }

    private func exportAndCheckLedger(_ shop: Command, _ id: String) throws {
        let sent = try object(shop, "export", id)
        #expect(try text(sent, "state") == "delivered")
        let archive = try text(sent, "archive")
        #expect(FileManager.default.fileExists(atPath: archive))
        let ledger = try #require(sent["ledger"] as? [[String: any Sendable]])
        #expect(Set(ledger.compactMap { $0["system"] as? String }) == ["applications", "chat-logs", "crm", "orders"])
        for line in ledger {
            for key in ["system", "collection", "category", "outcome"] { #expect(line[key] is String) }
            #expect(line["records"] is Int && line["withheld"] is Int)
            #expect(line["outcome"] as? String == "records")
        }
        #expect((sent["next"] as? [String])?.first?.hasPrefix("inzage passphrase \(id)") == true)
    }

    @Test func `shows, lists and checks as objects`() async throws {
        try await withShop { shop in
            let checked = try object(shop, "check")
            #expect(checked["errors"] as? Int == 0)
            #expect(checked["findings"] is [any Sendable])
            let exporters = try #require(try object(shop, "exporter", "list")["exporters"] as? [any Sendable])
            #expect(exporters.count == 4)

            let id = try text(try object(shop, "request", "open", "--email", "ada.jansen@example.org"), "id")
            let listed = try #require(try object(shop, "request", "list")["requests"] as? [[String: any Sendable]])
            #expect(listed.compactMap { $0["id"] as? String } == [id])
            let shown = try object(shop, "request", "show", id)
            #expect(shown["right"] as? String == "access")
            #expect((shown["deadlines"] as? [String: any Sendable])?["strict"] is String)
            #expect((try object(shop, "audit", "show")["entries"] as? [any Sendable])?.count == 1)
            #expect((try object(shop, "audit", "verify")["breaks"] as? [any Sendable])?.isEmpty == true)
        }
    }

    @Test func `changes a request and says so as an object`() async throws {
        try await withShop { shop in
            let id = try text(try object(shop, "request", "open", "--email", "ada.jansen@example.org"), "id")
            let acts = [
                ["request", "note", id, "rang"], ["request", "amend", id, "--language", "en"],
                ["add", id, "--category", "orders", "--nothing"],
                ["withhold", id, "crm/notes", "--ground", "rights of others", "--reason", "test"],
                ["request", "withdraw", id], ["request", "reopen", id, "--reason", "changed their mind"],
            ]
            for act in acts {
                let result = try shop.run(act + ["--json"])
                #expect(result.status == 0, "\(act): \(result.errors)")
                let parsed = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: any Sendable]
                #expect(parsed?["id"] as? String == id, "\(act)")
            }
        }
    }

    @Test func `that fails prints the error, the hint and the exit code`() async throws {
        try await withShop { shop in
            let missing = try object(shop, "request", "show", "000000", exit: 2)
            #expect(missing["exit"] as? Int == 2)
            #expect(try text(missing, "error") == "there is no request with this id")
            #expect(try text(missing, "hint") == "inzage request list shows them all")
            try FileManager.default.removeItem(atPath: shop.folder + "/processing.yaml")
            let invalid = try object(shop, "request", "list", exit: 3)
            let findings = try #require(invalid["findings"] as? [[String: any Sendable]])
            #expect(findings.contains { $0["file"] as? String == "processing.yaml" })
        }
    }

    @Test func `and without it a new request's id stands alone on standard output`() async throws {
        try await withShop { shop in
            let result = try shop("request", "open", "--email", "ada.jansen@example.org")
            #expect(result.output.wholeMatch(of: /[0-9A-Z]{6}\n/) != nil)
        }
    }
}
