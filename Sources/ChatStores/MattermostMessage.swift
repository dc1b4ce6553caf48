import ExporterKit

/// The channels that a bulk export has named so far.
struct MattermostChannels {
    private var known: [[UInt8]: Conversation] = [:]

    /// Takes in a line that is one.
    mutating func note(_ type: MattermostExport.LineType, _ held: HeldObject) {
        guard type == .channel, let name = held.text("name") else { return }
        let id = Self.id(held.text("team"), name)
        let kind: Conversation.Kind =
            switch held.text("type").map({ String(decoding: $0, as: UTF8.self) }) {
            case "O"?: .public
            case "P"?: .private
            default: .unknown
            }
        known[id] = Conversation(kind: kind, id: id, name: held.text("display_name") ?? name)
    }

    /// A channel by its team and name.
    func channel(team: [UInt8]?, _ name: [UInt8]?) -> Conversation {
        let id = Self.id(team, name ?? [])
        return known[id] ?? Conversation(kind: .unknown, id: id, name: name)
    }

    /// A direct conversation by the people in it.
    static func direct(_ members: [[UInt8]]) -> Conversation {
        let sorted = members.sorted { $0.lexicographicallyPrecedes($1) }
        let id = ChatHash.text(Array(sorted.joined(separator: [0])))
        return Conversation(kind: members.count > 2 ? .group : .direct, id: id, name: nil, to: members)
    }

    private static func id(_ team: [UInt8]?, _ name: [UInt8]) -> [UInt8] { (team ?? []) + [UInt8(ascii: "/")] + name }
}

/// What a message of Mattermost says.
enum MattermostMessage {
    /// Makes a message of what a line or its list of answers holds.
    static func message(
        _ held: HeldObject,
        in conversation: Conversation,
        _ people: ChatPeople,
        answering first: ChatMessage?
    ) -> ChatMessage {
        var message = ChatMessage(conversation: conversation, held: held)
        message.author = held.text("user")
        message.text = held.text("message")
        message.moment = ChatMoment(milliseconds: held["create_at"])
        // The export gives messages no number of their own.
        let marks = [conversation.id, message.moment.text, message.author, message.text, first?.id]
        message.id = ChatHash.text(Array(marks.map { $0 ?? [] }.joined(separator: [0])))
        message.subtype = held.text("type")
        let edited = ChatMoment(milliseconds: held["edit_at"])
        if edited.text != nil { message.edited = edited }
        if let first { (message.thread, message.threadUser) = (first.id, first.author) }
        message.mentioned = mentioned(in: held, people)
        message.reactions = (held["reactions"]?.elements ?? []).compactMap(\.object).compactMap(reaction)
        message.files = (held["attachments"]?.elements ?? []).compactMap(\.object).map(file)
        return message
    }

    private static func reaction(_ held: HeldObject) -> ChatReaction? {
        guard let user = held.text("user") else { return nil }
        let moment = ChatMoment(milliseconds: held["create_at"])
        return ChatReaction(name: held.text("emoji_name") ?? [], user: user, moment: moment)
    }

    private static func file(_ held: HeldObject) -> ChatFile {
        let parts = (held.text("path") ?? []).split(separator: UInt8(ascii: "/")).map(Array.init)
        var file = ChatFile(name: parts.last)
        guard !parts.isEmpty, parts.allSatisfy(ChatPath.isName) else { return file }
        file.paths = [[Array("data".utf8)] + parts, parts]
        return file
    }

    /// Everybody whom a message names by `@username`, in the order of the naming, each once.
    private static func mentioned(in held: HeldObject, _ people: ChatPeople) -> [[UInt8]] {
        var found: [[UInt8]] = []
        func look(in text: [UInt8]) {
            forEachMention(in: text, people) { if !found.contains($0) { found.append($0) } }
        }
        if let text = held.text("message") { look(in: text) }
        // What programs write stands beside the text.
        held["props"]?.forEachString { text, _ in look(in: text) }
        return found
    }

    private static let everybody = Set<[UInt8]>(words: "all channel here")

    private static func forEachMention(in text: [UInt8], _ people: ChatPeople, _ body: ([UInt8]) -> Void) {
        for start in text.indices where text[start] == UInt8(ascii: "@") {
            // `ada@example.org` names an address and nobody.
            if start > 0, isOfName(text[start - 1]) || text[start - 1] >= 0x80 { continue }
            var name = text[(start + 1)...].prefix(while: isOfName).map(asciiFolded)
            var plain = name
            while let last = plain.last, isMark(last) { plain.removeLast() }
            guard !plain.isEmpty, !everybody.contains(plain) || people.contains(plain) else { continue }
            // A name may end with a mark, and a sentence, too.
            while name.count > plain.count, !people.contains(name) { name.removeLast() }
            body(name)
        }
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(asciiFolded(byte)) || Byte.isDigit(byte) || isMark(byte)
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        byte == Byte.point || byte == Byte.minus || byte == UInt8(ascii: "_")
    }
}
