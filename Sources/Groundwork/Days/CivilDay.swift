package import Foundation

/// A day of the Gregorian calendar as year, month and day, without a time or a zone.
///
/// Adding a month to a `Date` by `Calendar` depends on zone and summer time, so periods are counted on integers.
/// Every day lies in the years 1 to 9999; arithmetic that would leave them stops at their first or last day.
package struct CivilDay: Sendable, Hashable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// Makes a day, or nothing where the calendar has no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Self.length(ofMonth: month, in: year)).contains(day)
        else { return nil }
        self.init(existing: year, month, day)
    }

    /// Reads `YYYY-MM-DD` and nothing else.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
            let day = Self.number(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Makes a day that is known to exist.
    package init(existing year: Int, _ month: Int, _ day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day that a clock on the wall shows at a moment.
    package static func of(_ date: Date, in timeZone: TimeZone) -> CivilDay {
        let local = date.timeIntervalSince1970 + Double(timeZone.secondsFromGMT(for: date))
        let days = (local / 86_400).rounded(.down)
        // Written so that a date that is not a number takes the first branch instead of stopping the program.
        guard days > Double(epochDays.lowerBound) else { return CivilDay(sinceEpoch: epochDays.lowerBound) }
        return CivilDay(sinceEpoch: Int(min(days, Double(epochDays.upperBound))))
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        digits.reduce(0) { value, byte in
            guard let value, (0x30...0x39).contains(byte) else { return nil }
            return value * 10 + Int(byte - 0x30)
        }
    }

    /// How many days a month has.
    package static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }
}

extension CivilDay: Comparable, CustomStringConvertible {
    /// Whether one day comes before another.
    package static func < (one: CivilDay, other: CivilDay) -> Bool {
        (one.year, one.month, one.day) < (other.year, other.month, other.day)
    }

    /// The day as `YYYY-MM-DD`.
    package var description: String {
        Self.padded(year, to: 4) + "-" + Self.padded(month, to: 2) + "-" + Self.padded(day, to: 2)
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

extension CivilDay: Codable {
    /// Reads the day from its text.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let day = CivilDay(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "a day is written YYYY-MM-DD")
        }
        self = day
    }

    /// Writes the day as its text.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
