import Drivers
import ExporterKit
import Foundation
import TestSupport
import Testing

/// Whose messages are found, and what is said of them.
@Suite struct ChatAnswerTests {
    private func texts(_ messages: [String], _ id: String = "U1", _ settings: [String: String] = [:]) async throws
        -> [String]
    {
        try await Chats.slack(messages, asking: id, [Chats.field("text")], settings).map { String($0[0].dropFirst(5)) }
    }

    @Test(arguments: [
        ("<@U1>", true), ("hey <@U1|kim>!", true), ("<@U12> <@U123>", false), ("&lt;@U1&gt;", false), ("@U1 U1", false),
        ("<@U1", false), (#"\u003c@U1\u003e"#, true), ("<!subteam^U1>", false), ("<@U1 >", false), ("<<@U1>>", true),
        ("<@U12 <@U1>", true), ("<@U1 <@U12>", false), ("<@U1<@U12>", false), ("<@", false),
    ])
    func `somebody is named by their id in angle brackets alone`(text: String, isNamed: Bool) async throws {
        #expect(try await texts([Chats.said(text)]).count == (isNamed ? 1 : 0))
    }

    @Test(arguments: [
        #", "blocks": [{"type": "rich_text", "elements": [{"type": "user", "user_id": "U1"}]}]"#,
        #", "attachments": [{"text": "see <@U1>"}]"#,
        #", "reactions": [{"name": "+1", "users": ["U12", "U1"], "count": 2}]"#,
    ])
    func `whoever is named beside the text, or reacted, is found`(more: String) async throws {
        #expect(try await texts([Chats.said("a", at: 0, more), Chats.said("b")]) == ["a"])
    }

    @Test func `how somebody stands in a message is said, the nearest first`() async throws {
        let reaction = #", "reactions": [{"name": "+1", "users": ["U1"]}]"#
        let messages = [
            Chats.said("a <@U1>", by: "U1", at: 1, reaction), Chats.said("b <@U1>", at: 2, reaction),
            Chats.said("c", at: 3, reaction), Chats.said("d <@U12>", at: 4),
        ]
        let words = try await Chats.slack(messages, [Chats.field("standing"), Chats.field("text")])
        #expect(words.map { $0[0] } == ["text author", "text mentioned", "text reacted"])
        let lists = try await Chats.slack(messages, [Chats.field("standing", "array")])
        #expect(
            lists == [
                [#"json ["author","mentioned","reacted"]"#], [#"json ["mentioned","reacted"]"#], [#"json ["reacted"]"#],
            ]
        )
    }

    @Test func `others' messages around one come where they are asked for, and say so`() async throws {
        let messages = (0..<9).map { Chats.said("\($0)", by: $0 == 4 ? "U1" : "U123", at: $0) }
        #expect(try await texts(messages) == ["4"])
        let fields = [Chats.field("text"), Chats.field("standing"), Chats.ids("near")]
        let found = try await Chats.slack(messages, fields, ["context": "2"])
        let around = ["text context", #"json ["U1"]"#]
        #expect(
            found == [
                ["text 2"] + around, ["text 3"] + around, ["text 4", "text author", "json []"], ["text 5"] + around,
                ["text 6"] + around,
            ]
        )
        let others = try await Chats.slack(messages, fields, ["context": "1", "search": "others"])
        #expect(others == [["text 3"] + around, ["text 5"] + around])
        #expect(try await Chats.slack(messages, fields, ["context": "0", "search": "others"]) == [])
    }

    @Test func `a window keeps to its conversation, and to the order of times`() async throws {
        try await withTemporaryFolder { folder in
            try Chats.writeSlack([], in: folder)
            let late = [Chats.said("later", at: 50), Chats.said("own", by: "U1", at: 20), Chats.said("first", at: 1)]
            try write("[\(late.joined(separator: ","))]", to: "export/general/2024-01-01.json", in: folder)
            try write("[\(Chats.said("else", at: 20))]", to: "export/other/2024-01-01.json", in: folder)
            try write("[\(Chats.said("last", at: 99))]", to: "export/general/2024-01-02.json", in: folder)
            let asked = collection(
                needs: ["chat_user"],
                ["context": "1"],
                [Chats.field("text"), Chats.ids("near")] + Chats.roles
            )
            let found = try await ask(Chats.system(in: folder, "slack", [:], asked), "chat_user", "U1")
            #expect(found.map { $0[0] } == ["text later", "text own", "text first"])
        }
    }

    @Test func `direct conversations are their people's, and of nobody else`() async throws {
        try await withTemporaryFolder { folder in
            try Chats.writeSlack([], in: folder)
            try write(#"[{"id": "D1", "members": ["U1", "U12"]}]"#, to: "export/dms.json", in: folder)
            let group = #"[{"id": "G1", "name": "mpdm-a--b--c-1", "members": ["U1", "U12", "U123"]}]"#
            try write(group, to: "export/mpims.json", in: folder)
            try write("[\(Chats.said("two", by: "U12"))]", to: "export/D1/2024-01-01.json", in: folder)
            try write("[\(Chats.said("three", by: "U12"))]", to: "export/mpdm-a--b--c-1/2024-01-01.json", in: folder)
            let system = Chats.system(in: folder, "slack", [:], Chats.messages(["text", "channel", "channel_kind"]))
            let found = try await ask(system, 0, ["U1", "U123"].map { [Identifier(kind: "chat_user", $0)] })
            let three = ["text three", "null", "text group"]
            #expect(found[0].map { Array($0.prefix(3)) } == [["text two", "null", "text direct"], three])
            #expect(found[1].map { Array($0.prefix(3)) } == [three])
        }
    }

    @Test func `bots, deleted accounts, accounts of others and messages without anybody are kept`() async throws {
        let messages = [
            #"{"subtype": "bot_message", "bot_id": "B1", "username": "Robot", "ts": "1704067200.1", "text": "<@U1> a"}"#,
            #"{"user": "UGONE", "ts": "1704067201.1", "text": "<@U1> b", "user_profile": {"real_name": "Gone"}}"#,
            #"{"ts": "1704067202.1", "text": "<@U1> c"}"#,
            #"{"user": "USLACKBOT", "subtype": "tombstone", "text": "<@U1> d"}"#,
        ]
        let fields = ["text", "user", "user_name", "bot", "subtype", "time"].map { Chats.field($0) }
        #expect(
            try await Chats.slack(messages, fields) == [
                ["text <@U1> a", "null", "text Robot", "text B1", "text bot_message", "text 2024-01-01T00:00:00.1Z"],
                ["text <@U1> b", "text UGONE", "text Gone", "null", "null", "text 2024-01-01T00:00:01.1Z"],
                ["text <@U1> c", "null", "null", "null", "null", "text 2024-01-01T00:00:02.1Z"],
                ["text <@U1> d", "text USLACKBOT", "null", "null", "text tombstone", "null"],
            ]
        )
    }

    @Test(arguments: ["yesterday", "-5.0", "1704067200.", "99999999999999.0", "1704067200.0.0", "1.1234567890", "1e9"])
    func `a time that is none stays as it stands`(ts: String) async throws {
        let message = #"{"user": "U1", "ts": "\#(ts)", "text": ""}"#
        #expect(try await Chats.slack([message], [Chats.field("time", "datetime")]) == [["text \(ts)"]])
    }

    @Test func `what was changed says what it said before, and when`() async throws {
        let messages = [
            Chats.said("new", by: "U1", at: 0, #", "edited": {"user": "U1", "ts": "1704067300.000000"}"#),
            #"""
            {"subtype": "message_changed", "ts": "1704067200.2", "message": {"user": "U1", "text": "new"},
            "previous_message": {"user": "U1", "text": "old"}}
            """#,
        ]
        let fields = ["text", "former", "edited", "user"].map {
            Chats.field($0, matches: $0 == "user" ? "chat_user" : nil)
        }
        #expect(
            try await Chats.slack(messages, fields) == [
                ["text new", "null", "text 2024-01-01T00:01:40.000000Z", "text U1"],
                ["text new", "text old", "null", "text U1"],
            ]
        )
    }

    @Test func `what no field names stands in the rest, and in no more than one place`() async throws {
        let message = Chats.said("a", by: "U1", at: 0, #", "team": "T1", "new": {"x": [1.50, null]}, "old": null"#)
        let fields = [Chats.field("rest", "object"), Chats.field("held.new.x", "array"), Chats.field("held.none")]
        #expect(try await Chats.slack([message], fields) == [[#"json {"team":"T1"}"#, "json [1.50,null]", "null"]])
        #expect(
            try await Chats.slack([message], [Chats.field("rest", "object")])
                == [[#"json {"team":"T1","new":{"x":[1.50,null]}}"#]]
        )
    }

    @Test func `a password of Mattermost's is in no rest`() async throws {
        try await withTemporaryFolder { folder in
            let lines = [
                #"{"type": "version", "version": 1}"#,
                #"{"type": "user", "user": {"username": "kim", "email": "k@example.org", "password": "hush", "roles": "r"}}"#,
            ]
            try write(lines.joined(separator: "\n"), to: "export/all.jsonl", in: folder)
            let fields = [Chats.field("email", matches: "email"), Chats.field("rest")]
            let asked = collection(["records": "users"], fields)
            let found = try await ask(Chats.system(in: folder, "mattermost", [:], asked), "email", "k@example.org")
            #expect(found == [["text k@example.org", #"json {"roles":"r"}"#]])
        }
    }

    @Test func `a file that lies in the export is a document, in a folder and in an archive`() async throws {
        try await withTemporaryFolder { folder in
            let files =
                #"[{"id": "F1", "name": "a.txt"}, {"id": "F2", "name": "../b.txt"}, {"id": "F3", "name": "c.txt"}]"#
            try Chats.writeSlack([Chats.said("a", by: "U1", at: 0, #", "files": \#(files)"#)], in: folder)
            try write("content", to: "export/__uploads/F1/a.txt", in: folder)
            try write("other", to: "export/general/attachments/F3-c.txt", in: folder)
            try write("secret", to: "b.txt", in: folder)
            try Chats.pack(in: folder)
            let fields = ["content", "file_name"].map { Chats.field($0) } + [Chats.field("user", matches: "chat_user")]
            for connection in ["export", "export.zip"] {
                let asked = collection(needs: ["chat_user"], ["records": "files"], fields)
                let system = Chats.system(in: folder, connection: connection, "slack", [:], asked)
                var contents: [String] = []
                let question = Question(identifiers: [Identifier(kind: "chat_user", "U1")])
                try await read(asked, of: system, for: [question]) { record, _ in
                    var content: [UInt8] = []
                    try record.document(at: 0)?.read { content += $0 }
                    contents.append(String(decoding: content, as: UTF8.self))
                }
                #expect(contents == ["content", "", "other"])
            }
        }
    }
}
