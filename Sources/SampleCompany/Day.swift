/// A day of the calendar, counted from 1970-01-01; no time zone and no locale can change it.
struct Day: Comparable {
    let number: Int

    init(number: Int) { self.number = number }

    /// Reads `YYYY-MM-DD`; nil for anything else and for a day that no month has.
    init?(_ text: String) {
        let parts = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2] else { return nil }
        let numbers = parts.compactMap { part in
            part.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? Int(String(part) ?? "") : nil
        }
        guard numbers.count == 3 else { return nil }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
        guard self.text == text else { return nil }
    }

    // Days from civil, with a year that begins in March so that the leap day is its last.
    private init(year: Int, month: Int, day: Int) {
        let marchYear = month > 2 ? year : year - 1
        let monthFromMarch = (month + 9) % 12
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        number = marchYear * 365 + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear - 719_468
    }

    static func < (one: Day, other: Day) -> Bool { one.number < other.number }
    static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
    static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }

    /// The day as `YYYY-MM-DD`.
    var text: String {
        let shifted = number + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    }

    /// A moment of the day in UTC, as RFC 3339 writes it.
    func moment(second: Int) -> String {
        let parts = [second / 3600 % 24, second / 60 % 60, second % 60].map { padded($0, to: 2) }
        return "\(text)T\(parts.joined(separator: ":"))Z"
    }

    /// A day and a time of it that a generator chooses.
    static func moment(between first: Day, and last: Day, _ random: inout Randomness) -> String {
        Day(number: first.number + random.below(last.number - first.number + 1)).moment(second: random.below(86_400))
    }
}

/// The number in decimal with zeros before it.
func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
