import DriverParts
import ExporterKit

/// Whose export it is.
enum ChatFlavour: String, CaseIterable {
    case slack, mattermost

    init(_ system: SystemDescription) throws(Problem) {
        self = try ChatSettings.word("flavour", in: system.settings, otherwise: .slack)
    }
}

/// What the records of a collection are.
enum ChatSort: String, CaseIterable {
    case messages, reactions, files, users, channels

    /// Whether records are made of messages.
    var isOfMessages: Bool { self != .users && self != .channels }
}

/// The settings of a system and of a collection.
struct ChatSettings {
    let sort: ChatSort
    /// Whether what the person wrote or was written is left out.
    let leavesOwn: Bool
    /// How many messages before and behind one come too.
    let context: Int

    /// The widest window: what is asked for is the answer to one person.
    private static let mostContext = 50

    init(_ collection: CollectionDescription) throws(Problem) {
        sort = try Self.word("records", in: collection.settings, otherwise: .messages)
        context = try Self.number("context", in: collection.settings, otherwise: 0, 0...Self.mostContext)
        switch collection.settings["search"].map({ $0.text ?? "" }) {
        case nil: leavesOwn = false
        case "others"?: leavesOwn = true
        default:
            throw Problem(
                .queryFailed,
                "search",
                "`search` is not `others`",
                fix: "write `search: others`, or leave it out"
            )
        }
        guard sort == .messages || context == 0 else {
            throw Problem(
                .queryFailed,
                "context",
                "`context` is for messages alone",
                fix: "leave it out, or make a collection of `records: messages`"
            )
        }
    }

    static func word<Word: RawRepresentable & CaseIterable>(
        _ key: String,
        in settings: [String: Setting],
        otherwise usual: Word
    ) throws(Problem) -> Word where Word.RawValue == String {
        guard let setting = settings[key] else { return usual }
        guard let word = setting.text.flatMap(Word.init(rawValue:)) else {
            throw Problem(
                .queryFailed,
                key,
                "`\(key)` is none that there is",
                fix: "write \(Word.allCases.map { "`\($0.rawValue)`" }.joined(separator: " or "))"
            )
        }
        return word
    }

    static func number(
        _ key: String,
        in settings: [String: Setting],
        otherwise usual: Int,
        _ range: ClosedRange<Int>
    ) throws(Problem) -> Int {
        guard let setting = settings[key] else { return usual }
        guard let number = setting.text.flatMap({ Int($0) }), range.contains(number) else {
            throw Problem(
                .queryFailed,
                key,
                "`\(key)` is no whole number from \(range.lowerBound) to \(range.upperBound)",
                fix: "write a number, or leave it out for \(usual)"
            )
        }
        return number
    }
}
