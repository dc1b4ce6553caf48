/// A small CSV file whose bytes are all there: its rows, each with the line on which it begins.
package struct CSVTable: Sendable {
    /// One row; blank lines are none.
    package struct Row: Sendable {
        /// The line on which it begins, counted from 1.
        package let line: Int
        /// The texts of its cells.
        package let cells: [String]
    }

    /// The rows up to the file's end, or up to the one that is no CSV.
    package private(set) var rows: [Row] = []
    /// The line on which a row begins that is no CSV, such as one with a quote in the middle of a cell.
    package private(set) var brokenLine: Int?

    /// Cuts a file that is UTF-8, with or without the mark before it.
    package init(_ bytes: [UInt8], delimiter: UInt8) {
        var reader = ByteReader(bytes)
        var cutter = CSVRows(delimiter: delimiter)
        do {
            try reader.dropByteOrderMark()
            while try cutter.next(&reader) {
                let cells = (0..<cutter.count).map { String(decoding: cutter.text[cutter.range($0)], as: UTF8.self) }
                rows.append(Row(line: cutter.number, cells: cells))
            }
        } catch {
            brokenLine = cutter.number
        }
    }
}
