import ExporterKit
import Foundation
import TestSupport
import Testing

/// What Python reads in exports of thousands of messages, the driver finds.
@Suite struct ChatOracleTests {
    private static let row = [
        "id", "time", "channel", "channel_kind", "user", "user_name", "user_email", "text", "thread", "edited",
        "mentioned", "mentioned_name", "reacted",
    ]

    private func field(_ path: String) -> FieldDescription {
        switch path {
        case "user", "by": Chats.field(path, matches: "chat_user")
        case "to", "mentioned", "reacted", "near", "members": Chats.ids(path)
        case "mentioned_name", "standing": Chats.field(path, "array")
        case "file_size": Chats.field(path, "integer")
        default: Chats.field(path)
        }
    }

    /// The collections, each with how many of its fields are compared.
    private static let collections: [(name: String, paths: [String], compared: Int)] = [
        ("messages", row + ["standing", "to"], 14),
        ("window", ["id", "standing", "near", "user", "to", "mentioned", "reacted"], 3),
        ("reactions", ["id", "reaction", "by", "by_name"], 4),
        ("files", ["id", "file_name", "file_type", "file_size", "file_url", "user"], 6),
        ("users", ["account", "name", "real_name", "email"], 4),
        ("channels", ["channel_id", "channel", "channel_kind", "members", "topic"], 5),
    ]

    private func system(_ flavour: String, in folder: String, _ connection: String) -> SystemDescription {
        let collections = Self.collections.map { name, paths, _ in
            var settings = ["records": name == "window" ? "messages" : name]
            if name == "window" { settings.merge(["search": "others", "context": "2"]) { $1 } }
            let fields = paths.map { path in
                path == "account"
                    ? FieldDescription(name: path, path: "id", type: "string", title: "Id", matches: "chat_user")
                    : field(path)
            }
            return collection(named: name, needs: ["chat_user"], settings, fields)
        }
        return SystemDescription(
            id: "sample",
            title: "Sample",
            driver: "slack",
            connection: connection,
            settings: ["flavour": .text(flavour)],
            folder: folder,
            collections: collections
        )
    }

    private struct Expected: Decodable {
        let people: [String: [String: [[String]]]]
        let addresses: [String: String]
    }

    private func make(_ flavour: String, _ count: Int, _ seed: Int, in folder: String) throws -> Expected {
        let made = try runTool(
            "/usr/bin/python3",
            [Programs.folder + "/chats.py", folder, flavour, "\(count)", "\(seed)"]
        )
        #expect(made.status == 0, "\(made.errors)")
        let file = try Data(contentsOf: URL(fileURLWithPath: folder + "/expected.json"))
        return try JSONDecoder().decode(Expected.self, from: file)
    }

    @Test(arguments: [("slack", 4000, 1), ("slack", 300, 2), ("mattermost", 3000, 3), ("mattermost", 200, 4)])
    func `messages, windows, reactions, files, people and channels are what Python reads`(
        flavour: String,
        count: Int,
        seed: Int
    ) async throws {
        try await withTemporaryFolder { folder in
            let expected = try make(flavour, count, seed, in: folder)
            let asked = expected.people.keys.sorted()
            #expect(asked.count == 8)
            try Chats.pack(in: folder, around: seed % 2 == 0 ? "export" : ".")
            for connection in ["export", "export.zip"] {
                let system = system(flavour, in: folder, connection)
                for (number, (name, _, compared)) in Self.collections.enumerated() {
                    let questions = asked.map { [Identifier(kind: "chat_user", $0)] }
                    let found = try await ask(system, number, questions)
                    for (index, id) in asked.enumerated() {
                        let rows = found[index].map { Array($0.prefix(compared)) }
                        let wanted = expected.people[id]?[name] ?? []
                        let differing = zip(rows, wanted).first { $0 != $1 }
                        #expect(
                            rows.count == wanted.count && differing == nil,
                            "\(connection) \(name) of \(id): \(rows.count), \(wanted.count); \(differing as Any)"
                        )
                    }
                }
            }
        }
    }

    @Test(arguments: ["slack", "mattermost"])
    func `who is asked for by an address is found as by the id`(flavour: String) async throws {
        try await withTemporaryFolder { folder in
            let expected = try make(flavour, 400, 7, in: folder)
            let byAddress = ["user_email", "to_email", "mentioned_email", "reacted_email"].map {
                Chats.field($0, "array", matches: "email")
            }
            let fields = [Chats.field("id"), Chats.field("standing", "array")] + byAddress
            let system = Chats.system(in: folder, flavour, [:], collection([String: String](), fields))
            #expect(!expected.addresses.isEmpty)
            for (address, id) in expected.addresses {
                let found = try await ask(system, "email", address.uppercased())
                let wanted = expected.people[id]?["messages"] ?? []
                #expect(found.map { Array($0.prefix(2)) } == wanted.map { [$0[0], $0[13]] })
            }
        }
    }
}
