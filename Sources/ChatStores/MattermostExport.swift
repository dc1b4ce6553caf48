import DriverParts
import ExporterKit
import JSONParts

/// Mattermost's bulk export: one file of JSON Lines, each of which is an account, a channel, or a message with its answers.
struct MattermostExport: ChatExport {
    private let location: ExportLocation
    private let store: any ExportStore
    private let file: [UInt8]

    init(_ system: SystemDescription) throws {
        location = try ExportLocation(system, landmark: Self.isLines)
        store = try location.open()
        let files = try store.files(in: nil)
        let lines = store is LoneFile ? files : files.filter(Self.isLines)
        guard let file = lines.first, lines.count == 1 else {
            throw Problem(
                .missingField,
                "connection",
                lines.isEmpty
                    ? "the export has no file of JSON Lines" : "the export has \(lines.count) files of JSON Lines",
                fix: "let `connection` lead to the `.jsonl` file itself, or to where it alone lies"
            )
        }
        self.file = file
    }

    private static func isLines(_ name: [UInt8]) -> Bool { name.suffix(6).elementsEqual(".jsonl".utf8) }

    let messageKeys: Set<[UInt8]> = Set(
        words: "team channel channel_members user type message create_at edit_at reactions replies attachments"
            + " flagged_by"
    )
    // What lets somebody in is in no `rest`.
    let profileKeys: Set<[UInt8]> = Set(
        words: "username email nickname first_name last_name position delete_at password auth_data mfa_secret teams"
    )
    let conversationKeys: Set<[UInt8]> = Set(
        words: "team name display_name type header purpose members favorited_by shown_by"
    )

    func people(isShort: Bool) throws -> ChatPeople {
        var people = ChatPeople()
        try forEachLine(untilMessages: isShort) { type, held in
            if type == .user, let profile = Self.profile(held) { try people.add(profile) }
            return true
        }
        return people
    }

    func visitPeople(_ body: (ChatProfile) throws -> Bool) throws {
        try forEachLine { type, held in
            guard type == .user, let profile = Self.profile(held) else { return true }
            return try body(profile)
        }
    }

    private static func profile(_ held: HeldObject) -> ChatProfile? {
        guard let username = held.text("username") else { return nil }
        let names = [held.text("first_name"), held.text("last_name")].compactMap(\.self)
        return ChatProfile(
            id: username,
            username: username,
            realName: names.isEmpty ? nil : Array(names.joined(separator: [0x20])),
            displayName: held.text("nickname"),
            address: held.text("email"),
            title: held.text("position"),
            isDeleted: held["delete_at"].map { ($0.number ?? 0) > 0 },
            held: held
        )
    }

    /// Each channel for each account that is in it, and each direct conversation.
    func visitConversations(_ body: (Conversation) throws -> Bool) throws {
        var channels = MattermostChannels()
        try forEachLine { type, held in
            channels.note(type, held)
            switch type {
            case .user:
                let username = held.text("username") ?? []
                for team in (held["teams"]?.elements ?? []).compactMap(\.object) {
                    for channel in (team["channels"]?.elements ?? []).compactMap(\.object) {
                        var conversation = channels.channel(team: team.text("name"), channel.text("name"))
                        (conversation.members, conversation.held) = ([username], channel)
                        guard try body(conversation) else { return false }
                    }
                }
                return true
            case .directChannel:
                var conversation = MattermostChannels.direct(held["members"]?.texts ?? [])
                (conversation.members, conversation.held) = (conversation.to, held)
                return try body(conversation)
            default: return true
            }
        }
    }

    func visitMessages(_ people: ChatPeople, _ body: (ChatMessage) throws -> Bool) throws {
        var channels = MattermostChannels()
        try forEachLine { type, held in
            channels.note(type, held)
            guard type.isMessage else { return true }
            let conversation =
                type == .post
                ? channels.channel(team: held.text("team"), held.text("channel"))
                : MattermostChannels.direct(held["channel_members"]?.texts ?? [])
            let first = MattermostMessage.message(held, in: conversation, people, answering: nil)
            guard try body(first) else { return false }
            for reply in (held["replies"]?.elements ?? []).compactMap(\.object) {
                guard try body(MattermostMessage.message(reply, in: conversation, people, answering: first)) else {
                    return false
                }
            }
            return true
        }
    }

    func document(at paths: [[[UInt8]]]) throws -> ExportDocument? {
        let there = try paths.first { try store.open($0) != nil }
        return there.map { ExportDocument(location: location, path: $0) }
    }

    func unreadFiles() -> Int { 0 }

    /// The sorts of lines that are read; others are about the server.
    enum LineType: String {
        case user, channel, post
        case directChannel = "direct_channel"
        case directPost = "direct_post"
        case other

        var isMessage: Bool { self == .post || self == .directPost }
    }

    private static let starts = ["post", "direct_post"].map { Array(#"{"type":"\#($0)""#.utf8) }

    /// - Parameter untilMessages: whether to end at the first message, before which the accounts stand.
    private func forEachLine(
        untilMessages: Bool = false,
        _ body: (LineType, HeldObject) throws -> Bool
    ) throws {
        guard let input = try store.open([file]) else {
            throw SourceFailure(.unreachable, "the export is not there any more", retryable: true)
        }
        var lines = LineCutter(input)
        do {
            while let bytes = try lines.next() {
                if untilMessages, Self.starts.contains(where: { bytes.starts(with: $0) }) { return }
                let line = try HeldObject(bytes)
                guard let word = line.text("type"), lines.number > 1 || word.elementsEqual("version".utf8) else {
                    throw Self.foreign
                }
                let type = LineType(rawValue: String(decoding: word, as: UTF8.self)) ?? .other
                guard type != .other else { continue }
                guard let held = line[type.rawValue]?.object else { throw JSONProblem(.malformed, at: 0) }
                guard try body(type, held) else { return }
            }
        } catch let problem as JSONProblem {
            throw problem.failure(at: "line \(max(1, lines.number)) of the export", fix: "have it exported again")
        }
        guard lines.number > 0 else { throw Self.foreign }
    }

    private static let foreign = Problem(
        .malformed,
        "connection",
        "the file is no bulk export of Mattermost: its first line says no version, or a line says no type",
        fix: "let `connection` lead to what `mmctl export` wrote"
    )
}
