import ExporterKit
import Policy
import RecordFormats

/// A line that is written is one row of as many cells, and no text in it begins as a formula does.
enum CSVTarget {
    static func run(_ bytes: [UInt8]) {
        let record = FuzzRecord(bytes).record
        for language in Language.allCases {
            let writer = CSVRecordWriter(fields: FuzzRecord.fields, exported: [0, 1, 2], language: language)
            var line: [UInt8] = []
            writer.append(record, to: &line)
            precondition(String(validating: line, as: UTF8.self) != nil, "the line is no UTF-8")
            guard let cells = cells(of: line, delimiter: language.csvDelimiter) else {
                preconditionFailure("the line is not one row")
            }
            precondition(cells.count == FuzzRecord.fields.count, "the row has another number of cells")
            for (index, cell) in cells.enumerated() { check(cell, of: record, at: index) }
        }
    }

    private static func check(_ cell: [UInt8], of record: RecordBuffer, at index: Int) {
        guard record.kind(at: index) == .text else { return }
        precondition(!startsLikeFormula(cell), "a text begins as a formula does")
        let original = Array(record.cell(at: index))
        guard String(validating: original, as: UTF8.self) != nil else { return }
        precondition(FormulaPrefix.removed(from: cell) == original, "the text cannot be had back")
    }

    private static func startsLikeFormula(_ cell: [UInt8]) -> Bool {
        guard let first = cell.first else { return false }
        return "=+-@\t\r\n".utf8.contains(first) || ["＝", "＋", "－", "＠"].contains { cell.starts(with: $0.utf8) }
    }

    /// The cells of a text that is one row and its end (RFC 4180); nil for anything else.
    private static func cells(of line: [UInt8], delimiter: UInt8) -> [[UInt8]]? {
        var cells: [[UInt8]] = []
        var rest = line[...]
        while true {
            guard let cell = rest.first == 0x22 ? quotedCell(&rest) : plainCell(&rest, delimiter) else { return nil }
            cells.append(cell)
            if rest.elementsEqual([0x0D, 0x0A]) { return cells }
            guard rest.popFirst() == delimiter else { return nil }
        }
    }

    private static func plainCell(_ rest: inout ArraySlice<UInt8>, _ delimiter: UInt8) -> [UInt8]? {
        let cell = Array(rest.prefix { $0 != delimiter && $0 != 0x0D && $0 != 0x0A && $0 != 0x22 })
        rest = rest.dropFirst(cell.count)
        return cell
    }

    private static func quotedCell(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
        var cell: [UInt8] = []
        rest.removeFirst()
        while let byte = rest.popFirst() {
            if byte != 0x22 {
                cell.append(byte)
            } else if rest.first == 0x22 {
                cell.append(rest.removeFirst())
            } else {
                return cell
            }
        }
        return nil
    }
}
