import ExporterKit
import FileStores

/// A table that is read, written down again as RFC 4180 has it and read once more is the same table.
enum RowsTarget {
    static func run(_ bytes: [UInt8]) {
        for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09] {
            let table = CSVTable(bytes, delimiter: delimiter)
            precondition(zip(table.rows, table.rows.dropFirst()).allSatisfy { $0.line < $1.line }, "lines go back")
            let rows = table.rows.map(\.cells)
            let again = CSVTable(written(rows, delimiter), delimiter: delimiter)
            precondition(again.brokenLine == nil, "what was written is no CSV")
            precondition(again.rows.map(\.cells) == rows, "the table is another one")
        }
    }

    /// Every cell between quotes, so that none is a blank line, a remark or two cells.
    private static func written(_ rows: [[String]], _ delimiter: UInt8) -> [UInt8] {
        var bytes: [UInt8] = []
        for row in rows {
            for (index, cell) in row.enumerated() {
                if index > 0 { bytes.append(delimiter) }
                bytes.append(UInt8(ascii: "\""))
                for byte in cell.utf8 {
                    if byte == UInt8(ascii: "\"") { bytes.append(byte) }
                    bytes.append(byte)
                }
                bytes.append(UInt8(ascii: "\""))
            }
            bytes += [0x0D, 0x0A]
        }
        return bytes
    }
}
