import CPQ
import ExporterKit

/// How a type's values are written by the server, and what they become.
indirect enum ValueWriting {
    case boolean
    case number
    case text
    /// A day and a time; `timestamptz` with the offset of UTC, which the session asks for.
    case moment
    case bytes
    case json
    case array(of: ValueWriting, delimiter: UInt8)

    init(of type: Oid, _ elements: [Oid: ArrayElement]) {
        switch type {
        case 16: self = .boolean
        // int8, int2, int4, oid, float4, float8 and numeric.
        case 20, 21, 23, 26, 700, 701, 1700: self = .number
        case 17: self = .bytes
        case 114, 3802: self = .json
        case 1114, 1184: self = .moment
        default:
            guard let element = elements[type] else {
                self = .text
                return
            }
            self = .array(of: ValueWriting(of: element.type, [:]), delimiter: element.delimiter)
        }
    }

    /// Appends a value as the cell that it is; what is no number, such as `NaN`, stays text.
    func append(_ value: UnsafeBufferPointer<UInt8>, to record: inout RecordBuffer) {
        switch self {
        case .boolean: record.append(value.first == UInt8(ascii: "t"))
        case .number: record.append(Self.isNumber(value) ? .number : .text, value)
        case .text: record.append(.text, copying: UnsafeRawBufferPointer(value))
        case .moment: record.append(.text, Self.moment(value))
        case .bytes: record.append(.blob) { Self.decode(value, into: &$0) }
        case .json: Self.append(json: value, to: &record)
        case .array(let element, let delimiter):
            let json = ArrayText.json(of: value, element, delimiter)
            if let json { record.append(.json, json) } else { record.append(.text, value) }
        }
    }

    static func isNumber(_ value: some Collection<UInt8>) -> Bool {
        let digits = value.first == Byte.minus ? value.dropFirst() : value[...]
        return digits.first.map(Byte.isDigit) ?? false
    }

    /// `2025-01-02 03:04:05+00` as `2025-01-02T03:04:05Z`; what is not so written (`infinity`, `BC`) stays.
    static func moment(_ value: some Collection<UInt8>) -> [UInt8] {
        var text = Array(value)
        guard text.count >= 19, text[10] == 0x20, text.last.map(Byte.isDigit) == true else { return text }
        text[10] = UInt8(ascii: "T")
        if text.suffix(3).elementsEqual("+00".utf8) { text.replaceSubrange((text.count - 3)..., with: "Z".utf8) }
        return text
    }

    static func decoded(_ value: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(value.count / 2)
        decode(value, into: &bytes)
        return bytes
    }

    /// `\x00ff` as its bytes.
    private static func decode(_ value: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
        for index in stride(from: 2, to: value.count - 1, by: 2) {
            let (high, low) = (Byte.hexValue(value[index]) ?? 0, Byte.hexValue(value[index + 1]) ?? 0)
            bytes.append(UInt8(high << 4 | low))
        }
    }

    private static func append(json: UnsafeBufferPointer<UInt8>, to record: inout RecordBuffer) {
        var scanner = JSONScanner()
        let text = json.span
        guard let value = try? scanner.scan(text) else { return record.append(.text, json) }
        record.append(value, of: text)
    }
}
