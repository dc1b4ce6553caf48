package import Groundwork
package import Policy

/// What a language calls things, whoever is addressed: numbers, days, rights, grounds, articles and countries.
package protocol Vocabulary: Sendable {
    // Numbers, days and periods.
    /// What parts a number's digits in groups of three.
    var groupSeparator: String { get }
    /// What parts a number's whole and its fraction.
    var decimalMark: String { get }
    /// Whether a count takes the singular; French has it for nothing too.
    func isSingular(_ count: Int) -> Bool
    /// An amount of money, its sign, whole, fraction and currency put together.
    func money(_ amount: DecimalAmount) -> String
    var months: [String] { get }
    func date(_ day: Int, _ month: String, _ year: Int) -> String
    func unit(_ unit: PeriodUnit) -> (one: String, many: String)
    /// What a file's size is counted in, from bytes to a thousand million of them.
    var sizeUnits: [String] { get }
    var and: String { get }
    var or: String { get }
    /// What parts the columns: the character that a double click in the language's Excel expects.
    var csvDelimiter: UInt8 { get }

    // People, under their pseudonyms.
    var person: String { get }
    var staff: String { get }

    // The law.
    /// What people call a right, in small letters: `inzage`, `access`.
    func name(of right: Right) -> String
    /// A ground of refusal as half a sentence that addresses nobody.
    func words(for ground: RefusalGround) -> String
    /// One or more articles of the GDPR in one citation; one is written as `6(1)(b)` or `13-15`.
    func citation(_ articles: [String]) -> String
    /// What a policy means that says of somebody's confidentiality no more than `true`.
    var boundToSecrecy: String { get }

    /// Countries by their ISO 3166 code.
    var countries: [String: String] { get }
    /// The built-in letters and their parts, by name and voice.
    var letters: [String: [UInt8]] { get }
}

extension Vocabulary {
    package func isSingular(_ count: Int) -> Bool { count == 1 }
    package func date(_ day: Int, _ month: String, _ year: Int) -> String { "\(day) \(month) \(year)" }
    package var sizeUnits: [String] { ["bytes", "kB", "MB", "GB"] }

    /// A number with its digits in groups.
    package func number(_ number: Int) -> String {
        (number < 0 ? "-" : "") + groups(of: String(number.magnitude))
    }

    /// An amount without its sign and its currency.
    func number(_ amount: DecimalAmount) -> String {
        let whole = groups(of: amount.whole)
        return amount.fraction.isEmpty ? whole : whole + decimalMark + amount.fraction
    }

    private func groups(of digits: String) -> String {
        let digits = Array(digits)
        let groups = stride(from: digits.count, to: 0, by: -3).map { String(digits[max(0, $0 - 3)..<$0]) }
        return groups.reversed().joined(separator: groupSeparator)
    }

    /// How many there are of something.
    package func plural(_ count: Int, _ one: String, _ many: String) -> String {
        "\(number(count)) \(isSingular(count) ? one : many)"
    }

    /// An amount of days, weeks, months or years.
    package func amount(_ count: Int, _ unit: PeriodUnit) -> String {
        let words = self.unit(unit)
        return plural(count, words.one, words.many)
    }

    /// A period, the largest unit first.
    package func period(_ period: ISOPeriod) -> String {
        let amounts: [(Int, PeriodUnit)] = [
            (period.years, .year), (period.months, .month), (period.weeks, .week), (period.days, .day),
        ]
        let parts = amounts.filter { $0.0 > 0 }.map { amount($0.0, $0.1) }
        return parts.isEmpty ? amount(0, .day) : enumeration(parts, and)
    }

    /// Items in a row, the last after a word such as "and".
    package func enumeration(_ items: [String], _ conjunction: String) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return "\(items.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
    }
}

/// The units of a period.
package enum PeriodUnit: String, Sendable, CaseIterable {
    case year, month, week, day
}
