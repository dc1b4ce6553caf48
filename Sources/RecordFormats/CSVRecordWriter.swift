import Foundation
package import ExporterKit
package import Policy
import Groundwork
import Languages

/// Writes records as a CSV file that a double click opens in a spreadsheet, and that runs no formula there.
///
/// RFC 4180 on bytes (case 66): a cell is quoted when it holds the delimiter, a quote or a line break. An empty text
/// is two quotes, so that it differs from nothing. Text that a spreadsheet would take for a formula gets an
/// apostrophe in front (case 65), and so does text that begins with apostrophes and then such a character: taking
/// one apostrophe away where that pattern stands gives the text back. Numbers stay as they are, but for the decimal
/// comma where the language has one: a Dutch spreadsheet reads 0.575 as five hundred and seventy-five. Bytes that are
/// no text are base64, which may begin with a plus; text that is not UTF-8 is repaired, the faithful copy has its bytes.
package struct CSVRecordWriter: Sendable {
    /// UTF-8's byte order mark, by which Excel knows the encoding, and the names of the fields.
    package let opening: [UInt8]
    /// What the file ends with: every line already ends itself.
    package static let closing: [UInt8] = []

    private let exported: [Int]
    private let delimiter: UInt8
    /// The mark that each field's numbers get in place of the point.
    private let decimalMarks: [UInt8]

    /// Makes a writer for records of a collection's fields, of which those at the given indices are written.
    package init(fields: [FieldDescription], exported: [Int], language: Language) {
        self.exported = exported
        let delimiter = language.csvDelimiter
        let decimalMark = language.csvDecimalMark
        self.delimiter = delimiter
        decimalMarks = fields.map { $0.type == "number" ? decimalMark : Self.point }
        var header: [UInt8] = [0xEF, 0xBB, 0xBF]
        for (position, index) in exported.enumerated() {
            if position > 0 { header.append(delimiter) }
            Array(fields[index].name.utf8).withUnsafeBufferPointer {
                Self.appendText($0, delimiter: delimiter, to: &header)
            }
        }
        opening = header + Self.lineEnd
    }

    /// Appends one record as one line.
    package func append(_ record: RecordBuffer, to output: inout [UInt8]) {
        record.bytes.withUnsafeBufferPointer { bytes in
            for (position, index) in exported.enumerated() {
                if position > 0 { output.append(delimiter) }
                let cell = UnsafeBufferPointer(rebasing: bytes[record.range(at: index)])
                append(cell, of: record.kind(at: index), decimalMark: decimalMarks[index], to: &output)
            }
        }
        output.append(contentsOf: Self.lineEnd)
    }

    private func append(
        _ cell: UnsafeBufferPointer<UInt8>,
        of kind: RecordBuffer.Kind,
        decimalMark: UInt8,
        to output: inout [UInt8]
    ) {
        switch kind {
        case .null: break
        case .boolean: output.append(contentsOf: cell)
        case .number where JSONText.isNumber(cell) && decimalMark == Self.point: output.append(contentsOf: cell)
        case .number where JSONText.isNumber(cell):
            for byte in cell { output.append(byte == Self.point ? decimalMark : byte) }
        case .blob:
            Array(Data(cell).base64EncodedData()).withUnsafeBufferPointer {
                Self.appendText($0, delimiter: delimiter, to: &output)
            }
        case .text, .json, .document, .number: Self.appendText(cell, delimiter: delimiter, to: &output)
        }
    }

    private static func appendText(
        _ cell: UnsafeBufferPointer<UInt8>,
        delimiter: UInt8,
        to output: inout [UInt8]
    ) {
        let needsQuotes = cell.isEmpty || cell.contains { $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
        if needsQuotes { output.append(0x22) }
        if FormulaPrefix.isNeeded(before: cell) { output.append(FormulaPrefix.apostrophe) }
        appendRepaired(cell, to: &output)
        if needsQuotes { output.append(0x22) }
    }

    /// Appends the text with quotes doubled and broken UTF-8 repaired.
    private static func appendRepaired(_ cell: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        var copied = 0
        var index = 0
        while true {
            index = ByteRun.endOfPlainASCII(in: cell, from: index)
            guard index < cell.count else { break }
            if cell[index] < 0x80 {
                if cell[index] == 0x22 {
                    output.append(contentsOf: UnsafeBufferPointer(rebasing: cell[copied...index]))
                    copied = index
                }
                index += 1
                continue
            }
            switch UTF8Sequence.at(index, of: cell) {
            case .character(let length): index += length
            case .broken(let length):
                output.append(contentsOf: UnsafeBufferPointer(rebasing: cell[copied..<index]))
                output.append(contentsOf: UTF8Sequence.replacement)
                index += length
                copied = index
            }
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: cell[copied...]))
    }

    private static let lineEnd: [UInt8] = [0x0D, 0x0A]
    private static let point: UInt8 = 0x2E
}

extension Language {
    /// What parts a number's whole and its fraction in the language's Excel.
    package var csvDecimalMark: UInt8 { vocabulary.decimalMark.utf8.first ?? 0x2E }

    /// What parts the columns: the character that a double click in the language's Excel expects.
    package var csvDelimiter: UInt8 { vocabulary.csvDelimiter }
}
