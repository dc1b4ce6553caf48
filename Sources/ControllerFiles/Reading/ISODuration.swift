/// A period of ISO 8601, such as `P1M`, `P30D` or `PT5M`, part by part.
package struct ISODuration {
    private(set) var years = 0
    private(set) var months = 0
    private(set) var weeks = 0
    private(set) var days = 0
    private(set) var hours = 0
    private(set) var minutes = 0
    private(set) var seconds = 0

    /// Reads a period exactly as ISO 8601 writes it; nil for anything else, and for one that is nothing long.
    package init?(_ text: String) {
        var rest = Substring(text).utf8
        guard rest.popFirst() == UInt8(ascii: "P") else { return nil }
        let halves = rest.split(separator: UInt8(ascii: "T"), maxSplits: 1, omittingEmptySubsequences: false)
        guard let date = halves.first, read(date, dateParts) else { return nil }
        if halves.count == 2 {
            guard !halves[1].isEmpty, read(halves[1], timeParts) else { return nil }
        }
        guard isLongerThanNothing else { return nil }
    }

    private typealias Part = (letter: UInt8, place: WritableKeyPath<ISODuration, Int>)

    private var dateParts: [Part] {
        [
            (UInt8(ascii: "Y"), \.years), (UInt8(ascii: "M"), \.months), (UInt8(ascii: "W"), \.weeks),
            (UInt8(ascii: "D"), \.days),
        ]
    }

    private var timeParts: [Part] {
        [(UInt8(ascii: "H"), \.hours), (UInt8(ascii: "M"), \.minutes), (UInt8(ascii: "S"), \.seconds)]
    }

    private mutating func read(_ text: Substring.UTF8View, _ parts: [Part]) -> Bool {
        var parts = parts[...]
        var digits: [UInt8] = []
        for byte in text {
            if (0x30...0x39).contains(byte) {
                digits.append(byte)
                continue
            }
            guard let index = parts.firstIndex(where: { $0.letter == byte }), let number = number(digits) else {
                return false
            }
            self[keyPath: parts[index].place] = number
            parts = parts[(index + 1)...]
            digits = []
        }
        return digits.isEmpty
    }

    private func number(_ digits: [UInt8]) -> Int? {
        digits.count <= 6 ? Int(String(decoding: digits, as: UTF8.self)) : nil
    }

    private var isLongerThanNothing: Bool { years + months + weeks + days + hours + minutes + seconds > 0 }

    /// The number of days, where that does not depend on the calendar.
    var wholeDays: Int? {
        years + months + hours + minutes + seconds == 0 ? weeks * 7 + days : nil
    }

    /// The number of seconds, where that does not depend on the calendar.
    package var wholeSeconds: Int? {
        guard years + months == 0 else { return nil }
        return (weeks * 7 + days) * 86_400 + hours * 3600 + minutes * 60 + seconds
    }

    /// Whether it counts in days or longer.
    package var isDateOnly: Bool { hours + minutes + seconds == 0 }
}
