package import Foundation
package import Groundwork

/// A moment that says in which zone it is told: `2026-03-05T10:15:42Z`, or with an offset such as `+02:00`.
package struct ZonedMoment {
    private let seconds: Int

    /// Reads a text; nil where it is no moment, or where it names no zone.
    package init?(_ text: String) {
        var rest = Array(text.utf8)[...]
        let date = String(decoding: rest.prefix(10), as: UTF8.self)
        rest = rest.dropFirst(10)
        guard let day = CivilDay(date), Self.skip([0x54, 0x20], &rest), let hour = Self.pair(&rest), hour < 24,
            Self.skip([0x3A], &rest), let minute = Self.pair(&rest), minute < 60
        else { return nil }
        let second = Self.skip([0x3A], &rest) ? Self.pair(&rest) : 0
        if Self.skip([0x2E, 0x2C], &rest) { rest = rest.drop { (0x30...0x39).contains($0) } }
        _ = Self.skip([0x20], &rest)
        guard let second, let offset = Self.offset(&rest), rest.isEmpty else { return nil }
        seconds = day.sinceEpoch * 86_400 + hour * 3600 + minute * 60 + second - offset
    }

    /// The day and the time that a clock on the wall of a zone shows.
    package func clock(in zone: TimeZone) -> (day: CivilDay, time: String) {
        let date = Date(timeIntervalSince1970: Double(seconds))
        let local = (seconds + zone.secondsFromGMT(for: date)) % 86_400
        let minutes = (local < 0 ? local + 86_400 : local) / 60
        return (CivilDay.of(date, in: zone), "\(Self.twoDigits(minutes / 60)):\(Self.twoDigits(minutes % 60))")
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    private static func offset(_ rest: inout ArraySlice<UInt8>) -> Int? {
        if skip([0x5A], &rest) { return 0 }
        let isWest = rest.first == 0x2D
        guard skip([0x2B, 0x2D], &rest), let hours = pair(&rest) else { return nil }
        _ = skip([0x3A], &rest)
        let minutes = rest.isEmpty ? 0 : pair(&rest)
        return minutes.map { (hours * 3600 + $0 * 60) * (isWest ? -1 : 1) }
    }

    private static func skip(_ signs: [UInt8], _ rest: inout ArraySlice<UInt8>) -> Bool {
        guard let first = rest.first, signs.contains(first) else { return false }
        rest = rest.dropFirst()
        return true
    }

    private static func pair(_ rest: inout ArraySlice<UInt8>) -> Int? {
        let digits = rest.prefix(2)
        guard digits.count == 2, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        rest = rest.dropFirst(2)
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
