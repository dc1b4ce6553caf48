import Foundation
import Yams
import Groundwork

/// One edition of the public holidays: the rules of every country, as they were known when it was made.
struct HolidayEdition: Sendable, Decodable {
    let version: String
    let countries: [String: [HolidayRule]]

    /// Every edition that was ever in use, the newest last; read once.
    ///
    /// One that could not be read would leave weekends only, and so earlier dates; a test reads them all.
    static let all: [HolidayEdition] = [
        PackageResources.holidays_2026_1_yaml, PackageResources.holidays_2026_2_yaml,
    ].compactMap { try? HolidayEdition(yaml: $0) }

    /// The edition that counts now.
    static var newest: HolidayEdition { all.last ?? HolidayEdition(version: "", countries: [:]) }

    /// The edition of that version, or the newest where there is none.
    static func named(_ version: String) -> HolidayEdition { all.first { $0.version == version } ?? newest }

    /// The holidays of a country in a year, in order.
    func holidays(in year: Int, of country: String) -> [CivilDay] {
        let rules = countries[country] ?? []
        var days = Set(rules.compactMap { $0.day(in: year) })
        let onWeekends = rules.filter(\.isSubstituted).compactMap { $0.day(in: year) }.filter(\.isWeekend)
        for day in onWeekends.sorted() {
            days.insert(day.first { !$0.isWeekend && !days.contains($0) })
        }
        return days.sorted()
    }
}

extension HolidayEdition {
    /// Reads an edition.
    init(yaml: [UInt8]) throws {
        self = try YAMLDecoder().decode(HolidayEdition.self, from: Data(yaml))
    }
}
