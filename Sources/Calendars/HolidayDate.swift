import Groundwork

/// When a holiday falls, as the editions write it.
enum HolidayDate: Sendable, Hashable {
    /// The same date every year: `05-01`.
    case fixed(month: Int, day: Int)
    /// Days after Easter Sunday: `easter +39`.
    case easter(Int)
    /// Days after the Easter Sunday of the Orthodox churches: `orthodox easter -2`.
    case orthodoxEaster(Int)
    /// The first such weekday from a date on: `monday on or after 06-01`.
    case first(Weekday, month: Int, day: Int)
    /// The last such weekday up to a date: `monday on or before 10-31`.
    case last(Weekday, month: Int, day: Int)

    /// The day in a year, or nothing where the year has none.
    func day(in year: Int) -> CivilDay? {
        switch self {
        case .fixed(let month, let day): CivilDay(year: year, month: month, day: day)
        case .easter(let days): HolidayCalendar.easter(in: year)?.adding(days: days)
        case .orthodoxEaster(let days): HolidayCalendar.orthodoxEaster(in: year)?.adding(days: days)
        case .first(let weekday, let month, let day):
            CivilDay(year: year, month: month, day: day)?.first { $0.weekday == weekday }
        case .last(let weekday, let month, let day):
            CivilDay(year: year, month: month, day: day)?.adding(days: -6).first { $0.weekday == weekday }
        }
    }
}

extension HolidayDate {
    /// Reads a date from its text, or nothing from any other.
    init?(_ text: String) {
        let words = text.utf8.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
        switch words.count {
        case 1: self.init(monthAndDay: words[0])
        case 2 where words[0] == "easter":
            guard let days = Int(words[1]) else { return nil }
            self = .easter(days)
        case 3 where words[0] == "orthodox" && words[1] == "easter":
            guard let days = Int(words[2]) else { return nil }
            self = .orthodoxEaster(days)
        case 5 where words[1] == "on" && words[2] == "or": self.init(weekday: words[0], words[3], words[4])
        default: return nil
        }
    }

    private init?(monthAndDay text: String) {
        // A leap year has every date that there is.
        guard let day = CivilDay("2000-" + text) else { return nil }
        self = .fixed(month: day.month, day: day.day)
    }

    private init?(weekday name: String, _ direction: String, _ text: String) {
        guard let weekday = Weekday(name: name), let day = CivilDay("2000-" + text) else { return nil }
        switch direction {
        case "after": self = .first(weekday, month: day.month, day: day.day)
        case "before": self = .last(weekday, month: day.month, day: day.day)
        default: return nil
        }
    }
}
