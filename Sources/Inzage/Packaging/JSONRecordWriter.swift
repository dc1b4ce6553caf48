package import ExporterKit

/// Writes records as a JSON array, one record a line: the faithful copy.
///
/// - A number stays the literal it is, whatever its size; what calls itself a number and is none becomes a string.
/// - Text that is not UTF-8 is repaired in place, and its bytes stand in a sibling field `NAME:base64`.
/// - A blob is null in place, and its bytes stand in the sibling field; a field of the format `binary` holds the
///   base64 text itself, which is what Table Schema means by that format.
/// - A JSON cell stands as it is but on one line; a document is its original name.
package struct JSONRecordWriter: Sendable {
    /// What the file begins with.
    package static let opening: [UInt8] = Array("[".utf8)
    /// What the file ends with, also when it holds no record.
    package static let closing: [UInt8] = Array("\n]\n".utf8)

    private struct Column {
        var cell: Int
        var key: [UInt8]
        var siblingKey: [UInt8]
        var holdsBase64: Bool
    }

    private let columns: [Column]
    private var isFirst = true

    /// Makes a writer for records of a collection's fields, of which those at the given indices are written.
    package init(fields: [FieldDescription], exported: [Int]) {
        let names = Set(exported.map { fields[$0].name })
        columns = exported.map { index in
            let name = fields[index].name
            var sibling = name + ":base64"
            while names.contains(sibling) { sibling += ":base64" }
            return Column(
                cell: index,
                key: JSONText.string(name) + [0x3A],
                siblingKey: JSONText.string(sibling) + [0x3A],
                holdsBase64: fields[index].format == "binary"
            )
        }
    }

    /// Appends one record as one line.
    package mutating func append(_ record: RecordBuffer, to output: inout [UInt8]) {
        if !isFirst { output.append(0x2C) }
        output.append(0x0A)
        isFirst = false
        output.append(0x7B)
        record.bytes.withUnsafeBufferPointer { bytes in
            for (position, column) in columns.enumerated() {
                if position > 0 { output.append(0x2C) }
                let cell = UnsafeBufferPointer(rebasing: bytes[record.range(at: column.cell)])
                Self.append(cell, of: record.kind(at: column.cell), in: column, to: &output)
            }
        }
        output.append(0x7D)
    }

    private static func append(
        _ cell: UnsafeBufferPointer<UInt8>,
        of kind: RecordBuffer.Kind,
        in column: Column,
        to output: inout [UInt8]
    ) {
        output.append(contentsOf: column.key)
        switch kind {
        case .null: output.append(contentsOf: null)
        case .boolean: output.append(contentsOf: cell)
        case .number where JSONText.isNumber(cell): output.append(contentsOf: cell)
        case .json: appendOnOneLine(cell, to: &output)
        case .blob where column.holdsBase64: JSONText.appendBase64(cell, to: &output)
        case .blob:
            output.append(contentsOf: null)
            appendSibling(cell, in: column, to: &output)
        case .text, .document, .number:
            if !JSONText.appendString(cell, to: &output) { appendSibling(cell, in: column, to: &output) }
        }
    }

    private static func appendSibling(
        _ cell: UnsafeBufferPointer<UInt8>,
        in column: Column,
        to output: inout [UInt8]
    ) {
        output.append(0x2C)
        output.append(contentsOf: column.siblingKey)
        JSONText.appendBase64(cell, to: &output)
    }

    /// A line break in valid JSON is only ever space between its parts.
    private static func appendOnOneLine(_ json: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        let start = output.count
        output.append(contentsOf: json)
        for index in start..<output.count where output[index] == 0x0A || output[index] == 0x0D {
            output[index] = 0x20
        }
    }

    private static let null = Array("null".utf8)
}
