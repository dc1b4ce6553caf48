import Groundwork

/// A holiday of one country: when it falls, and in which years.
struct HolidayRule: Sendable, Hashable {
    /// When it falls.
    let date: HolidayDate
    /// The first year that has it.
    var from: Int?
    /// The last year that has it.
    var until: Int?
    /// Years that do not have it.
    var except: Set<Int> = []
    /// By how many days it is moved where it would fall on a weekday.
    var moved: [Weekday: Int] = [:]
    /// Whether the next working day is free too where it falls on a weekend.
    var isSubstituted = false

    /// The day in a year, or nothing where the year has none.
    func day(in year: Int) -> CivilDay? {
        guard (from ?? year) <= year, year <= (until ?? year), !except.contains(year) else { return nil }
        return date.day(in: year).map { day in day.adding(days: moved[day.weekday] ?? 0) }
    }
}

extension HolidayRule: Decodable {
    private enum Key: String, CodingKey {
        case day, from, until, except, moved, substituted
    }

    /// Reads a date alone, or a map with `day` and what else is to be said.
    init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            date = try Self.read(HolidayDate(text), from: text, decoder)
            return
        }
        let container = try decoder.container(keyedBy: Key.self)
        let text = try container.decode(String.self, forKey: .day)
        date = try Self.read(HolidayDate(text), from: text, decoder)
        from = try container.decodeIfPresent(Int.self, forKey: .from)
        until = try container.decodeIfPresent(Int.self, forKey: .until)
        except = try container.decodeIfPresent(Set<Int>.self, forKey: .except) ?? []
        for (name, days) in try container.decodeIfPresent([String: Int].self, forKey: .moved) ?? [:] {
            moved[try Self.read(Weekday(name: name), from: name, decoder)] = days
        }
        isSubstituted = try container.decodeIfPresent(Bool.self, forKey: .substituted) ?? false
    }

    private static func read<Value>(_ value: Value?, from text: String, _ decoder: any Decoder) throws -> Value {
        guard let value else {
            let context = DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "no day: \(text)")
            throw DecodingError.dataCorrupted(context)
        }
        return value
    }
}
