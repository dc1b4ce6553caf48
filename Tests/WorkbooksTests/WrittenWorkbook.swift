import Foundation
import TestSupport
import Testing
import Workbooks

/// A value as JSON has it.
enum Value {
    case null
    case truth(Bool)
    case number(String)
    case text([UInt8])
}

/// A workbook in memory.
func workbook(
    _ tables: [(WorkbookTable, [[Value]])],
    limits: SheetLimits = SheetLimits()
) throws -> [UInt8] {
    let words = WorkbookWords(
        contents: "Contents",
        listing: ["Sheet", "Source", "Rows", "Too long"]
    )
    let output = Output()
    var writer = try WorkbookWriter(words: words, limits: limits) { output.take($0) }
    for (table, rows) in tables {
        try writer.begin(table)
        for row in rows {
            try writer.beginRow()
            for (column, value) in row.enumerated() { write(value, at: column, to: &writer) }
            try writer.endRow()
        }
    }
    try writer.finish()
    return output.bytes
}

private func write(_ value: Value, at column: Int, to writer: inout WorkbookWriter) {
    switch value {
    case .null: break
    case .truth(let truth): writer.write(truth: truth, at: column)
    case .number(let literal):
        Array(literal.utf8).withUnsafeBufferPointer { writer.write(number: $0, at: column) }
    case .text(let bytes): bytes.withUnsafeBufferPointer { writer.write(text: $0, at: column) }
    }
}

/// Takes what a writer hands out.
final class Output {
    private(set) var bytes: [UInt8] = []

    func take(_ piece: Span<UInt8>) { piece.withUnsafeBufferPointer { bytes.append(contentsOf: $0) } }
}

/// A table whose only column has a kind.
func table(_ title: String = "T", _ columns: WorkbookColumn...) -> WorkbookTable {
    WorkbookTable(title: title, columns: columns, facts: ["shop"], tooLong: "too long")
}

/// What a Python script prints that is given the workbook's file as its first argument.
func read(_ workbook: [UInt8], with script: String, _ more: [String] = []) async throws -> String {
    try await withTemporaryFolder { folder in
        try Data(workbook).write(to: URL(fileURLWithPath: folder + "/a.xlsx"))
        let result = try runTool(
            checkout + "/.venv/bin/python",
            ["-X", "utf8", "-c", script, folder + "/a.xlsx"] + more
        )
        try #require(result.status == 0, "\(result.errors)")
        return result.output
    }
}

/// What openpyxl reads in the rows of the second sheet, each cell as Python shows it.
func cells(_ workbook: [UInt8]) async throws -> [[String]] {
    let script = """
        import json, openpyxl, sys
        sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[1]
        assert not any(cell.data_type == "f" for row in sheet for cell in row), "a formula"
        print(json.dumps([[repr(cell.value) for cell in row] for row in sheet.iter_rows(min_row=2)]))
        """
    return try await JSONDecoder().decode([[String]].self, from: Data(read(workbook, with: script).utf8))
}
