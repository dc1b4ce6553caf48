import ExporterKit

/// Where messages are written.
struct Conversation {
    /// Who can read along.
    enum Kind: String {
        /// Everybody of the company, or those who were let in.
        case `public`, `private`
        /// Two people, or a few.
        case direct, group
        /// The export does not say.
        case unknown
    }

    let kind: Kind
    /// A name for it that no other conversation has, and that names nobody.
    let id: [UInt8]
    /// What people call it; a direct conversation is called by the people in it, and has none.
    let name: [UInt8]?
    /// Who takes part in a direct conversation.
    var to: [[UInt8]] = []
    /// Of a record that is a conversation, who is in it and what the export holds of it.
    var members: [[UInt8]] = []
    var held: HeldObject?

    var isDirect: Bool { kind == .direct || kind == .group }
}

/// Somebody who has an account.
struct ChatProfile {
    let id: [UInt8]
    var username: [UInt8]?
    var realName: [UInt8]?
    var displayName: [UInt8]?
    var address: [UInt8]?
    var phone: [UInt8]?
    var title: [UInt8]?
    var isDeleted: Bool?
    var isBot: Bool?
    var updated: [UInt8]?
    let held: HeldObject

    /// What people call them.
    var name: [UInt8]? { realName ?? displayName ?? username }
}

/// One message, in words that hold for every service.
struct ChatMessage {
    let conversation: Conversation
    let held: HeldObject
    /// A name for it that no other message has.
    var id: [UInt8] = []
    var moment = ChatMoment()
    var author: [UInt8]?
    /// The name that the message itself gives its author, such as a bot's.
    var authorName: [UInt8]?
    var bot: [UInt8]?
    var text: [UInt8]?
    /// What it said before it was changed.
    var former: [UInt8]?
    /// What sort of message it is, where it is no plain one.
    var subtype: [UInt8]?
    /// The id of the message that its thread began with, and who wrote that.
    var thread: [UInt8]?
    var threadUser: [UInt8]?
    var edited: ChatMoment?
    var mentioned: [[UInt8]] = []
    var reactions: [ChatReaction] = []
    var files: [ChatFile] = []

    /// Everybody who reacted, each once.
    var reacted: [[UInt8]] {
        var seen: Set<[UInt8]> = []
        return reactions.map(\.user).filter { seen.insert($0).inserted }
    }
}

/// When something was, as the export writes it, and as ISO 8601 does where that can be said.
struct ChatMoment {
    var text: [UInt8]?
    var iso: [UInt8]?
    /// Microseconds since 1970.
    var micros: Int64?

    init() {}

    /// Slack's way: `1704103200.000200`, seconds with a fraction that tells messages of one second apart.
    init(seconds text: [UInt8]?) {
        self.text = text
        guard let text else { return }
        let parts = text.split(separator: Byte.point, maxSplits: 1, omittingEmptySubsequences: false)
        let fraction = parts.count == 2 ? Array(parts[1]) : []
        guard let whole = parts.first, (1...12).contains(whole.count), whole.allSatisfy(Byte.isDigit),
            parts.count == 1 || (1...9).contains(fraction.count), fraction.allSatisfy(Byte.isDigit),
            let seconds = Int64(String(decoding: whole, as: UTF8.self))
        else { return }
        iso = EpochTime.isoText(seconds: seconds, fraction: fraction)
        let six = (fraction + [UInt8](repeating: Byte.zero, count: 6)).prefix(6)
        micros = iso == nil ? nil : six.reduce(Int64(0)) { $0 * 10 + Int64($1 - Byte.zero) } + seconds * 1_000_000
    }

    /// Mattermost's way: milliseconds; 0 stands for never.
    init(milliseconds value: HeldValue?) {
        guard let value, let text = value.text, text != [Byte.zero] else { return }
        self.text = text
        guard let number = value.number, let iso = EpochTime.isoText(milliseconds: number) else { return }
        (self.iso, micros) = (iso, number * 1000)
    }

    /// What is said of it: the time, or what stands there where that is none.
    var said: [UInt8]? { iso ?? text }
}

/// What somebody put under a message.
struct ChatReaction {
    let name: [UInt8]
    let user: [UInt8]
    var moment: ChatMoment?
}

/// A file that a message brought.
struct ChatFile {
    var id: [UInt8]?
    var name: [UInt8]?
    var title: [UInt8]?
    var type: [UInt8]?
    var size: Int64?
    var url: [UInt8]?
    /// Where it may lie in the export.
    var paths: [[[UInt8]]] = []
}

/// An export, whoever wrote it.
protocol ChatExport {
    /// Everybody in it by id.
    ///
    /// - Parameter isShort: whether only the beginning of a long file may be looked at.
    func people(isShort: Bool) throws -> ChatPeople

    /// Visits the accounts, conversations and messages in the order of the export, until a body says false.
    func visitPeople(_ body: (ChatProfile) throws -> Bool) throws
    func visitConversations(_ body: (Conversation) throws -> Bool) throws
    func visitMessages(_ people: ChatPeople, _ body: (ChatMessage) throws -> Bool) throws

    /// Opens a file that lies in the export; nil where it does not.
    func document(at paths: [[[UInt8]]]) throws -> ExportDocument?

    /// How many files of the export nobody reads.
    func unreadFiles() throws -> Int

    /// The keys of a message, an account and a conversation that fields take; others are left to `rest`.
    var messageKeys: Set<[UInt8]> { get }
    var profileKeys: Set<[UInt8]> { get }
    var conversationKeys: Set<[UInt8]> { get }
}

extension Set<[UInt8]> {
    init(words: String) { self = Set(words.utf8.split(separator: 0x20).map(Array.init)) }
}
