/// Who was a member of which group in which month; people join and leave.
struct ChatGroups {
    static let daysInMonth = 30
    private let months: [[[String]]]

    /// How many groups there are.
    var count: Int { months.first?.count ?? 0 }

    init(handles: [String], groups: Int, months count: Int, _ random: inout Randomness) {
        let ada = PlantedPeople.ada.chatHandle ?? ""
        let others = handles.filter { $0 != ada }
        var now = (0..<groups).map { _ in Self.someOf(others, random.below(6) + 5, &random) }
        var months: [[[String]]] = []
        for _ in 0..<count {
            months.append(now)
            for group in now.indices {
                let newcomer = random.pick(others)
                guard !now[group].contains(newcomer) else { continue }
                now[group][random.below(now[group].count)] = newcomer
            }
        }
        // Ada stays in the first group and leaves the second half-way: later messages there are not hers.
        for month in months.indices {
            months[month][0].append(ada)
            if month < count / 2 { months[month][1].append(ada) }
        }
        self.months = months
    }

    /// The members of a group on a day, counted from the first.
    func members(of group: Int, onDay day: Int) -> [String] {
        months[min(day / Self.daysInMonth, months.count - 1)][group]
    }

    /// The group's name.
    func room(_ group: Int) -> String { "groep-\(padded(group + 1, to: 2))" }

    private static func someOf(_ handles: [String], _ wanted: Int, _ random: inout Randomness) -> [String] {
        var chosen: [String] = []
        while chosen.count < min(wanted, handles.count) {
            let handle = random.pick(handles)
            if !chosen.contains(handle) { chosen.append(handle) }
        }
        return chosen
    }
}
