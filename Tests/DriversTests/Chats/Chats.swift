import ExporterKit
import Foundation
import TestSupport

/// Exports of chat services for tests, and collections of what is in them.
enum Chats {
    /// A field with a path for its name.
    static func field(_ path: String, _ type: String = "string", matches: String? = nil) -> FieldDescription {
        FieldDescription(
            name: path,
            type: type,
            title: LocalizedText(path),
            matches: matches,
            file: path == "content"
        )
    }

    /// A list of ids by which a record is found.
    static func ids(_ path: String) -> FieldDescription { field(path, "array", matches: "chat_user") }

    /// The fields by which a message is somebody's.
    static let roles = [field("user", matches: "chat_user"), ids("to"), ids("mentioned"), ids("reacted")]

    /// A system whose collections are asked by the id of an account.
    static func system(
        in folder: String,
        connection: String = "export",
        _ flavour: String = "slack",
        _ settings: [String: String] = [:],
        _ collections: CollectionDescription...
    ) -> SystemDescription {
        SystemDescription(
            id: "sample",
            title: "Sample",
            driver: "slack",
            connection: connection,
            settings: settings.merging(["flavour": flavour]) { one, _ in one }.mapValues { .text($0) },
            folder: folder,
            collections: collections
        )
    }

    /// A collection of messages whose first fields are those given.
    static func messages(_ paths: [String], _ settings: [String: String] = [:]) -> CollectionDescription {
        collection(needs: ["chat_user"], settings, paths.map { field($0) } + roles)
    }

    /// What an export of messages in one channel holds for an account, cell by cell.
    static func slack(
        _ messages: [String],
        asking id: String = "U1",
        _ fields: [FieldDescription],
        _ settings: [String: String] = [:]
    ) async throws -> [[String]] {
        try await withTemporaryFolder { folder in
            try writeSlack(messages, in: folder)
            let carrying = roles.filter { role in !fields.contains { $0.name == role.name } }
            let asked = collection(needs: ["chat_user"], settings, fields + carrying)
            let found = try await ask(system(in: folder, "slack", [:], asked), "chat_user", id)
            return found.map { Array($0.prefix(fields.count)) }
        }
    }

    /// Writes a workspace with people U1, U12 and U123, and the given messages in its one channel, a day each.
    static func writeSlack(_ messages: [String], in folder: String, users: String? = nil) throws {
        let people = ["U1", "U12", "U123"].map { id in
            #"{"id": "\#(id)", "name": "n\#(id)", "profile": {"real_name": "Name \#(id)", "email": "\#(id)@example.org"}}"#
        }
        try write(users ?? "[\(people.joined(separator: ","))]", to: "export/users.json", in: folder)
        try write(#"[{"id": "C1", "name": "general"}]"#, to: "export/channels.json", in: folder)
        for (number, message) in messages.enumerated() {
            try write("[\(message)]", to: "export/general/2024-01-\(10 + number).json", in: folder)
        }
    }

    /// A message of Slack with a text.
    static func said(_ text: String, by user: String = "U123", at second: Int = 0, _ more: String = "") -> String {
        let time = 1_704_067_200 + second
        return #"{"type": "message", "user": "\#(user)", "ts": "\#(time).000100", "text": "\#(text)"\#(more)}"#
    }

    /// Packs what lies in a folder's `export` into `export.zip`.
    static func pack(in folder: String, around: String = ".") throws {
        let packed = try runTool(
            "/bin/sh",
            ["-c", "cd '\(folder)/\(around)' && 7z a -tzip -bd '\(folder)/export.zip' * >/dev/null"]
        )
        guard packed.status == 0 else { throw SourceFailure(.unreachable, "7z failed") }
    }
}
