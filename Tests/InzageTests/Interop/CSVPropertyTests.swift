import ExporterKit
import Foundation
import TestSupport
import Testing
import Policy

/// Random records as a spreadsheet and as the faithful copy, read by other people's programs (cases 65 and 66).
@Suite struct `Spreadsheets of random records` {
    private static let types = ["string", "any", "number", "integer", "boolean", "object"]

    @Test(arguments: [(Language.nl, ";", ","), (.en, ",", ".")], [1, 2, 3] as [UInt64])
    func `Python and DuckDB read in the CSV what stands in the JSON (cases 65 and 66)`(
        _ form: (language: Language, delimiter: String, mark: String),
        _ seed: UInt64
    ) async throws {
        var chance = Seeded(state: seed)
        let fields = Self.types.map { FieldDescription(name: $0, type: $0, title: LocalizedText($0)) }
        let records = (0..<700).map { _ in
            RecordBuffer(cells: Self.types.map { Self.cell(of: $0, &chance) })
        }
        try await withTemporaryFolder { folder in
            let all = Array(fields.indices)
            try Data(jsonFile(records, fields: fields, exported: all))
                .write(to: URL(fileURLWithPath: folder + "/a.json"))
            try Data(csvFile(records, fields: fields, exported: all, form.language))
                .write(to: URL(fileURLWithPath: folder + "/a.csv"))
            let script = checkout + "/Tests/Oracle/spreadsheet.py"
            let result = try runTool(
                checkout + "/.venv/bin/python",
                [script, folder + "/a.json", folder + "/a.csv", form.delimiter, form.mark, "number"]
            )
            #expect(result.output == "4200 cells\n", "\(result.errors)")
        }
    }

    private static func cell(of type: String, _ chance: inout Seeded) -> TestCell {
        if Int.random(in: 0..<8, using: &chance) == 0 { return .null }
        return switch type {
        case "number": .number(number(&chance))
        case "integer": .number(String(Int64(bitPattern: chance.next())))
        case "boolean": .boolean(Bool.random(using: &chance))
        case "object": .json("{\"a\":[\(number(&chance)),\"\(Int.random(in: 0...9, using: &chance));=\"]}")
        case "any" where Int.random(in: 0..<4, using: &chance) == 0: .blob(bytes(&chance))
        case "any" where Int.random(in: 0..<3, using: &chance) == 0:
            .number(String(Int32.random(in: .min ... .max, using: &chance)))
        default: .text(text(&chance))
        }
    }

    private static func number(_ chance: inout Seeded) -> String {
        let whole = String(Int64.random(in: -1_000_000...1_000_000, using: &chance))
        let part = "\(UInt32.random(in: .min ... .max, using: &chance))"
        let exponent = Int.random(in: -300...300, using: &chance)
        return ["\(whole)", "\(whole).\(part)", "\(whole).\(part)e\(exponent)"].randomElement(using: &chance) ?? whole
    }

    /// A few pieces in a row, of which most have a meaning to a spreadsheet, to CSV or to UTF-8.
    private static func text(_ chance: inout Seeded) -> [UInt8] {
        (0..<Int.random(in: 0...6, using: &chance)).flatMap { _ in pieces.randomElement(using: &chance) ?? [] }
    }

    private static func bytes(_ chance: inout Seeded) -> [UInt8] {
        (0..<Int.random(in: 0...20, using: &chance)).map { _ in .random(in: .min ... .max, using: &chance) }
    }

    private static let pieces =
        nastyTexts
        + ["=", "+", "-", "@", "\t", "\r", "\n", "\r\n", "'", "\"", ",", ";", " ", "\u{FF1D}", "\u{301}", "x", "1"].map
    {
        Array($0.utf8)
    }
}
