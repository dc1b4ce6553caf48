package import ExporterKit
import Groundwork

/// Reads back what ``JSONRecordWriter`` wrote, piece by piece, one record in memory at a time.
///
/// The cells come in the order of the fields: a number as its literal, an array or object as its text, and bytes that are
/// no text as the base64 text of their sibling field, of the kind `blob`.
package struct JSONRecordReader: Sendable {
    /// What stands there is not what was written; of the data it says nothing.
    package struct Unreadable: Error, CustomStringConvertible {
        /// In which line.
        package let line: Int
        /// Where, and no more.
        package var description: String { "line \(line) of a file of records is not as it was written" }
    }

    private let names: [[UInt8]]
    private let siblings: [[UInt8]]
    private var pending: [UInt8] = []
    private var line = 0
    private var record = RecordBuffer()

    /// Makes a reader for records of fields with these names, in this order.
    package init(names: [String]) {
        let taken = Set(names)
        self.names = names.map(JSONText.string)
        siblings = names.map { JSONText.string(JSONRecordWriter.sibling(of: $0, among: taken)) }
    }

    /// Takes the next bytes of the file, and gives each record that they complete.
    package mutating func read(_ piece: Span<UInt8>, _ each: (RecordBuffer) throws -> Void) throws {
        try piece.withUnsafeBufferPointer { bytes in
            var start = 0
            while let end = bytes[start...].firstIndex(of: 0x0A) {
                let part = UnsafeBufferPointer(rebasing: bytes[start..<end])
                if pending.isEmpty {
                    try readLine(part, each)
                } else {
                    pending.append(contentsOf: part)
                    let whole = pending
                    pending.removeAll(keepingCapacity: true)
                    try whole.withUnsafeBufferPointer { try readLine($0, each) }
                }
                start = end + 1
            }
            pending.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
        }
    }

    /// A line is a record and a comma, or one of the brackets around them all.
    private mutating func readLine(
        _ line: UnsafeBufferPointer<UInt8>,
        _ each: (RecordBuffer) throws -> Void
    ) throws {
        self.line += 1
        guard line.first == 0x7B else { return }
        guard fill(from: line) else { throw Unreadable(line: self.line) }
        try each(record)
    }

    private mutating func fill(from line: UnsafeBufferPointer<UInt8>) -> Bool {
        record.clear()
        var scanner = JSONScanner(line)
        guard scanner.skip(0x7B) else { return false }
        // What is null may have its bytes in the member that follows.
        var isNull = false
        while !scanner.skip(0x7D) {
            if record.count > 0 || isNull, !scanner.skip(0x2C) { return false }
            guard let key = scanner.string()?.quoted, scanner.skip(0x3A), let value = scanner.value() else {
                return false
            }
            let column = record.count + (isNull ? 1 : 0)
            if column < names.count, key.elementsEqual(names[column]) {
                if isNull { record.appendNull() }
                isNull = append(value)
            } else if column > 0, key.elementsEqual(siblings[column - 1]) {
                if isNull, case .string(let text) = value { record.append(.blob, text.content) }
                isNull = false
            } else {
                return false
            }
        }
        if isNull { record.appendNull() }
        return record.count == names.count
    }

    /// Appends a value, unless it is null; says whether it is.
    private mutating func append(_ value: JSONScanner.Value) -> Bool {
        switch value {
        case .null: return true
        case .truth(let truth): record.append(truth)
        case .number(let literal): record.append(.number, literal)
        case .structure(let text): record.append(.json, text)
        case .string(let text) where !text.hasEscapes: record.append(.text, text.content)
        case .string(let text): record.append(.text) { text.append(to: &$0) }
        }
        return false
    }
}
