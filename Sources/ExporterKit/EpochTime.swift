/// Times that are counted from the beginning of 1970 on, in UTC.
package enum EpochTime {
    /// A time as ISO 8601 writes it, `2024-01-01T10:00:00Z`; nil outside the years 1 to 9999.
    ///
    /// - Parameter fraction: the digits behind the point of the seconds, none where there is no point.
    package static func isoText(seconds: Int64, fraction: [UInt8] = []) -> [UInt8]? {
        // From the first day of the year 1 to the last one of 9999.
        guard (-62_135_596_800...253_402_300_799).contains(seconds) else { return nil }
        let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
        let (year, month, day) = date(days)
        let left = seconds - days * 86_400
        var text = digits(year, 4) + [Byte.minus] + digits(month, 2) + [Byte.minus] + digits(day, 2)
        text += [UInt8(ascii: "T")] + digits(left / 3600, 2) + [Byte.colon] + digits(left / 60 % 60, 2)
        text += [Byte.colon] + digits(left % 60, 2)
        if !fraction.isEmpty { text += [Byte.point] + fraction }
        return text + [UInt8(ascii: "Z")]
    }

    /// The same of milliseconds, with three digits behind the point.
    package static func isoText(milliseconds: Int64) -> [UInt8]? {
        let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
        let isBefore = rest < 0
        return isoText(seconds: isBefore ? seconds - 1 : seconds, fraction: digits(isBefore ? rest + 1000 : rest, 3))
    }

    /// The day of the calendar that lies so many days behind 1970-01-01.
    private static func date(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        // Years that begin in March have their odd day at the end; 400 of them have 146,097 days.
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    private static func digits(_ number: Int64, _ width: Int) -> [UInt8] {
        let digits = Array(String(number).utf8)
        return [UInt8](repeating: Byte.zero, count: max(0, width - digits.count)) + digits
    }
}
