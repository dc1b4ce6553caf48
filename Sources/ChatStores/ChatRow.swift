import ExporterKit

/// What one record is made of.
struct ChatRow {
    var message: ChatMessage?
    var reaction: ChatReaction?
    var file: ChatFile?
    var profile: ChatProfile?
    var conversation: Conversation?

    /// Where it stands.
    var place: Conversation? { message?.conversation ?? conversation }
    /// What the export holds of it.
    var held: HeldObject? { message?.held ?? profile?.held ?? conversation?.held }

    init(_ message: ChatMessage, _ reaction: ChatReaction? = nil, _ file: ChatFile? = nil) {
        (self.message, self.reaction, self.file) = (message, reaction, file)
    }

    init(_ profile: ChatProfile) { self.profile = profile }
    init(_ conversation: Conversation) { self.conversation = conversation }

    /// The rows that a message is for records of a sort.
    static func rows(of message: ChatMessage, _ sort: ChatSort) -> [ChatRow] {
        switch sort {
        case .reactions: message.reactions.map { ChatRow(message, $0) }
        case .files: message.files.map { ChatRow(message, nil, $0) }
        default: [ChatRow(message)]
        }
    }

    private var replied: [[UInt8]] {
        let answers = (held?["replies"]?.elements ?? []).compactMap { $0.object?.text("user") }
        var seen: Set<[UInt8]> = []
        return ((held?["reply_users"]?.texts ?? []) + answers).filter { seen.insert($0).inserted }
    }

    /// The ids of those whom it names in a role.
    func ids(_ role: ChatRole) -> [[UInt8]] {
        switch role {
        case .user: [message?.author].compactMap(\.self)
        case .to: message?.conversation.to ?? []
        case .mentioned: message?.mentioned ?? []
        case .reacted: message?.reacted ?? []
        case .threadUser: [message?.threadUser].compactMap(\.self)
        case .replied: replied
        case .flagged: held?["flagged_by"]?.texts ?? []
        case .by: [reaction?.user].compactMap(\.self)
        case .members: conversation?.members ?? []
        case .creator: [conversation?.held?.text("creator")].compactMap(\.self)
        }
    }
}

/// How the person who is asked about stands in a message.
enum ChatStanding: String, CaseIterable {
    case author, recipient, mentioned, reacted, answered, context

    /// How somebody with some ids stands in it, the nearest first.
    static func all(of ids: Set<[UInt8]>, in row: ChatRow, isNear: Bool) -> [ChatStanding] {
        func isOne(_ role: ChatRole) -> Bool { row.ids(role).contains(where: ids.contains) }
        let roles: [(ChatStanding, Bool)] = [
            (.author, isOne(.user)), (.recipient, isOne(.to)), (.mentioned, isOne(.mentioned)),
            (.reacted, isOne(.reacted)), (.answered, isOne(.threadUser)), (.context, isNear),
        ]
        return roles.filter(\.1).map(\.0)
    }
}
