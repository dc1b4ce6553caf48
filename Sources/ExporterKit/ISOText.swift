/// Days and times of ISO 8601 as Table Schema writes them by default, looked at on their bytes.
///
/// Narrower than the standard, so that whoever reads by Table Schema reads what is found good here.
enum ISOText {
    /// `2025-12-31`, a day of the calendar.
    static func isDate(_ text: Span<UInt8>) -> Bool { text.count == 10 && isDay(text, 0) }

    /// `2025-12-31T10:00:00`, with a blank for the T, a fraction and an offset where they stand.
    static func isDatetime(_ text: Span<UInt8>) -> Bool {
        guard text.count >= 19, isDay(text, 0), text[10] == UInt8(ascii: "T") || text[10] == 0x20 else { return false }
        return isTime(text, 11)
    }

    /// `10:00:00`, with a fraction and an offset where they stand.
    static func isTime(_ text: Span<UInt8>) -> Bool { text.count >= 8 && isTime(text, 0) }

    /// `2025-12`.
    static func isYearMonth(_ text: Span<UInt8>) -> Bool {
        text.count == 7 && number(text, 0, 4) != nil && text[4] == Byte.minus && isIn(1...12, number(text, 5, 2))
    }

    /// `2025`.
    static func isYear(_ text: Span<UInt8>) -> Bool { text.count == 4 && number(text, 0, 4) != nil }

    /// `P1Y2M3DT4H5M6.5S` or `P2W`; the parts in this order, at least one.
    static func isDuration(_ text: Span<UInt8>) -> Bool {
        var place = 0
        func skip(_ byte: UInt8) -> Bool {
            guard place < text.count, text[place] == byte else { return false }
            place += 1
            return true
        }
        _ = skip(Byte.minus)
        guard skip(UInt8(ascii: "P")) else { return false }
        var units = Array("YMWD".utf8)[...]
        var (isTime, hasPart) = (false, false)
        while place < text.count {
            if !isTime, skip(UInt8(ascii: "T")) {
                (isTime, hasPart, units) = (true, false, Array("HMS".utf8)[...])
                continue
            }
            let start = place
            while place < text.count, Byte.isDigit(text[place]) { place += 1 }
            guard place > start else { return false }
            if skip(Byte.point) {
                let fraction = place
                while place < text.count, Byte.isDigit(text[place]) { place += 1 }
                // Only the last of all parts has a fraction.
                guard place > fraction, place + 1 == text.count else { return false }
            }
            guard place < text.count, let unit = units.firstIndex(of: text[place]) else { return false }
            units = units[(unit + 1)...]
            (place, hasPart) = (place + 1, true)
        }
        return hasPart
    }

    /// Whether a day is one of the calendar, its year from 1.
    static func isDay(year: Int, month: Int, day: Int) -> Bool {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return false }
        return day <= lengths[month - 1] || (month == 2 && day == 29 && isLeap(year))
    }

    static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// The lengths of the months of a year that is no leap year.
    static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

    private static func isDay(_ text: Span<UInt8>, _ start: Int) -> Bool {
        guard text[start + 4] == Byte.minus, text[start + 7] == Byte.minus, let year = number(text, start, 4),
            let month = number(text, start + 5, 2), let day = number(text, start + 8, 2)
        else { return false }
        return isDay(year: year, month: month, day: day)
    }

    private static func isTime(_ text: Span<UInt8>, _ start: Int) -> Bool {
        guard text[start + 2] == Byte.colon, text[start + 5] == Byte.colon, isIn(0...23, number(text, start, 2)),
            isIn(0...59, number(text, start + 3, 2)), isIn(0...59, number(text, start + 6, 2))
        else { return false }
        var place = start + 8
        if place < text.count, text[place] == Byte.point {
            let fraction = place + 1
            place = fraction
            while place < text.count, Byte.isDigit(text[place]) { place += 1 }
            guard (1...9).contains(place - fraction) else { return false }
        }
        return isOffset(text, place)
    }

    /// Nothing, `Z`, `+01`, `+0100` or `+01:00`.
    private static func isOffset(_ text: Span<UInt8>, _ start: Int) -> Bool {
        guard start < text.count else { return true }
        if text[start] == UInt8(ascii: "Z") { return start + 1 == text.count }
        guard text[start] == Byte.plus || text[start] == Byte.minus, isIn(0...23, number(text, start + 1, 2)) else {
            return false
        }
        switch text.count - start {
        case 3: return true
        case 5: return isIn(0...59, number(text, start + 3, 2))
        case 6: return text[start + 3] == Byte.colon && isIn(0...59, number(text, start + 4, 2))
        default: return false
        }
    }

    private static func isIn(_ range: ClosedRange<Int>, _ number: Int?) -> Bool {
        number.map(range.contains) ?? false
    }

    @inline(__always)
    private static func number(_ text: Span<UInt8>, _ start: Int, _ count: Int) -> Int? {
        guard start + count <= text.count else { return nil }
        var number = 0
        for index in start..<start + count {
            guard Byte.isDigit(text[index]) else { return nil }
            number = number * 10 + Int(text[index] - Byte.zero)
        }
        return number
    }
}
