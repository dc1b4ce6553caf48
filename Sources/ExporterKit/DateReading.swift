/// A text on its way through a ``DatePattern``.
struct DateReading {
    var rest: ArraySlice<UInt8>
    var parts = DatePattern.Parts()

    mutating func skip(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest.removeFirst()
        return true
    }

    mutating func skipBlanks() -> Bool {
        guard let first = rest.first, Byte.isSpace(first) else { return false }
        rest = rest.drop(while: Byte.isSpace)
        return true
    }

    /// Takes what a directive of `strptime` stands for; false where the text says something else.
    mutating func take(_ directive: UInt8) -> Bool {
        switch directive {
        case UInt8(ascii: "Y"): take(\.year, 4...4)
        case UInt8(ascii: "y"): takeShortYear()
        case UInt8(ascii: "m"): take(\.month, 1...2)
        case UInt8(ascii: "d"): take(\.day, 1...2)
        case UInt8(ascii: "j"): take(\.dayOfYear, 1...3) && (1...366).contains(parts.dayOfYear ?? 0)
        case UInt8(ascii: "H"), UInt8(ascii: "I"): take(\.hour, 1...2)
        case UInt8(ascii: "M"): take(\.minute, 1...2)
        case UInt8(ascii: "S"): take(\.second, 1...2)
        case UInt8(ascii: "b"), UInt8(ascii: "B"): takeMonth()
        case UInt8(ascii: "a"), UInt8(ascii: "A"): takeWord(of: Self.weekdays) != nil
        case UInt8(ascii: "p"): takeHalfOfDay()
        case UInt8(ascii: "f"): takeFraction()
        case UInt8(ascii: "z"): takeOffset()
        case UInt8(ascii: "s"): takeCount(\.seconds)
        case UInt8(ascii: "Q"): takeCount(\.milliseconds)
        default: false
        }
    }

    private mutating func digits(_ count: ClosedRange<Int>) -> ArraySlice<UInt8>? {
        let digits = rest.prefix(count.upperBound).prefix(while: Byte.isDigit)
        guard count.contains(digits.count) else { return nil }
        rest.removeFirst(digits.count)
        return digits
    }

    private mutating func number(_ count: ClosedRange<Int>) -> Int? {
        digits(count)?.reduce(0) { $0 * 10 + Int($1 - Byte.zero) }
    }

    private mutating func take(_ part: WritableKeyPath<DatePattern.Parts, Int>, _ count: ClosedRange<Int>) -> Bool {
        guard let number = number(count) else { return false }
        parts[keyPath: part] = number
        return true
    }

    private mutating func take(_ part: WritableKeyPath<DatePattern.Parts, Int?>, _ count: ClosedRange<Int>) -> Bool {
        parts[keyPath: part] = number(count)
        return parts[keyPath: part] != nil
    }

    /// POSIX: 69 to 99 lie in the last century, 00 to 68 in this one.
    private mutating func takeShortYear() -> Bool {
        guard let number = number(2...2) else { return false }
        parts.year = number + (number < 69 ? 2000 : 1900)
        return true
    }

    private mutating func takeMonth() -> Bool {
        guard let month = takeWord(of: Self.months) else { return false }
        parts.month = month + 1
        return true
    }

    private mutating func takeHalfOfDay() -> Bool {
        guard let half = takeWord(of: ["am", "pm"]) else { return false }
        parts.isAfternoon = half == 1
        return true
    }

    private mutating func takeFraction() -> Bool {
        guard let digits = digits(1...6) else { return false }
        parts.fraction = Array(digits)
        return true
    }

    /// A whole number, also one from before 1970.
    private mutating func takeCount(_ part: WritableKeyPath<DatePattern.Parts, Int64?>) -> Bool {
        let isBefore = skip(Byte.minus)
        guard let digits = digits(1...15), let number = Int64(String(decoding: digits, as: UTF8.self)) else {
            return false
        }
        parts[keyPath: part] = isBefore ? -number : number
        return true
    }

    /// `Z`, `+0100` or `+01:00`.
    private mutating func takeOffset() -> Bool {
        if skip(UInt8(ascii: "Z")) {
            parts.offset = [UInt8(ascii: "Z")]
            return true
        }
        guard let sign = rest.first, sign == Byte.plus || sign == Byte.minus else { return false }
        rest.removeFirst()
        guard let hours = digits(2...2) else { return false }
        _ = skip(Byte.colon)
        guard let minutes = digits(2...2), hours.lexicographicallyPrecedes([0x32, 0x34]),
            minutes.lexicographicallyPrecedes([0x36])
        else { return false }
        parts.offset = [sign] + hours + [Byte.colon] + minutes
        return true
    }

    /// The place of the word that the text goes on with, whole or as its first three letters.
    private mutating func takeWord(of words: [String]) -> Int? {
        for length in [Int.max, 3] {
            for (index, word) in words.enumerated() {
                let word = word.utf8.prefix(length)
                if rest.prefix(word.count).lazy.map(asciiFolded).elementsEqual(word) {
                    rest.removeFirst(word.count)
                    return index
                }
            }
        }
        return nil
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
}
