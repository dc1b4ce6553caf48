import ExporterKit
import RecordFormats

/// A record that is written is valid JSON on one line, and its text reads as it was; any text is scanned or refused.
enum JSONTarget {
    static func run(_ bytes: [UInt8]) {
        scan(bytes)
        let record = FuzzRecord(bytes).record
        var writer = JSONRecordWriter(fields: FuzzRecord.fields, exported: [0, 1, 2])
        var output = JSONRecordWriter.opening
        writer.append(record, to: &output)
        writer.append(record, to: &output)
        output += JSONRecordWriter.closing
        precondition(String(validating: output, as: UTF8.self) != nil, "the file is no UTF-8")
        precondition(output.count { $0 == 0x0A } == 4 && !output.contains(0x0D), "a record is not one line")
        var scanner = JSONScanner()
        guard let array = try? scanner.scan(output.span), array.kind == .array else {
            preconditionFailure("the file is no JSON array")
        }
        var records = 0
        try? scanner.forEachElement(of: array, in: output.span) { element in
            records += 1
            check(Array(output[element.range]), against: record)
        }
        precondition(records == 2, "the file holds another number of records")
    }

    private static func check(_ object: [UInt8], against record: RecordBuffer) {
        var scanner = JSONScanner()
        guard let members = try? scanner.scanObject(object.span) else { preconditionFailure("a record is no object") }
        for member in members {
            guard
                let index = FuzzRecord.fields.firstIndex(where: { scanner.key(at: member).elementsEqual($0.name.utf8) })
            else { continue }
            let value = scanner.value(at: member)
            let cell = Array(record.cell(at: index))
            switch (record.kind(at: index), value.kind) {
            case (.null, .null), (.boolean, .boolean), (.blob, _): continue
            case (.number, .number): precondition(Array(object[value.range]) == cell, "a number was changed")
            case (.json, .array), (.json, .object): continue
            case (.text, .string), (.number, .string): check(value, of: object, against: cell)
            default: preconditionFailure("a value is of another kind")
            }
        }
    }

    private static func check(_ value: JSONScanner.Value, of object: [UInt8], against cell: [UInt8]) {
        var text: [UInt8] = []
        JSONScanner.appendText(ofString: value.range, in: object.span, to: &text)
        precondition(text == Array(String(decoding: cell, as: UTF8.self).utf8), "a text was changed")
    }

    private static func scan(_ bytes: [UInt8]) {
        var scanner = JSONScanner()
        guard let value = try? scanner.scan(bytes.span) else { return }
        var compact: [UInt8] = []
        JSONScanner.appendCompact(value.range, in: bytes.span, to: &compact)
        precondition((try? scanner.scan(compact.span)) != nil, "what was made compact is no JSON any more")
    }
}
