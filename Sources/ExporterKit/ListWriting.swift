/// How a list is written in one text: items of one type with a delimiter between them.
struct ListWriting: Sendable {
    private let delimiter: [UInt8]
    // An item is read by the standard's defaults: what the field says of missing values and marks is of the whole text.
    let item: FieldReader

    init(_ values: ValueProperties) {
        delimiter = Array(values.delimiter.utf8)
        item = FieldReader(FieldDescription(name: "", type: values.itemType.rawValue, title: ""))
    }

    /// The items as a JSON array, or nil where one is not of the type.
    func items(of text: ArraySlice<UInt8>) -> [UInt8]? {
        var record = RecordBuffer()
        for part in text.parted(by: delimiter) { record.append(.text, part) }
        RecordReader(Array(repeating: item, count: record.count)).read(&record)
        var array: [UInt8] = [Byte.openBracket]
        for index in 0..<record.count {
            let (kind, cell) = (record.kind(at: index), record.cell(at: index))
            guard kind != .null, item.fits(record, at: index), String(validating: cell, as: UTF8.self) != nil else {
                return nil
            }
            if index > 0 { array.append(Byte.comma) }
            if kind == .text { JSONString.append(cell, to: &array) } else { array += cell }
        }
        return array + [Byte.closeBracket]
    }

    /// Whether every element of a JSON array is an item.
    func areItems(_ array: ArraySlice<UInt8>) -> Bool {
        var scanner = JSONScanner()
        guard let value = try? scanner.scan(array.span), value.kind == .array else { return false }
        var areItems = true
        try? scanner.forEachElement(of: value, in: array.span) { element in
            var record = RecordBuffer()
            record.append(element, of: array.span)
            areItems = areItems && record.kind(at: 0) != .null && item.fits(record, at: 0)
        }
        return areItems
    }
}
