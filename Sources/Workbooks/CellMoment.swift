import Groundwork

/// Days and times as a spreadsheet counts them: in days since the end of 1899.
struct CellMoment: Equatable {
    private struct Time {
        let milliseconds: Int
        let hasFraction: Bool
    }

    /// The number in the cell.
    let serial: String
    let style: CellStyle

    /// Reads what a column of days or times holds; nil where the text says more or less than a cell can keep.
    ///
    /// A zone, a part of a millisecond, a leap second or a missing second would be lost or made up. Before 1900-03-01
    /// programs disagree by a day, because one of them once took 1900 for a leap year.
    init?(_ text: UnsafeBufferPointer<UInt8>, in kind: WorkbookColumn.Kind) {
        switch kind {
        case .plain: return nil
        case .date:
            guard text.count == 10, let day = Self.day(text[...]) else { return nil }
            self.init(serial: String(day), style: .date)
        case .dateTime:
            guard text.count >= 19, text[10] == 0x54 || text[10] == 0x20, let day = Self.day(text[..<10]),
                let time = Self.time(text[11...])
            else { return nil }
            self.init(day: day, time, style: time.hasFraction ? .dateTimeMilliseconds : .dateTime)
        case .time:
            guard let time = Self.time(text[...]) else { return nil }
            self.init(day: 0, time, style: time.hasFraction ? .timeMilliseconds : .time)
        }
    }

    private init(serial: String, style: CellStyle) {
        self.serial = serial
        self.style = style
    }

    private static let millisecondsInDay = 86_400_000
    /// 1970-01-01 in days of a spreadsheet.
    private static let epoch = 25_569
    /// 1900-03-01.
    private static let firstDay = 61

    /// Programs that show seconds cut off what is beyond, so the number never lies below the moment that it means.
    private init(day: Int, _ time: Time, style: CellStyle) {
        let (moment, unit) = (Double(day * Self.millisecondsInDay + time.milliseconds), Double(Self.millisecondsInDay))
        let nearest = moment / unit
        let serial = (-moment).addingProduct(nearest, unit) < 0 ? nearest.nextUp : nearest
        self.init(serial: time.milliseconds == 0 ? String(day) : String(serial), style: style)
    }

    private static func day(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        let start = text.startIndex
        guard text[start + 4] == 0x2D, text[start + 7] == 0x2D, let year = number(text[start..<start + 4]),
            let month = number(text[start + 5..<start + 7]), let day = number(text[start + 8..<start + 10]),
            let civil = CivilDay(year: year, month: month, day: day)
        else { return nil }
        let serial = civil.sinceEpoch + epoch
        return serial >= firstDay ? serial : nil
    }

    /// `HH:MM:SS`, with up to three decimals of a second.
    private static func time(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Time? {
        let start = text.startIndex
        guard text.count >= 8, text[start + 2] == 0x3A, text[start + 5] == 0x3A,
            let hour = number(text[start..<start + 2]), hour < 24,
            let minute = number(text[start + 3..<start + 5]), minute < 60,
            let second = number(text[start + 6..<start + 8]), second < 60
        else { return nil }
        let whole = ((hour * 60 + minute) * 60 + second) * 1000
        guard text.count > 8 else { return Time(milliseconds: whole, hasFraction: false) }
        let digits = text[(start + 9)...]
        guard text[start + 8] == 0x2E, (1...3).contains(digits.count), let fraction = number(digits) else { return nil }
        return Time(milliseconds: whole + fraction * [100, 10, 1][digits.count - 1], hasFraction: true)
    }

    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var value = 0
        for byte in digits {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }
}
