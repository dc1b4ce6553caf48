import Foundation

/// How many messages the chat holds.
enum ChatVolume {
    /// So many between everybody.
    case community(Int)
    /// So many that are Ada's, and a tenth as many that are not.
    case subject(Int)

    /// All messages together.
    var total: Int {
        switch self {
        case .community(let count): count
        case .subject(let count): count + count / 10
        }
    }
}

/// The chat of the last year: one file a day, written day by day.
struct Chat {
    let people: [Population.Person]
    let volume: ChatVolume
    let today: Day

    private static let days = 365

    func write(into exporter: String, _ random: consuming Randomness) throws {
        var random = random
        try FileManager.default.createDirectory(atPath: exporter + "/messages", withIntermediateDirectories: true)
        try writeParticipants(to: exporter + "/participants.jsonl")
        var source = ChatSource(handles: people.compactMap(\.chatHandle), days: Self.days, volume: volume, &random)
        let total = volume.total
        for day in 0..<Self.days {
            // Cut so that the days add up to the total exactly.
            let numbers = (total * day / Self.days)..<(total * (day + 1) / Self.days)
            guard !numbers.isEmpty else { continue }
            let date = today - (Self.days - day)
            var lines = JSONLine()
            for (place, number) in numbers.enumerated() {
                let moment = date.moment(second: 86_400 * place / numbers.count)
                source.message(number, onDay: day, &random).append(to: &lines, id: number + 1, at: moment)
            }
            try Data(lines.bytes).write(to: URL(fileURLWithPath: "\(exporter)/messages/\(date.text).jsonl"))
        }
    }

    private func writeParticipants(to path: String) throws {
        var lines = JSONLine()
        for person in people {
            lines.begin()
            lines.put("handle", person.chatHandle)
            lines.put("display_name", person.name)
            lines.put("email", person.email)
            lines.put("email_since", person.emailChangedAt)
            lines.end()
        }
        try Data(lines.bytes).write(to: URL(fileURLWithPath: path))
    }
}
