import ExporterKit

/// What a message of Slack says.
enum SlackMessage {
    /// Makes a message of an object of a day's file.
    static func message(_ held: HeldObject, in conversation: Conversation, folder: [UInt8]) -> ChatMessage {
        // A message that was changed or taken back stands within the one that says so.
        let inner = ["message", "original", "previous_message", "comment"].lazy.compactMap { held[$0]?.object }.first
        var message = ChatMessage(conversation: conversation, held: held)
        message.moment = ChatMoment(seconds: held.text("ts"))
        message.id = id(held.text("ts") ?? ChatHash.text(held.bytes), in: conversation)
        message.author = held.text("user") ?? inner?.text("user")
        message.authorName =
            held["user_profile"]?.object.flatMap { $0.text("real_name") ?? $0.text("display_name") ?? $0.text("name") }
            ?? held.text("username")
        message.bot = held.text("bot_id")
        message.text = held.text("text") ?? inner?.text("text")
        message.former = ["previous_message", "original"].lazy.compactMap { held[$0]?.object?.text("text") }.first
        message.subtype = held.text("subtype")
        if let thread = held.text("thread_ts") { message.thread = id(thread, in: conversation) }
        message.threadUser = held.text("parent_user_id")
        message.edited = held["edited"]?.object.map { ChatMoment(seconds: $0.text("ts")) }
        message.mentioned = mentioned(in: held)
        message.reactions = (held["reactions"]?.elements ?? []).compactMap(\.object).flatMap(reactions)
        let files = (held["files"]?.elements ?? []) + [held["file"]].compactMap(\.self)
        message.files = files.compactMap(\.object).map { file($0, folder: folder) }
        return message
    }

    private static func id(_ ts: [UInt8], in conversation: Conversation) -> [UInt8] {
        conversation.id + [UInt8(ascii: "/")] + ts
    }

    private static func reactions(_ held: HeldObject) -> [ChatReaction] {
        let name = held.text("name") ?? []
        return (held["users"]?.texts ?? []).map { ChatReaction(name: name, user: $0) }
    }

    private static func file(_ held: HeldObject, folder: [UInt8]) -> ChatFile {
        let (id, name) = (held.text("id"), held.text("name"))
        var file = ChatFile(id: id, name: name, title: held.text("title"))
        file.type = held.text("mimetype") ?? held.text("filetype")
        file.size = held["size"]?.number
        file.url = held.text("url_private") ?? held.text("permalink")
        guard let id, let name, ChatPath.isName(id), ChatPath.isName(name) else { return file }
        let joined = id + [Byte.minus] + name
        // Where programs that fetch the files put them.
        file.paths = [
            [Array("__uploads".utf8), id, name], [folder, Array("attachments".utf8), joined],
            [Array("attachments".utf8), joined],
        ]
        return file
    }

    /// Everybody whom a message names, in the order of the naming, each once.
    ///
    /// `<@U123>` or `<@U123|kim>` in any of its texts, and people in its formatted parts.
    static func mentioned(in held: HeldObject) -> [[UInt8]] {
        let mayName =
            held.bytes.contains(UInt8(ascii: "@")) || held.members.contains { $0.key.elementsEqual("blocks".utf8) }
        guard mayName else { return [] }
        var found: [[UInt8]] = []
        func add(_ id: [UInt8]) { if isID(id), !found.contains(id) { found.append(id) } }
        for (key, value) in held.members where !unnaming.contains(key) {
            value.forEachString { text, key in
                if key?.elementsEqual("user_id".utf8) == true { return add(text) }
                forEachMention(in: text, add)
            }
        }
        return found
    }

    /// What says who acted, and names nobody.
    private static let unnaming = Set<[UInt8]>(words: "user_profile reactions edited files file replies reply_users")

    private static func forEachMention(in text: [UInt8], _ body: ([UInt8]) -> Void) {
        var rest = text[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[(start + 1)...]
            guard rest.first == UInt8(ascii: "@") else { continue }
            let id = rest.dropFirst().prefix(while: isOfID)
            guard id.endIndex < rest.endIndex else { return }
            // Where another one begins before this one ends, this one is none.
            rest = rest[id.endIndex...]
            if rest.first == UInt8(ascii: ">") || rest.first == UInt8(ascii: "|") { body(Array(id)) }
        }
    }

    private static func isOfID(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || Byte.isDigit(byte) }

    private static func isID(_ id: [UInt8]) -> Bool {
        id.count > 1 && id.allSatisfy(isOfID)
    }
}

/// Names of which paths are made.
enum ChatPath {
    /// Whether a text is the name of one file or folder, and leads nowhere else.
    static func isName(_ text: [UInt8]) -> Bool {
        !text.isEmpty && text.count < 256
            && !text.contains { $0 == 0 || $0 == UInt8(ascii: "/") || $0 == Byte.backslash }
            && !text.elementsEqual(".".utf8) && !text.elementsEqual("..".utf8)
    }
}
