import Drivers
import ExporterKit
import Foundation
import TestSupport
import Testing

/// What keeps an export from being read, and how it is told.
@Suite struct ChatFailureTests {
    private func failed(_ flavour: String = "slack", connection: String = "export", in folder: String) async throws
        -> SourceFailure
    {
        let system = Chats.system(in: folder, connection: connection, flavour, [:], Chats.messages(["text"]))
        let failed = try await failure(system, "chat_user", "U1")
        #expect(await findings(system) == ["error connection: \(failed?.message ?? "")"])
        return try #require(failed)
    }

    @Test(arguments: ["users.json", "channels.json"])
    func `an export that lacks a list is none`(name: String) async throws {
        try await withTemporaryFolder { folder in
            try Chats.writeSlack([Chats.said("a")], in: folder)
            try FileManager.default.removeItem(atPath: "\(folder)/export/\(name)")
            let failed = try await failed(in: folder)
            #expect(failed.code == .missingField)
            #expect(failed.message.contains("`\(name)`"))
        }
    }

    @Test(arguments: [
        ("", "record 1"), ("[", "record 1"), (#"[{"text": "kim@example.org"}"#, "record 2"), (#"[{}{}]"#, "record 2"),
        (#"[{"a": "b]"#, "record 1"), ("{}", "record 1"), ("[1]", "record 1"), (#"[{}, ]"#, "record 2"),
        (#"[{"user": "U1", "user": "U2"}]"#, "a key stands twice: record 1"), ("[] x", "record 1"),
        (#"[{"a": tru}]"#, "record 1"),
    ])
    func `a file that is no sound JSON fails by its place and without its content`(text: String, words: String)
        async throws
    {
        try await withTemporaryFolder { folder in
            try Chats.writeSlack([Chats.said("a")], in: folder)
            try write(text, to: "export/general/2024-02-01.json", in: folder)
            let failed = try await failed(in: folder)
            #expect(failed.code == .malformed)
            #expect(failed.message.contains(words), "\(failed.message)")
            #expect(failed.message.hasSuffix("of file 2 of messages, a `2024-02-01.json`"))
            #expect(!failed.description.contains("example.org"))
        }
    }

    @Test(arguments: [
        ("", "its first line says no version"), ("{}\n", "its first line says no version"), ("x", "line 1"),
        (#"{"type": "version"}"# + "\n" + #"{"type": "post"}"#, "line 2"),
        (#"{"type": "version"}"# + "\n\n" + #"{"type": "post", "post": {"user": "kim"}"#, "line 3"),
        (#"{"type": "user", "user": {}}"#, "its first line says no version"),
    ])
    func `a bulk export that is none fails by its place`(text: String, words: String) async throws {
        try await withTemporaryFolder { folder in
            try write(text, to: "export/all.jsonl", in: folder)
            let failed = try await failed("mattermost", in: folder)
            #expect(failed.code == .malformed)
            #expect(failed.message.contains(words), "\(failed.message)")
        }
    }

    @Test func `of several bulk exports, or none, none is read`() async throws {
        try await withTemporaryFolder { folder in
            try write("x", to: "export/readme.txt", in: folder)
            #expect(try await failed("mattermost", in: folder).message.contains("no file of JSON Lines"))
            try write(#"{"type": "version"}"#, to: "export/a.jsonl", in: folder)
            try write(#"{"type": "version"}"#, to: "export/b.jsonl", in: folder)
            #expect(try await failed("mattermost", in: folder).message.contains("2 files of JSON Lines"))
        }
    }

    @Test func `one id for two people fails, and the same account twice does not`() async throws {
        let fields = [Chats.field("user_name")]
        func asked(_ second: String) async throws -> (SourceFailure?, Int) {
            try await withTemporaryFolder { folder in
                let first = #"{"id": "U1", "profile": {"email": "kim@example.org"}}"#
                try Chats.writeSlack([Chats.said("a", by: "U1")], in: folder, users: "[\(first), \(second)]")
                let system = Chats.system(in: folder, "slack", [:], Chats.messages(fields.map(\.name)))
                let failed = try await failure(system, "chat_user", "U1")
                return (failed, failed == nil ? try await ask(system, "chat_user", "U1").count : 0)
            }
        }
        let twice = try await asked(#"{"id": "U1", "profile": {"email": "KIM@example.org"}}"#)
        #expect(twice.0 == nil && twice.1 == 1)
        let other = try await asked(#"{"id": "U1", "profile": {"email": "lee@example.org"}}"#).0
        #expect(other?.code == .malformed)
        #expect(other?.message == "accounts 1 and 2 of the export have one id and two addresses")
    }

    @Test func `two conversations with one folder fail, because one would get the other's messages`() async throws {
        try await withTemporaryFolder { folder in
            try Chats.writeSlack([Chats.said("a")], in: folder)
            try write(
                #"[{"id": "D1", "members": ["U1", "U12"]}, {"id": "D1", "members": ["U1"]}]"#,
                to: "export/dms.json",
                in: folder
            )
            #expect(try await failed(in: folder).message.hasPrefix("two conversations of the export have one folder"))
        }
    }

    @Test func `an export without messages holds nobody`() async throws {
        try await withTemporaryFolder { folder in
            try Chats.writeSlack([], in: folder, users: "[]")
            let users = collection(["records": "users"], [Chats.field("email", matches: "email")])
            let system = Chats.system(in: folder, "slack", [:], Chats.messages(["text"]), users)
            let driver = try #require(BuiltInDrivers.named("slack"))
            try await driver.using(system) { source in
                for collection in system.collections {
                    let isEmpty = try await source.holdsNobody(collection)
                    #expect(isEmpty)
                }
            }
            #expect(try await ask(system, "chat_user", "U1") == [])
            try Chats.writeSlack(["{}"], in: folder)
            try await driver.using(system) { source in
                for collection in system.collections {
                    let isEmpty = try await source.holdsNobody(collection)
                    #expect(!isEmpty)
                }
            }
        }
    }

    @Test func `an archive that would grow without end, has a password or is cut is not read`() async throws {
        try await withTemporaryFolder { folder in
            let bomb = String(repeating: " ", count: 40 << 20)
            try Chats.writeSlack([bomb + Chats.said("a")], in: folder)
            try Chats.pack(in: folder, around: "export")
            #expect(try await failed(connection: "export.zip", in: folder).code == .tooLarge)
            let zip = URL(fileURLWithPath: folder + "/export.zip")
            try Data(contentsOf: zip).prefix(3000).write(to: zip)
            #expect(try await failed(connection: "export.zip", in: folder).code == .malformed)
            try FileManager.default.removeItem(at: zip)
            let locked = try runTool("7z", ["a", "-tzip", "-phush", folder + "/export.zip", folder + "/export"])
            #expect(locked.status == 0)
            #expect(try await failed(connection: "export.zip", in: folder).message.contains("with a password"))
        }
    }

    @Test func `an archive that holds more than it may is not read`() async throws {
        try await withTemporaryFolder { folder in
            let noise = (0..<200_000).map { String($0 &* 2_654_435_761 % 1_000_003, radix: 36) }.joined()
            try Chats.writeSlack([Chats.said(noise), Chats.said(noise)], in: folder)
            try Chats.pack(in: folder)
            let messages = Chats.messages(["text"])
            let system = Chats.system(in: folder, connection: "export.zip", "slack", ["unpacked_limit": "1"], messages)
            #expect(try await failure(system, "chat_user", "U1")?.code == .tooLarge)
        }
    }

    @Test func `a link in an export is not followed`() async throws {
        try await withTemporaryFolder { folder in
            try Chats.writeSlack([Chats.said("a", by: "U1")], in: folder)
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/export/general/2024-03-01.json",
                withDestinationPath: "../users.json"
            )
            #expect(try await failed(in: folder).code == .notARegularFile)
        }
    }

    @Test func `files that nobody reads are told by their number`() async throws {
        try await withTemporaryFolder { folder in
            try Chats.writeSlack([Chats.said("a")], in: folder)
            try write("[]", to: "export/general/canvas_in_the_conversation.json", in: folder)
            let system = Chats.system(in: folder, "slack", [:], Chats.messages(["text"]))
            #expect(
                await findings(system) == [
                    "warning connection: 1 file in folders of conversations are no day's messages, and are not read"
                ]
            )
        }
    }

    @Test func `settings and fields that mean nothing are told`() async throws {
        try await withTemporaryFolder { folder in
            try Chats.writeSlack([Chats.said("a")], in: folder)
            func told(_ path: String, _ settings: [String: String] = [:], _ flavour: String = "slack") async -> String {
                let fields = [Chats.field(path), Chats.field("user", matches: "chat_user")]
                let asked = collection(needs: ["chat_user"], settings, fields)
                return await findings(Chats.system(in: folder, flavour, [:], asked)).joined()
            }
            #expect(await told("nosuch") == "error nosuch: there is no field `nosuch` in `records: messages`")
            #expect(await told("members") == "error members: there is no field `members` in `records: messages`")
            #expect(
                await told("near", ["records": "files"]) == "error near: there is no field `near` in `records: files`"
            )
            #expect(await told("held.") == "error held.: there is no field `held.` in `records: messages`")
            #expect(await told("text", ["records": "mails"]) == "error records: `records` is none that there is")
            #expect(await told("text", ["search": "text"]) == "error search: `search` is not `others`")
            #expect(await told("text", ["context": "51"]) == "error context: `context` is no whole number from 0 to 50")
            #expect(
                await told("near", ["context": "1"])
                    == "error context: nothing says of a message in the window whom it was found for"
            )
            #expect(await told("text", [:], "teams") == "error flavour: `flavour` is none that there is")
            #expect(await told("text") == "")
        }
    }
}
