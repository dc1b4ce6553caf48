import ExporterKit

/// The messages before and behind those that answer a question, in the same conversation and in the order of their times.
///
/// Sixteen bytes are kept for each message of the export: files need not be in the order of times, and Mattermost's
/// are not.
struct ChatWindow {
    /// The most messages that are looked at.
    private static let most = 4_000_000

    private struct Place {
        let conversation: Int32
        let number: Int32
        let micros: Int64
    }

    /// By which identifiers a message is near one that answers a question.
    struct Nearness {
        let question: Int
        var identifiers: [Identifier]
    }

    private let width: Int
    private var conversations: [[UInt8]: Int32] = [:]
    private var places: [Place] = []
    /// For each message that answers questions, by its number.
    private var anchors: [Int32: [Nearness]] = [:]
    private var lastMicros: Int64 = 0

    init(width: Int) { self.width = width }

    /// How many messages were taken in.
    var count: Int { places.count }

    /// Takes in a message, and what it answers.
    mutating func add(_ message: ChatMessage, answering questions: [Nearness]) throws {
        guard places.count < Self.most else {
            throw SourceFailure(
                .tooLarge,
                "the export has more than \(Self.most) messages, of which no `context` can be given",
                hint: "leave `context` out, or have fewer years exported"
            )
        }
        let number = Int32(places.count)
        let next = Int32(conversations.count)
        let conversation = conversations[message.conversation.id, default: next]
        conversations[message.conversation.id] = conversation
        // One without a time stands where it is met.
        lastMicros = message.moment.micros ?? lastMicros
        places.append(Place(conversation: conversation, number: number, micros: lastMicros))
        if !questions.isEmpty { anchors[number] = questions }
    }

    /// Which messages are near one that answers a question, by their numbers.
    mutating func near() -> [Int: [Nearness]] {
        let wanted = Set(anchors.keys.map { places[Int($0)].conversation })
        let sorted = places.filter { wanted.contains($0.conversation) }.sorted {
            ($0.conversation, $0.micros, $0.number) < ($1.conversation, $1.micros, $1.number)
        }
        var near: [Int: [Nearness]] = [:]
        for (index, place) in sorted.enumerated() {
            guard let answered = anchors[place.number] else { continue }
            for other in sorted[max(0, index - width)...min(sorted.count - 1, index + width)]
            where other.conversation == place.conversation && other.number != place.number {
                for one in answered { Self.add(one, to: &near[Int(other.number), default: []]) }
            }
        }
        return near
    }

    private static func add(_ one: Nearness, to list: inout [Nearness]) {
        guard let known = list.firstIndex(where: { $0.question == one.question }) else { return list.append(one) }
        for identifier in one.identifiers where !list[known].identifiers.contains(identifier) {
            list[known].identifiers.append(identifier)
        }
    }
}
