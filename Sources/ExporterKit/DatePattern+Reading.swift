extension DatePattern {
    /// The day or time that a text writes, as ISO 8601 writes it; nil where it is not so written.
    func isoText(_ text: Span<UInt8>) -> [UInt8]? {
        var reading = DateReading(rest: text.withUnsafeBufferPointer { Array($0) }[...])
        for piece in pieces {
            switch piece {
            case .byte(let byte): guard reading.skip(byte) else { return nil }
            case .blanks: guard reading.skipBlanks() else { return nil }
            case .directive(let directive): guard reading.take(directive) else { return nil }
            }
        }
        return reading.rest.isEmpty ? reading.parts.isoText(type) : nil
    }

    /// The parts of a day and a time, as they were found.
    struct Parts: Sendable {
        var year: Int?
        var month: Int?
        var day: Int?
        var dayOfYear: Int?
        var hour = 0
        var isAfternoon: Bool?
        var minute = 0
        var second = 0
        var fraction: [UInt8] = []
        var offset: [UInt8] = []
        /// Since 1970.
        var seconds: Int64?
        var milliseconds: Int64?

        func isoText(_ type: FieldType) -> [UInt8]? {
            if let since1970 { return type == .date ? Array(since1970.prefix(10)) : since1970 }
            if seconds != nil || milliseconds != nil { return nil }
            guard let time else { return nil }
            if type == .time { return Array(time.utf8) + rest }
            guard let date else { return nil }
            return type == .date ? Array(date.utf8) : Array("\(date)T\(time)".utf8) + rest
        }

        private var since1970: [UInt8]? {
            if let milliseconds { return fraction.isEmpty ? EpochTime.isoText(milliseconds: milliseconds) : nil }
            // Of a time before 1970 the fraction would count the other way.
            guard let seconds, seconds >= 0 || fraction.isEmpty else { return nil }
            return EpochTime.isoText(seconds: seconds, fraction: fraction)
        }

        private var rest: [UInt8] { (fraction.isEmpty ? [] : [Byte.point] + fraction) + offset }

        private var date: String? {
            guard let year else { return nil }
            var (month, day) = (month, day)
            if month == nil || day == nil, let dayOfYear { (month, day) = Self.day(dayOfYear, of: year) }
            guard let month, let day, ISOText.isDay(year: year, month: month, day: day) else { return nil }
            return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
        }

        private var time: String? {
            var hour = hour
            if let isAfternoon {
                guard (1...12).contains(hour) else { return nil }
                hour = hour % 12 + (isAfternoon ? 12 : 0)
            }
            guard hour < 24, minute < 60, second < 60 else { return nil }
            return "\(Self.padded(hour, 2)):\(Self.padded(minute, 2)):\(Self.padded(second, 2))"
        }

        private static func day(_ number: Int, of year: Int) -> (month: Int?, day: Int?) {
            var left = number
            for (index, length) in ISOText.lengths.enumerated() {
                let length = index == 1 && ISOText.isLeap(year) ? 29 : length
                if left <= length { return (index + 1, left) }
                left -= length
            }
            return (nil, nil)
        }

        private static func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
    }
}
