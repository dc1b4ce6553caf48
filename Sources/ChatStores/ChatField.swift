import DriverParts
import ExporterKit

/// Whom a field of a record names.
enum ChatRole: String, CaseIterable {
    /// Who wrote the message, and to whom in a direct conversation.
    case user, to
    /// Who is named in it, who reacted to it, and who began the thread in which it stands.
    case mentioned, reacted
    case threadUser = "thread_user"
    /// Who answered in its thread, and who put it aside for themselves.
    case replied, flagged
    /// Of a reaction, whose it is.
    case by
    /// Of a conversation, who is in it, and who made it.
    case members, creator

    fileprivate func isThere(in sort: ChatSort) -> Bool {
        switch self {
        case .user, .to, .mentioned, .reacted, .threadUser, .replied, .flagged: sort.isOfMessages
        case .by: sort == .reactions
        case .members, .creator: sort == .channels
        }
    }
}

/// What of somebody a field says.
enum ChatAspect: String, CaseIterable {
    case id = ""
    case name = "_name"
    case address = "_email"
}

/// What a field of a collection says, by its path.
enum ChatField: Hashable {
    /// What there is one word for.
    enum Word: String, CaseIterable {
        // Of messages.
        case ts, time, thread, edited, subtype, text, former, reactions, files, bot, standing, near
        // Of where they stand, and of conversations.
        case channel
        case channelID = "channel_id"
        case channelKind = "channel_kind"
        case created, topic, purpose, archived
        // Of a reaction and of a file.
        case reaction
        case reactedAt = "reacted_at"
        case fileID = "file_id"
        case fileName = "file_name"
        case fileTitle = "file_title"
        case fileType = "file_type"
        case fileSize = "file_size"
        case fileURL = "file_url"
        case content
        // Of an account.
        case name, email, phone, title, deleted, updated
        case isBot = "is_bot"
        case realName = "real_name"
        case displayName = "display_name"
        // Of a message and of an account.
        case id
        /// What the export holds beside all that.
        case rest
    }

    case word(Word)
    case people(ChatRole, ChatAspect)
    /// What stands behind keys of the export itself.
    case held([[UInt8]])

    private static let heldPrefix = "held."

    /// What a path means for records of a sort, or nil.
    init?(path: String, of sort: ChatSort) {
        if let word = Word(rawValue: path), word.isThere(in: sort) {
            self = .word(word)
        } else if let (role, aspect) = Self.roles(of: sort).first(where: { $0.rawValue + $1.rawValue == path }) {
            self = .people(role, aspect)
        } else if path.hasPrefix(Self.heldPrefix) {
            let keys = path.utf8.dropFirst(Self.heldPrefix.utf8.count)
                .split(separator: Byte.point, omittingEmptySubsequences: false).map(Array.init)
            if keys.contains([]) { return nil }
            self = .held(keys)
        } else {
            return nil
        }
    }

    private static func roles(of sort: ChatSort) -> [(ChatRole, ChatAspect)] {
        ChatRole.allCases.filter { $0.isThere(in: sort) }.flatMap { role in ChatAspect.allCases.map { (role, $0) } }
    }

    /// The paths that there are for records of a sort.
    static func paths(of sort: ChatSort) -> [String] {
        Word.allCases.filter { $0.isThere(in: sort) }.map(\.rawValue)
            + roles(of: sort).map { $0.rawValue + $1.rawValue } + [heldPrefix + "KEY"]
    }

    /// Whether it is a document.
    var isDocument: Bool { self == .word(.content) }

    /// Whether the accounts must be known for it.
    var needsPeople: Bool { if case .people(_, let aspect) = self { aspect != .id } else { false } }
}

extension ChatField.Word {
    fileprivate func isThere(in sort: ChatSort) -> Bool {
        switch self {
        case .ts, .time, .thread, .edited, .subtype, .text, .former, .reactions, .files, .bot, .standing:
            sort.isOfMessages
        case .near: sort == .messages
        case .channel, .channelID, .channelKind: sort != .users
        case .created, .topic, .purpose, .archived: sort == .channels
        case .reaction, .reactedAt: sort == .reactions
        case .fileID, .fileName, .fileTitle, .fileType, .fileSize, .fileURL, .content: sort == .files
        case .name, .email, .phone, .title, .deleted, .updated, .isBot, .realName, .displayName: sort == .users
        case .id: sort != .channels
        case .rest: true
        }
    }
}

extension CollectionDescription {
    /// What the fields mean, in their order.
    func chatFields(of sort: ChatSort) throws(Problem) -> [ChatField] {
        var known: [ChatField] = []
        for field in fields {
            guard let meaning = ChatField(path: field.path, of: sort) else {
                throw Problem(
                    .missingField,
                    field.name,
                    "there is no field `\(field.path)` in `records: \(sort.rawValue)`",
                    fix: "use \(ChatField.paths(of: sort).joined(separator: ", "))"
                )
            }
            guard meaning.isDocument == field.file else {
                throw Problem(
                    .missingField,
                    field.name,
                    meaning.isDocument ? "`\(field.path)` is a document" : "`\(field.path)` is no document",
                    fix: meaning.isDocument ? "say `file: true`" : "leave `file` out"
                )
            }
            known.append(meaning)
        }
        return known
    }
}
