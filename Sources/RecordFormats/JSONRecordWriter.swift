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

    /// Holds nothing that is counted, because it is copied for every cell.
    private struct Column {
        var cell: Int
        /// Where its key stands, a comma before it and a colon behind.
        var key: Range<Int>
        var siblingKey: Range<Int>
        var holdsBase64: Bool

        func hasSibling(in record: RecordBuffer) -> Bool {
            switch record.kind(at: cell) {
            case .blob: !holdsBase64
            case .text, .document: String(validating: record.cell(at: cell), as: UTF8.self) == nil
            case .null, .boolean, .number, .json: false
            }
        }
    }

    private let columns: [Column]
    private let names: [String]
    /// The keys' texts, in one run: a column of its own memory would be counted for every cell.
    private let keys: [UInt8]
    private var isFirst = true
    /// The fields with a sibling in the first record, by which many a reader takes the columns.
    package private(set) var firstSiblings: [String] = []

    /// Makes a writer for records of a collection's fields, of which those at the given indices are written.
    package init(fields: [FieldDescription], exported: [Int]) {
        names = exported.map { fields[$0].name }
        let taken = Set(names)
        var keys: [UInt8] = []
        func add(_ name: String) -> Range<Int> {
            let start = keys.count
            keys += [0x2C] + JSONText.string(name) + [0x3A]
            return start..<keys.count
        }
        columns = exported.map { index in
            let name = fields[index].name
            return Column(
                cell: index,
                key: add(name),
                siblingKey: add(Self.sibling(of: name, among: taken)),
                holdsBase64: fields[index].format == "binary"
            )
        }
        self.keys = keys
    }

    /// The name of the field beside another that holds the bytes of what is no text.
    package static func sibling(of name: String, among names: Set<String>) -> String {
        var sibling = name + ":base64"
        while names.contains(sibling) { sibling += ":base64" }
        return sibling
    }

    /// Appends one record as one line.
    package mutating func append(_ record: RecordBuffer, to output: inout [UInt8]) {
        if isFirst {
            firstSiblings = zip(columns, names).filter { $0.0.hasSibling(in: record) }.map(\.1)
        } else {
            output.append(0x2C)
        }
        output.append(0x0A)
        isFirst = false
        output.append(0x7B)
        record.bytes.withUnsafeBufferPointer { bytes in
            for position in columns.indices {
                let column = columns[position]
                appendKey(position == 0 ? column.key.dropFirst() : column.key, to: &output)
                let cell = UnsafeBufferPointer(rebasing: bytes[record.range(at: column.cell)])
                append(cell, of: record.kind(at: column.cell), in: column, to: &output)
            }
        }
        output.append(0x7D)
    }

    private func appendKey(_ key: Range<Int>, to output: inout [UInt8]) {
        keys.withUnsafeBufferPointer { output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[key])) }
    }

    private func append(
        _ cell: UnsafeBufferPointer<UInt8>,
        of kind: RecordBuffer.Kind,
        in column: Column,
        to output: inout [UInt8]
    ) {
        switch kind {
        case .null: output.append(contentsOf: Self.null)
        case .boolean: output.append(contentsOf: cell)
        case .number where JSONText.isNumber(cell): output.append(contentsOf: cell)
        case .json: Self.appendOnOneLine(cell, to: &output)
        case .blob where column.holdsBase64: JSONText.appendBase64(cell, to: &output)
        case .blob:
            output.append(contentsOf: Self.null)
            appendSibling(cell, in: column, to: &output)
        case .text, .document, .number:
            if !JSONText.appendString(cell, to: &output) { appendSibling(cell, in: column, to: &output) }
        }
    }

    private func appendSibling(
        _ cell: UnsafeBufferPointer<UInt8>,
        in column: Column,
        to output: inout [UInt8]
    ) {
        appendKey(column.siblingKey, to: &output)
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
