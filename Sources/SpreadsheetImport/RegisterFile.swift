import FileStores
import Foundation
import Groundwork
package import Cases
import ControllerFiles

/// A register of processing activities as a CSV file: its headers, and a row for each activity.
///
/// No error repeats what stands in a cell below the headers: a register should hold nothing personal, but may.
package struct RegisterFile: Sendable {
    /// The file's name without its folder.
    package let name: String
    /// The header of each column, on one line.
    package let headers: [String]
    /// The lines above the headers that were skipped: a title, a date.
    package let skippedLines: [Int]
    let rows: [CSVTable.Row]

    /// Reads a file.
    package init(at path: String, naming columns: [NamedColumn] = []) throws(InzageError) {
        try self.init(
            Self.content(of: path),
            name: URL(fileURLWithPath: path).lastPathComponent,
            naming: columns
        )
    }

    /// Reads a file's bytes; columns that somebody named help to find the headers.
    package init(_ bytes: [UInt8], name: String, naming columns: [NamedColumn] = []) throws(InzageError) {
        self.name = name
        try Self.refuseOtherFormats(bytes)
        let found = ",;\t".utf8.map { HeaderRow(CSVTable(bytes, delimiter: $0), naming: columns) }
        let best = found.reduce(found[0]) { $1.likeness > $0.likeness ? $1 : $0 }
        if let line = best.table.brokenLine {
            throw Self.refusal(
                "the row that begins on line \(line) is no CSV: a quote stands within a cell or is not closed",
                hint: "save the sheet as CSV again, or double each quote within a cell"
            )
        }
        guard let header = best.header else { throw Self.refusal("the register is empty") }
        headers = header.cells.map(onOneLine)
        let above = best.table.rows[..<best.index]
        skippedLines = above.filter { row in row.cells.contains { !isBlank($0) } }.map(\.line)
        rows = best.table.rows[(best.index + 1)...].filter { row in row.cells.contains { !isBlank($0) } }
        try checkWidth()
        guard !rows.isEmpty else { throw Self.refusal("no activity stands below the headers") }
    }

    private func checkWidth() throws(InzageError) {
        let wide = rows.first { row in row.cells.dropFirst(headers.count).contains { !isBlank($0) } }
        guard let wide else { return }
        throw Self.refusal(
            "the row that begins on line \(wide.line) has more cells than there are headers",
            hint: "put quotes around a text that holds the delimiter"
        )
    }

    private static func content(of path: String) throws(InzageError) -> [UInt8] {
        do {
            return try RegularFile(at: path, limit: YAMLFile.sizeLimit, followingLinks: true).bytes
        } catch {
            let reason =
                switch error {
                case .missing: "it is missing"
                case .tooLarge: "it is larger than 1 MiB"
                case .link, .notRegular: "it is not a regular file"
                case .refused(let number): sentence(for: number)
                }
            throw refusal("the register cannot be read: \(reason)", hint: "name a CSV file after --from-record")
        }
    }

    private static func refuseOtherFormats(_ bytes: [UInt8]) throws(InzageError) {
        let asText = "save it as CSV UTF-8: Excel offers it under Save As, LibreOffice as character set UTF-8"
        if bytes.starts(with: "PK".utf8) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw refusal("the register is a workbook, not CSV", hint: asText)
        }
        if let line = YAMLFile.lineOfInvalidText(in: bytes) {
            throw refusal("line \(line) of the register is not UTF-8", hint: asText)
        }
        if bytes.contains(0x0D), !bytes.contains(0x0A) {
            throw refusal("the register has the line ends of old Macintosh programs", hint: asText)
        }
    }

    static func refusal(_ message: String, hint: String? = nil) -> InzageError {
        InzageError(.usage, message, hint: hint ?? "nothing was written")
    }
}

/// The row of a table that looks most like headers.
private struct HeaderRow {
    let table: CSVTable
    var index = 0
    var score = 0

    /// Titles and dates stand above, never a whole page.
    private static let depth = 20

    init(_ table: CSVTable, naming columns: [NamedColumn]) {
        self.table = table
        for (row, cells) in table.rows.prefix(Self.depth).map(\.cells).enumerated() {
            let points = ColumnMatching.likeness(of: cells.map(onOneLine), naming: columns)
            if points > max(score, 1) { (index, score) = (row, points) }
        }
        guard score == 0 else { return }
        // Nothing is recognised, as in another language: the first row that is no title.
        index = table.rows.firstIndex { $0.cells.count { !isBlank($0) } > 1 } ?? 0
    }

    /// What tells the right delimiter: the headers that are known, or else how many there are.
    var likeness: (Int, Int) { (score, header?.cells.count ?? 0) }

    var header: CSVTable.Row? { table.rows.indices.contains(index) ? table.rows[index] : nil }
}

/// A text with each run of white space made one space, and none at its ends.
func onOneLine(_ text: String) -> String {
    text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }.joined(separator: " ")
}
