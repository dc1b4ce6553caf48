/// Everybody whom the sample company's systems know, fixed by the seed and by today.
struct Population {
    /// One person, with what identifies them in each system.
    struct Person {
        var customerID: Int?
        var name: String
        var email: String?
        var emailChangedAt: String?
        var address: String
        var chatHandle: String?
        var applicantID: String?

        /// A number that is this person's alone, for telephones and accounts.
        var number: Int
    }

    /// All people: the planted ones first.
    let people: [Person]
    /// The customers in the order of their numbers.
    var customers: [Person] { people.filter { $0.customerID != nil } }
    /// Those who have a handle in the chat.
    var chatters: [Person] { people.filter { $0.chatHandle != nil } }
    /// Those who applied for a job.
    var applicants: [Person] { people.filter { $0.applicantID != nil } }

    init(seed: UInt64, volume: Volume, today: Day) {
        var random = Randomness(seed: seed, stream: 1)
        var people = PlantedPeople.all.enumerated().map { index, planted in
            Self.person(planted, number: index + 1, today: today, &random)
        }
        var roster = Roster(volume: volume, people: people)
        while roster.customersLeft > 0 {
            people.append(Self.customer(&roster, today: today, &random))
        }
        while roster.chattersLeft > 0 || roster.applicantsLeft > 0 {
            people.append(Self.outsider(&roster, &random))
        }
        self.people = people
    }

    private static func person(
        _ planted: PlantedPeople.Planted,
        number: Int,
        today: Day,
        _ random: inout Randomness
    ) -> Person {
        Person(
            customerID: planted.customerID,
            name: planted.name,
            email: planted.email,
            emailChangedAt: since(planted.known, today),
            address: Names.address(&random),
            chatHandle: planted.chatHandle,
            applicantID: planted.applicantID,
            number: number
        )
    }

    private static func since(_ known: PlantedPeople.Known, _ today: Day) -> String? {
        switch known {
        case .settled: (today - 1200).moment(second: 34_200)
        case .daysAgo(let days): (today - days).moment(second: 34_200)
        case .unreadable: "ooit in het voorjaar"
        case .unsaid: nil
        }
    }

    private static func customer(_ roster: inout Roster, today: Day, _ random: inout Randomness) -> Person {
        let number = roster.takeCustomer()
        let name = Names.person(&random)
        let changed = random.chance(75) ? Day.moment(between: today - 2500, and: today - 90, &random) : nil
        return Person(
            customerID: number,
            name: name,
            email: email(name, number, &random),
            emailChangedAt: changed,
            address: Names.address(&random),
            chatHandle: random.chance(35) ? roster.takeHandle(name) : nil,
            applicantID: random.chance(2) ? roster.takeApplication() : nil,
            number: number
        )
    }

    private static func outsider(_ roster: inout Roster, _ random: inout Randomness) -> Person {
        let number = roster.takeOutsider()
        let name = Names.person(&random)
        let handle = roster.takeHandle(name)
        return Person(
            customerID: nil,
            name: name,
            email: email(name, number, &random),
            emailChangedAt: nil,
            address: Names.address(&random),
            chatHandle: handle,
            applicantID: handle == nil ? roster.takeApplication() : nil,
            number: number
        )
    }

    // The number makes the address unique; a planted address has none.
    private static func email(_ name: String, _ number: Int, _ random: inout Randomness) -> String {
        let mailbox = "\(Names.mailbox(name)).\(number)@\(random.pick(Names.domains))"
        return random.chance(5) ? mailbox.uppercased() : mailbox
    }
}

/// The numbers and handles that are still to be given out.
struct Roster {
    private(set) var customersLeft: Int
    private(set) var chattersLeft: Int
    private(set) var applicantsLeft: Int
    private var nextCustomer = 2001
    private var nextOutsider = 100_001
    private var nextHandle = 1001
    private var nextApplication = 101

    init(volume: Volume, people: [Population.Person]) {
        customersLeft = volume.customers - people.count { $0.customerID != nil }
        chattersLeft = volume.chatters - people.count { $0.chatHandle != nil }
        applicantsLeft = volume.applicants - people.count { $0.applicantID != nil }
    }

    mutating func takeCustomer() -> Int {
        customersLeft -= 1
        nextCustomer += 1
        return nextCustomer - 1
    }

    mutating func takeOutsider() -> Int {
        nextOutsider += 1
        return nextOutsider - 1
    }

    /// A handle for the chat; all numbers are equally long, so that no handle begins another.
    mutating func takeHandle(_ name: String) -> String? {
        guard chattersLeft > 0 else { return nil }
        chattersLeft -= 1
        nextHandle += 1
        return "\(Names.mailbox(name).prefix { $0 != "." })\(nextHandle - 1)"
    }

    mutating func takeApplication() -> String? {
        guard applicantsLeft > 0 else { return nil }
        applicantsLeft -= 1
        nextApplication += 1
        return "A-\(padded(nextApplication - 1, to: 4))"
    }
}
