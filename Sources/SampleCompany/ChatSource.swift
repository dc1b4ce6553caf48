/// Makes up the chat's messages one after the other.
struct ChatSource {
    private let handles: [String]
    private let groups: ChatGroups
    private let volume: ChatVolume
    private let ada = PlantedPeople.ada.chatHandle ?? ""
    private let strangers: [String]

    init(handles: [String], days: Int, volume: ChatVolume, _ random: inout Randomness) {
        self.handles = handles
        self.volume = volume
        strangers = handles.filter { $0 != PlantedPeople.ada.chatHandle }
        groups = ChatGroups(
            handles: handles,
            groups: max(4, handles.count / 24),
            months: days / ChatGroups.daysInMonth + 1,
            &random
        )
    }

    /// The message with a number, counted from 0.
    mutating func message(_ number: Int, onDay day: Int, _ random: inout Randomness) -> ChatMessage {
        switch volume {
        case .community where number < planted.count: planted[number]
        case .community: chatter(onDay: day, &random)
        // Every eleventh is between others.
        case .subject where number % 11 == 10: direct(among: strangers, &random)
        case .subject: adas(&random)
        }
    }

    private func chatter(onDay day: Int, _ random: inout Randomness) -> ChatMessage {
        switch random.below(100) {
        case 0..<45: direct(among: handles, &random)
        case 45..<60: service(with: random.pick(handles), &random)
        default: group(random.below(groups.count), onDay: day, &random)
        }
    }

    private func adas(_ random: inout Randomness) -> ChatMessage {
        let text = random.pick(ChatMessage.sentences)
        switch random.below(100) {
        case 0..<40: return ChatMessage(sender: ada, recipient: random.pick(strangers), text: text)
        case 40..<70: return ChatMessage(sender: random.pick(strangers), recipient: ada, text: text)
        case 70..<75: return service(with: ada, &random)
        default: return group(0, onDay: 0, &random)
        }
    }

    private func direct(among people: [String], _ random: inout Randomness) -> ChatMessage {
        let sender = random.pick(people)
        var recipient = random.pick(people)
        while recipient == sender { recipient = random.pick(people) }
        var message = ChatMessage(sender: sender, recipient: recipient, text: random.pick(ChatMessage.sentences))
        if random.chance(5) { mention(random.pick(people), in: &message) }
        return message
    }

    private func service(with customer: String, _ random: inout Randomness) -> ChatMessage {
        guard random.chance(60) else {
            return ChatMessage(
                sender: customer,
                recipient: ChatMessage.support,
                text: random.pick(ChatMessage.sentences)
            )
        }
        return ChatMessage(
            sender: ChatMessage.support,
            recipient: customer,
            agent: random.pick(Names.staff),
            text: random.pick(ChatMessage.supportSentences)
        )
    }

    private func group(_ group: Int, onDay day: Int, _ random: inout Randomness) -> ChatMessage {
        let members = groups.members(of: group, onDay: day)
        var message = ChatMessage(
            sender: random.pick(members),
            room: groups.room(group),
            members: members,
            text: random.pick(ChatMessage.sentences)
        )
        if random.chance(20) { mention(random.pick(members), in: &message) }
        return message
    }

    private func mention(_ handle: String, in message: inout ChatMessage) {
        message.mentions = [handle]
        message.text = "@\(handle) \(message.text)"
    }

    // One of each way in which a message is Ada's, and two that are not.
    private var planted: [ChatMessage] {
        let kim = PlantedPeople.kelvin.ascii.chatHandle ?? ""
        let owl = PlantedPeople.chatOnly.chatHandle ?? ""
        let club = groups.room(0)
        return [
            ChatMessage(sender: ada, recipient: kim, text: "Hallo @\(kim), is de lamp aangekomen?"),
            ChatMessage(sender: kim, recipient: ada, text: "Ja, dank je. Ik zei het ook tegen @\(owl)."),
            ChatMessage(
                sender: ada,
                room: club,
                members: [ada, kim, owl],
                mentions: [owl],
                text: "@\(owl) welkom in de groep"
            ),
            ChatMessage(sender: owl, room: club, members: [ada, kim, owl], text: "Dank je @\(ada), dag @\(kim)"),
            ChatMessage(
                sender: owl,
                recipient: kim,
                mentions: [ada],
                text: "Is @\(ada) altijd zo vroeg, @\(kim)?"
            ),
            ChatMessage(
                sender: ChatMessage.support,
                recipient: ada,
                agent: PlantedPeople.agent,
                text: "Uw bestelling is onderweg, groet \(PlantedPeople.agent)"
            ),
            ChatMessage(sender: ada, recipient: ChatMessage.support, text: "Dank u wel"),
            ChatMessage(sender: owl, recipient: kim, text: "Dit gaat niemand anders aan"),
            ChatMessage(sender: kim, room: groups.room(1), members: [kim, owl], text: "Zijn we met z'n tweeën?"),
        ]
    }
}
