import DriverParts
import ExporterKit
import JSONParts

/// An export of Slack: lists of accounts and conversations, a folder for each conversation, and a file for each day in it.
struct SlackExport: ChatExport {
    private let location: ExportLocation
    private let store: any ExportStore

    init(_ system: SystemDescription) throws {
        location = try ExportLocation(system) { $0.elementsEqual(Self.users.utf8) }
        store = try location.open()
    }

    private static let users = "users.json"
    private static let lists: [(file: String, kind: Conversation.Kind)] = [
        ("channels.json", .public), ("groups.json", .private), ("dms.json", .direct), ("mpims.json", .group),
    ]

    let messageKeys: Set<[UInt8]> = Set(
        words:
            "type user ts text thread_ts parent_user_id edited reactions files file subtype bot_id username user_profile"
            + " replies reply_users"
    )
    let profileKeys: Set<[UInt8]> = Set(words: "id name real_name deleted is_bot updated")
    let conversationKeys: Set<[UInt8]> = Set(words: "id name members creator created topic purpose is_archived")

    func people(isShort: Bool) throws -> ChatPeople { try allPeople() }

    func visitPeople(_ body: (ChatProfile) throws -> Bool) throws {
        let isThere = try forEachObject(in: [Array(Self.users.utf8)], called: "`\(Self.users)`") { held, number in
            guard let id = held.text("id") else {
                throw Problem(
                    .malformed,
                    "connection",
                    "an account has no id: record \(number) of `\(Self.users)`",
                    fix: "have it exported again"
                )
            }
            return try body(Self.profile(id, held))
        }
        guard isThere else { throw Self.noUsers }
    }

    private static func profile(_ id: [UInt8], _ held: HeldObject) -> ChatProfile {
        let inner = held["profile"]?.object
        return ChatProfile(
            id: id,
            username: held.text("name"),
            realName: held.text("real_name") ?? inner?.text("real_name"),
            displayName: inner?.text("display_name"),
            address: inner?.text("email"),
            phone: inner?.text("phone"),
            title: inner?.text("title"),
            isDeleted: held["deleted"]?.flag,
            isBot: held["is_bot"]?.flag,
            updated: ChatMoment(seconds: held.text("updated")).said,
            held: held
        )
    }

    func visitConversations(_ body: (Conversation) throws -> Bool) throws {
        var isThere = false
        var goesOn = true
        for (file, kind) in Self.lists where goesOn {
            let found = try forEachObject(in: [Array(file.utf8)], called: "`\(file)`") { held, number in
                guard let id = held.text("id") else {
                    throw Problem(
                        .malformed,
                        "connection",
                        "a conversation has no id: record \(number) of `\(file)`",
                        fix: "have it exported again"
                    )
                }
                let members = held["members"]?.texts ?? []
                let isDirect = kind == .direct || kind == .group
                goesOn = try body(
                    Conversation(
                        kind: kind,
                        id: id,
                        name: isDirect ? nil : held.text("name"),
                        to: isDirect ? members : [],
                        members: members,
                        held: held
                    )
                )
                return goesOn
            }
            isThere = isThere || found
        }
        guard isThere else { throw Self.noLists }
    }

    func visitMessages(_ people: ChatPeople, _ body: (ChatMessage) throws -> Bool) throws {
        // Messages mean nothing without the lists, and a folder that lacks one of them is no export.
        guard try store.files(in: nil).contains(Array(Self.users.utf8)) else { throw Self.noUsers }
        let known = try conversations()
        var number = 0
        for folder in try store.folders() where Self.isOfMessages(folder) {
            let conversation = known[folder] ?? Self.unknown(folder)
            for file in try store.files(in: folder) where Self.isDay(file) {
                number += 1
                let name = String(decoding: file, as: UTF8.self)
                var goesOn = true
                try forEachObject(in: [folder, file], called: "file \(number) of messages, a `\(name)`") { held, _ in
                    goesOn = try body(SlackMessage.message(held, in: conversation, folder: folder))
                    return goesOn
                }
                guard goesOn else { return }
            }
        }
    }

    /// The conversations by the name of their folder, without what is held of them beside.
    private func conversations() throws -> [[UInt8]: Conversation] {
        var known: [[UInt8]: Conversation] = [:]
        try visitConversations { conversation in
            var short = conversation
            let name = conversation.held?.text("name")
            (short.held, short.members) = (nil, [])
            for folder in Set([conversation.id] + (name.map { [$0] } ?? [])) {
                // With the people of another one its messages would be somebody else's.
                guard known[folder].map({ $0.id == short.id && $0.to == short.to }) ?? true else { throw Self.twice }
                known[folder] = short
            }
            return true
        }
        return known
    }

    /// A folder that no list names; its name may be about people.
    private static func unknown(_ folder: [UInt8]) -> Conversation {
        let mark = ChatHash.text(folder)
        let isGroup = folder.starts(with: "mpdm-".utf8)
        return Conversation(kind: .unknown, id: mark, name: isGroup ? nil : folder)
    }

    private static func isOfMessages(_ folder: [UInt8]) -> Bool {
        !folder.starts(with: [UInt8(ascii: ".")]) && !folder.starts(with: "__".utf8)
            && !folder.elementsEqual("attachments".utf8)
    }

    /// Whether a name is that of a day, such as `2024-01-31.json`.
    private static func isDay(_ name: [UInt8]) -> Bool {
        name.count == 15 && name.suffix(5).elementsEqual(".json".utf8)
            && name.prefix(10).enumerated().allSatisfy { [4, 7].contains($0) ? $1 == Byte.minus : Byte.isDigit($1) }
    }

    func document(at paths: [[[UInt8]]]) throws -> ExportDocument? {
        let there = try paths.first { try store.open($0) != nil }
        return there.map { ExportDocument(location: location, path: $0) }
    }

    func unreadFiles() throws -> Int {
        try store.folders().filter(Self.isOfMessages).reduce(0) { count, folder in
            try count + store.files(in: folder).count { !Self.isDay($0) }
        }
    }

    /// Reads a list object by object; false where the file is not there.
    @discardableResult
    private func forEachObject(
        in path: [[UInt8]],
        called name: String,
        _ body: (HeldObject, Int) throws -> Bool
    ) throws -> Bool {
        guard let input = try store.open(path) else { return false }
        var list = ListCutter(input)
        do {
            while let bytes = try list.next() {
                guard try body(HeldObject(bytes), list.number) else { break }
            }
        } catch let problem as JSONProblem {
            throw problem.failure(at: "record \(max(1, list.number)) of \(name)", fix: "have it exported again")
        }
        return true
    }
}

extension SlackExport {
    private static let noUsers = Problem(
        .missingField,
        "connection",
        "the export has no `\(users)`, without which nobody can be told from anybody",
        fix: "let `connection` lead to the folder in which it lies, or to the archive as it was exported"
    )

    private static let noLists = Problem(
        .missingField,
        "connection",
        "the export has no list of conversations, no `channels.json`, `groups.json`, `dms.json` or `mpims.json`",
        fix: "let `connection` lead to the folder in which they lie, or to the archive as it was exported"
    )

    private static let twice = Problem(
        .malformed,
        "connection",
        "two conversations of the export have one folder, so that nobody can tell whose its messages are",
        fix: "have each workspace exported by itself"
    )
}

extension HeldValue {
    /// A truth value.
    var flag: Bool? { value.kind == .boolean ? text == Array("true".utf8) : nil }
}

/// Names made of what is personal, which tell nothing of it.
enum ChatHash {
    /// Thirty-two digits, the same for the same bytes.
    static func text(_ bytes: [UInt8]) -> [UInt8] {
        let halves = [JSONScanner.hash(of: bytes), JSONScanner.hash(of: [1] + bytes)]
        return halves.flatMap { half in
            let digits = Array(String(half, radix: 16).utf8)
            return [UInt8](repeating: Byte.zero, count: 16 - digits.count) + digits
        }
    }
}
