import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10))) struct `Bad input` {
    @Test(arguments: BadInputCase.configuration)
    func `what cannot be used is refused, and nothing was touched`(bad: BadInputCase) async throws {
        try await withVerifiedRequest { inzage, request in
            try bad.spoil(inzage.folder)
            let before = try BadInputState(of: inzage.folder)
            try bad.expectRefusal(by: inzage, of: request)
            #expect(try BadInputState(of: inzage.folder) == before)
        }
    }

    @Test(arguments: BadInputCase.sources)
    func `a source that fails holds the answer, which goes when the source is mended (cases 54, 55)`(
        bad: BadInputCase
    ) async throws {
        try await withVerifiedRequest { inzage, request in
            let whole = inzage.folder + "/../whole"
            try #require(try runTool("cp", ["-a", inzage.folder + "/exporters", whole]).status == 0)
            let values = try PrivateValues.all(in: inzage.folder)
            try bad.spoil(inzage.folder)
            let before = try BadInputState(of: inzage.folder)
            try bad.expectHeld(by: inzage, of: request, values)
            let after = try BadInputState(of: inzage.folder)
            #expect(after.files == before.files)
            #expect(after.rows.isSuperset(of: before.rows), "what the register held is there unchanged")
            #expect(!FileManager.default.fileExists(atPath: inzage.archive(of: request)))
            #expect(try inzage.mail("archive", of: request) == nil)

            try FileManager.default.removeItem(atPath: inzage.folder + "/exporters")
            try FileManager.default.moveItem(atPath: whole, toPath: inzage.folder + "/exporters")
            try inzage.expect(0, "export", request)
            #expect(try inzage.mail("archive", of: request) != nil)
        }
    }

    @Test func `a stranger's record raises an alarm that the audit keeps (case 54)`() async throws {
        try await withVerifiedRequest { inzage, request in
            try BadInputCase.stranger.spoil(inzage.folder)
            try inzage.expect(5, "export", request)
            let audit = try inzage.expect(0, "audit", "show")
            #expect(audit.contains("ALARM"))
            #expect(audit.contains("crm/profile"))
        }
    }

    @Test func `an accepted gap is disclosed, and nothing of the broken source goes (case 55)`() async throws {
        try await withVerifiedRequest { inzage, request in
            try BadInputCase.cutLine.spoil(inzage.folder)
            try inzage.expect(5, "export", request)
            try inzage.expect(0, "export", request, "--accept-gap", "chat-logs", "--reason", "server is being moved")
            let opened = inzage.folder + "/../opened"
            try inzage.openArchive(inzage.archive(of: request), of: request, into: opened)
            let overview = try String(contentsOfFile: opened + "/01-overview.html", encoding: .utf8)
            #expect(overview.contains("server is being moved"))
            let descriptor = try Data(contentsOf: URL(fileURLWithPath: opened + "/datapackage.json"))
            let package = try JSONSerialization.jsonObject(with: descriptor) as? [String: Any]
            let resources = try #require(package?["resources"] as? [[String: Any]])
            #expect(resources.contains { $0["inzage:collection"] as? String == "orders" })
            #expect(!resources.contains { $0["inzage:collection"] as? String == "messages" })
        }
    }

    @Test func `text that is no UTF-8 is kept byte by byte, and the answer goes (case 63)`() async throws {
        try await withVerifiedRequest { inzage, request in
            let start = Array("{\"id\":999999999,\"sender\":\"ada_jansen\",\"mentions\":[],\"text\":\"odd ".utf8)
            try BadInputCase.append(
                start + [0xFF, 0xC0] + Array("\"}\n".utf8),
                to: BadInputCase.newestChat(inzage.folder)
            )
            try inzage.expect(0, "export", request)
            let opened = inzage.folder + "/../opened"
            try inzage.openArchive(inzage.archive(of: request), of: request, into: opened)
            let bytes = Data(Array("odd ".utf8) + [0xFF, 0xC0]).base64EncodedString()
            let found = try runTool("grep", ["-rlF", "\"text:base64\":\"\(bytes)\"", opened + "/data"])
            #expect(found.output.split(separator: "\n").count == 1)
        }
    }

    @Test func `a register that another process has locked ends it with 7 after a short wait`() async throws {
        try await withVerifiedRequest { inzage, request in
            let before = try BadInputState(of: inzage.folder)
            let lock = try BadInputLock(on: inzage.folder + "/register.sqlite")
            let result = try inzage("export", request)
            lock.letGo()
            // Reading goes on while another process writes.
            #expect(result.output == "verified       identity is proven\n")
            BadInputCase.expectOneError(
                ToolResult(status: result.status, output: "", errors: result.errors),
                status: 7,
                saying: "the register is locked by another process"
            )
            #expect(try BadInputState(of: inzage.folder) == before)
            try inzage.expect(0, "export", request)
        }
    }
}

/// The sample company with one request whose identity is proven.
func withVerifiedRequest(_ body: (_ inzage: Command, _ request: String) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
        try SampleShop.copy(to: folder + "/shop")
        let inzage = Command(controller: folder + "/shop")
        let request = try inzage.openRequest(PrivateValues.person)
        try inzage.proveIdentity(of: request)
        try await body(inzage, request)
    }
}
