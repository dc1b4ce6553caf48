import CMariaDB
import ExporterKit
import SQLParts

/// The row at which a statement stands.
struct MariaDBRow: SQLRow {
    let binds: ResultBinds
    let columns: [ResultColumn]

    func isNull(_ column: Int) -> Bool { binds.isNull(column) }

    func content(of column: Int) -> ColumnContent { ColumnContent(binds.bytes(column)) }

    func text(of column: Int) -> [UInt8]? {
        guard !isNull(column), case .text = columns[column].reading else { return nil }
        return Array(binds.bytes(column))
    }

    func append(_ column: Int, to record: inout RecordBuffer) {
        switch columns[column].reading {
        case .integer(isUnsigned: false): record.append(binds.value(column, as: Int64.self))
        case .integer(isUnsigned: true): record.append(.number, "\(binds.value(column, as: UInt64.self))".utf8)
        case .float: append(binds.value(column, as: Float.self), to: &record)
        case .double: record.append(binds.value(column, as: Double.self))
        case .decimal: record.append(.number, copying: binds.bytes(column))
        case .text: record.append(.text, copying: binds.bytes(column))
        case .bytes: record.append(.blob, copying: binds.bytes(column))
        case .bits: record.append(.number, "\(binds.bytes(column).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })".utf8)
        case .json: append(json: binds.bytes(column), to: &record)
        case .date: record.append(.text) { Moment.append(day: binds.moment(column), to: &$0) }
        case .moment(let decimals, let isInstant):
            record.append(.text) { Moment.append(binds.moment(column), decimals, isInstant, to: &$0) }
        case .time(let decimals): record.append(.text) { Moment.append(time: binds.moment(column), decimals, to: &$0) }
        }
    }

    private func append(_ value: Float, to record: inout RecordBuffer) {
        record.append(value.isFinite ? .number : .text, "\(value)".utf8)
    }

    private func append(json: UnsafeRawBufferPointer, to record: inout RecordBuffer) {
        var scanner = JSONScanner()
        let text = json.assumingMemoryBound(to: UInt8.self).span
        guard let value = try? scanner.scan(text) else { return record.append(.text, copying: json) }
        record.append(value, of: text)
    }
}

/// Days and times as ISO 8601 writes them; a day of zeros stays one, as MariaDB writes it.
private enum Moment {
    static func append(day: MYSQL_TIME, to text: inout [UInt8]) {
        append(day.year, 4, to: &text)
        text.append(Byte.minus)
        append(day.month, 2, to: &text)
        text.append(Byte.minus)
        append(day.day, 2, to: &text)
    }

    static func append(_ moment: MYSQL_TIME, _ decimals: Int, _ isInstant: Bool, to text: inout [UInt8]) {
        let isDay = moment.month != 0 && moment.day != 0
        append(day: moment, to: &text)
        text.append(isDay ? UInt8(ascii: "T") : 0x20)
        append(clock: moment, moment.hour, decimals, to: &text)
        if isInstant, isDay { text.append(UInt8(ascii: "Z")) }
    }

    /// A time may be of many hours, and of fewer than none.
    static func append(time: MYSQL_TIME, _ decimals: Int, to text: inout [UInt8]) {
        if time.neg != 0 { text.append(Byte.minus) }
        append(clock: time, time.day * 24 + time.hour, decimals, to: &text)
    }

    private static func append(clock: MYSQL_TIME, _ hours: UInt32, _ decimals: Int, to text: inout [UInt8]) {
        append(hours, 2, to: &text)
        text.append(Byte.colon)
        append(clock.minute, 2, to: &text)
        text.append(Byte.colon)
        append(clock.second, 2, to: &text)
        guard decimals > 0 else { return }
        text.append(Byte.point)
        var fraction: [UInt8] = []
        append(UInt32(clock.second_part), 6, to: &fraction)
        text += fraction.prefix(decimals)
    }

    private static func append(_ number: UInt32, _ width: Int, to text: inout [UInt8]) {
        let digits = Array("\(number)".utf8)
        text += repeatElement(Byte.zero, count: max(width - digits.count, 0))
        text += digits
    }
}
