import Foundation
import TestSupport
import Testing
import Workbooks

/// Random tables, which other people's programs read.
@Suite struct `Workbooks of random values` {
    static let kinds: [(name: String, kind: WorkbookColumn.Kind)] = [
        ("string", .plain), ("any", .plain), ("number", .plain), ("date", .date), ("datetime", .dateTime),
        ("time", .time),
    ]

    @Test(arguments: [1, 2, 3] as [UInt64], spreadsheetReaders)
    func `say in every cell what was put there`(_ seed: UInt64, _ reader: String) async throws {
        var chance = Seeded(state: seed)
        let columns = Self.kinds.map { WorkbookColumn($0.name, $0.kind) }
        let made = (0..<3).map { number in
            let rows = (0..<300).map { _ in Self.kinds.map { Self.value(of: $0.name, &chance) } }
            let table = WorkbookTable(title: "T\(number)", columns: columns, facts: ["shop"], tooLong: "too long")
            return (table, rows)
        }
        try await withTemporaryFolder { folder in
            try Data(workbook(made)).write(to: URL(fileURLWithPath: folder + "/a.xlsx"))
            try Data(Self.json(made.map(\.1)).utf8).write(to: URL(fileURLWithPath: folder + "/tables.json"))
            let script = checkout + "/Tests/Oracle/workbook.py"
            let read = try runTool(
                checkout + "/.venv/bin/python",
                [script, reader, folder + "/a.xlsx", folder + "/tables.json"]
            )
            let counts = read.output.split(separator: " ").compactMap { Int($0.trimmingCharacters(in: .newlines)) }
            try #require(counts.count == 4, "\(read.errors)")
            #expect(counts[0] == 5400)
            #expect(counts[1] > 200 && counts[2] > 600 && counts[3] > 0, "\(counts)")
        }
    }

    private static func value(of kind: String, _ chance: inout Seeded) -> Value {
        if Int.random(in: 0..<8, using: &chance) == 0 { return .null }
        return switch kind {
        case "number": .number(number(&chance))
        case "any" where Bool.random(using: &chance): .truth(Bool.random(using: &chance))
        case "date": .text(day(&chance))
        case "datetime": .text(day(&chance) + [0x54] + time(&chance))
        case "time": .text(time(&chance))
        default: .text(text(&chance))
        }
    }

    private static func number(_ chance: inout Seeded) -> String {
        let whole = String(Int64.random(in: -100_000_000_000_000_000...100_000_000_000_000_000, using: &chance))
        let short = String(Int.random(in: -999...999, using: &chance))
        let part = String(UInt32.random(in: 1 ... .max, using: &chance))
        let exponent = Int.random(in: -300...300, using: &chance)
        let all = [
            whole, short, "\(short).\(part)", "\(short).50", "\(whole).\(part)", "\(short).\(part)e\(exponent)", "-0",
        ]
        return all.randomElement(using: &chance) ?? whole
    }

    private static func day(_ chance: inout Seeded) -> [UInt8] {
        let year = [1899, 1900, 1970, 2024, 2026, 9999].randomElement(using: &chance) ?? 2026
        let month = Int.random(in: 1...13, using: &chance)
        return Array(String(format: "%04d-%02d-%02d", year, month, Int.random(in: 1...30, using: &chance)).utf8)
    }

    private static func time(_ chance: inout Seeded) -> [UInt8] {
        let parts = (0..<3).map { _ in Int.random(in: 0...24, using: &chance) }
        let ends = ["", ".5", ".123", ".001", ".1234", "Z", "+02:00"]
        let end = ends.randomElement(using: &chance) ?? ""
        return Array((String(format: "%02d:%02d:%02d", parts[0], parts[1], parts[2]) + end).utf8)
    }

    private static func text(_ chance: inout Seeded) -> [UInt8] {
        if Int.random(in: 0..<200, using: &chance) == 0 { return Array(repeating: 0x61, count: 32_768) }
        return (0..<Int.random(in: 0...6, using: &chance)).flatMap { _ in
            Array((pieces.randomElement(using: &chance) ?? "").utf8)
        }
    }

    private static let pieces =
        [
            "=1+1", "+", "-", "@", "\t", "\r", "\n", "\r\n", "'", "\"", "&", "<", ">", "]]>", "&amp;", " ", "  ", "_",
            "_x0041_",
            "_x", "0041_", "_x005F_", "_xABCD", "\u{0}", "\u{1}", "\u{8}", "\u{1F}", "\u{7F}", "\u{85}", "\u{2028}",
            "\u{FFFE}", "\u{FFFF}", "\u{FEFF}", "\u{301}", "\u{1F600}", "\u{10FFFF}", "007", "1e5", "2026-01-02",
            "TRUE",
            "https://example.org/", "#REF!", "x", "\u{202E}",
        ]

    /// The tables as JSON, with each number as it was written.
    private static func json(_ tables: [[[Value]]]) throws -> String {
        let kinds = "[" + self.kinds.map { "\"\($0.name)\"" }.joined(separator: ",") + "]"
        let all = try tables.map { rows in
            let lines = try rows.map { row in "[" + (try row.map(json)).joined(separator: ",") + "]" }
            return "{\"kinds\":\(kinds),\"rows\":[\(lines.joined(separator: ",\n"))]}"
        }
        return "[" + all.joined(separator: ",") + "]"
    }

    private static func json(_ value: Value) throws -> String {
        switch value {
        case .null: "null"
        case .truth(let truth): String(truth)
        case .number(let literal): literal
        case .text(let bytes):
            String(decoding: try JSONEncoder().encode(String(decoding: bytes, as: UTF8.self)), as: UTF8.self)
        }
    }
}
