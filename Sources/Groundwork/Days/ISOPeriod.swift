/// A period in years, months, weeks and days as ISO 8601 writes it: `P30D`, `P1M`, `P2W`, `P1Y6M`.
package struct ISOPeriod: Sendable, Hashable {
    package let years: Int
    package let months: Int
    package let weeks: Int
    package let days: Int

    /// Reads a period of whole numbers below 10,000; weeks stand alone, as the standard has it, and hours are refused.
    package init?(_ text: String) {
        var rest = Array(text.utf8)[...]
        guard rest.popFirst() == UInt8(ascii: "P"), !rest.isEmpty else { return nil }
        let units = Array("YMWD".utf8)
        var amounts = [0, 0, 0, 0]
        var lastUnit = -1
        while !rest.isEmpty {
            let digits = rest.prefix { (0x30...0x39).contains($0) }
            rest = rest.dropFirst(digits.count)
            guard (1...4).contains(digits.count), let letter = rest.popFirst(),
                let unit = units.firstIndex(of: letter), unit > lastUnit
            else { return nil }
            amounts[unit] = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
            guard unit != 2 || (lastUnit == -1 && rest.isEmpty) else { return nil }
            lastUnit = unit
        }
        (years, months, weeks, days) = (amounts[0], amounts[1], amounts[2], amounts[3])
    }

    /// Makes a period of days.
    package init(days: Int) {
        (years, months, weeks, self.days) = (0, 0, 0, days)
    }

    /// Makes a period of months.
    package init(months: Int, days: Int = 0) {
        (years, self.months, weeks, self.days) = (0, months, 0, days)
    }

    /// Makes a period of years.
    package init(years: Int) {
        (self.years, months, weeks, days) = (years, 0, 0, 0)
    }

    /// The day on which the period ends that runs from a day, which itself is not counted.
    ///
    /// Years and months are added at once and clamped to the month's length, then the days.
    package func applied(to day: CivilDay) -> CivilDay {
        day.adding(months: years * 12 + months).adding(days: weeks * 7 + days)
    }
}

extension ISOPeriod: CustomStringConvertible {
    /// The period as ISO 8601 writes it, with the units it was given in (`P12M` stays `P12M`).
    package var description: String {
        let parts = [(years, "Y"), (months, "M"), (weeks, "W"), (days, "D")]
        let text = parts.filter { $0.0 != 0 }.map { "\($0.0)\($0.1)" }.joined()
        return text.isEmpty ? "P0D" : "P" + text
    }
}
